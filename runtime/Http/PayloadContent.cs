using System.Net;
using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>A payload as the platform sends it, in one try.</summary>
internal sealed class PayloadContent : HttpContent
{
    private readonly RequestPayload _payload;
    private readonly IProgress<long>? _progress;
    private ExceptionDispatchInfo? _failure;

    public PayloadContent(RequestPayload payload, IProgress<long>? progress)
    {
        _payload = payload;
        _progress = progress;
        Headers.ContentType = payload.MediaType;
    }

    /// <summary>Throws what the body's own source has thrown while it was sent: a fault of the caller's file, which says nothing of the service.</summary>
    public static void ThrowIfUnreadable(HttpContent? content) => (content as PayloadContent)?._failure?.Throw();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BodyWriter writer = new(stream, _progress, _payload.Length);
        try
        {
            await _payload.WriteAsync(writer, cancellationToken).ConfigureAwait(false);
            writer.Complete();
        }
        catch (Exception exception) when (!writer.HasFailed && !cancellationToken.IsCancellationRequested)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _payload.Length ?? 0;
        return _payload.Length is not null;
    }
}
