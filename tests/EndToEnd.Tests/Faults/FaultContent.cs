using System.Net;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>The content of a faulty response, which tells when it is disposed.</summary>
internal sealed class FaultContent(FaultStream stream, bool isUnreadable, Action disposed) : HttpContent
{
    private Action? _disposed = disposed;

    protected override Task<Stream> CreateContentReadStreamAsync() => isUnreadable ? throw new IOException("gone") : Task.FromResult<Stream>(stream);

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => stream.CopyToAsync(target);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        // The connection's own stream ends with its response, whether it was read or not.
        stream.Dispose();
        Interlocked.Exchange(ref _disposed, null)?.Invoke();
        base.Dispose(disposing);
    }
}
