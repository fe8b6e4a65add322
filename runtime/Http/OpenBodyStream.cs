namespace Dragoman;

/// <summary>The open body of a response: a read that fails throws the call's exception, and one that waits too long for the next byte ends.</summary>
/// <remarks>It owns the request too, whose body may still be on its way.</remarks>
internal sealed class OpenBodyStream(HttpRequestMessage request, HttpResponseMessage message, Stream content, TimeSpan idleTimeout, ResponseReport report) : ReadOnlyStream
{
    private bool _isDisposed;
    private long _received;

    public override bool CanRead => !_isDisposed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(ApiResponse));
        using TimeoutSource timeout = new(idleTimeout, report.Clock, cancellationToken);
        try
        {
            int count = await DecodedContent.ReadAsync(content, buffer, timeout.Token).ConfigureAwait(false);
            _received += count;
            if (count > 0)
            {
                // Also what came at the last moment: the platform has closed the connection by then, and the next read would say no more than that.
                timeout.Token.ThrowIfCancellationRequested();
            }

            return count;
        }
        catch (Exception exception) when (exception is OperationCanceledException || TransportFailure.Is(exception))
        {
            // A canceled read can also end with the connection's own exception.
            throw cancellationToken.IsCancellationRequested ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : timeout.HasEnded ? report.ToTimeoutException(idleTimeout, exception)
                : report.ToTransportException(exception, _received);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        if (disposing)
        {
            content.Dispose();
            message.Dispose();
            request.Dispose();
        }

        base.Dispose(disposing);
    }
}
