namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A body that may break, in pieces of 100 bytes; it tells when it is disposed.</summary>
internal sealed class FaultStream(byte[] body, FaultStream.Break end, FakeTimeProvider clock, CancellationTokenSource caller, Action disposed) : MemoryStream(body)
{
    private Action? _disposed = disposed;

    /// <summary>What happens after the last byte.</summary>
    public enum Break
    {
        None,
        Ended,
        Reset,
        Garbled,
        GarbledBrotli,
        Silent,
        Canceled,
        CanceledAndReset,
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await base.ReadAsync(buffer[..Math.Min(buffer.Length, 100)], cancellationToken);
        return count > 0 ? count : await EndAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _disposed, null)?.Invoke();
        base.Dispose(disposing);
    }

    private async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        switch (end)
        {
            case Break.Ended:
                throw new HttpIOException(HttpRequestError.ResponseEnded, "ended");
            case Break.Reset:
                throw new IOException("reset");
            case Break.Garbled:
                throw new InvalidDataException("not compressed");
            case Break.GarbledBrotli:
                // What BrotliStream throws.
                throw new InvalidOperationException("not compressed");
            case Break.Silent:
                clock.Advance(2 * FaultHandler.Limit);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case Break.Canceled:
                await caller.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                break;
            case Break.CanceledAndReset:
                await caller.CancelAsync();
                throw new IOException("aborted");
        }

        return 0;
    }
}
