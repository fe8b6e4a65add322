namespace Dragoman;

/// <summary>A stream of events that is opened anew by each enumeration.</summary>
internal sealed class EventStream<T>(PipelineSettings settings, RetryQuotas quotas, ApiCall call, EventStreamInfo info, OpenCall open, Func<ServerSentEvent, T> read, CancellationToken callToken) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using StreamCancellation cancellation = new(callToken, cancellationToken);
        EventSource source = new(settings, new(quotas, call.Operation), call, info, open, cancellation.Token);
        await using (source.ConfigureAwait(false))
        {
            while (await NextAsync(source, cancellation).ConfigureAwait(false) is { } next)
            {
                yield return source.Read(next, read);
            }
        }
    }

    private static async ValueTask<ServerSentEvent?> NextAsync(EventSource source, StreamCancellation cancellation)
    {
        try
        {
            return await source.NextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellation.IsRequested)
        {
            throw cancellation.Known(canceled);
        }
    }
}
