namespace Dragoman;

/// <summary>A stream of events that is opened anew by each enumeration.</summary>
internal sealed class EventStream<T>(PipelineSettings settings, ApiCall call, EventStreamInfo info, OpenCall open, Func<ServerSentEvent, T> read, CancellationToken callToken) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        EventSource source = new(settings, call, info, open, either.Token);
        await using (source.ConfigureAwait(false))
        {
            while (await NextAsync(source, cancellationToken).ConfigureAwait(false) is { } next)
            {
                yield return source.Read(next, read);
            }
        }
    }

    /// <summary>The linked token is nobody's but ours: a cancellation carries the one that the caller knows.</summary>
    private async ValueTask<ServerSentEvent?> NextAsync(EventSource source, CancellationToken enumeratorToken)
    {
        try
        {
            return await source.NextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (callToken.IsCancellationRequested || enumeratorToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, callToken.IsCancellationRequested ? callToken : enumeratorToken);
        }
    }
}
