namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The replies that an idempotency key gets again, for 24 hours. A refused request leaves none.</summary>
internal sealed class IdempotentReplies(TimeProvider clock)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(24);

    private readonly Dictionary<(string OperationId, string Key), (Reply Reply, DateTimeOffset At)> _replies = [];

    public Reply GetOrAdd(string operationId, string key, Func<Reply> serve)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_replies.TryGetValue((operationId, key), out (Reply Reply, DateTimeOffset At) earlier) && now - earlier.At < s_kept)
        {
            return earlier.Reply with { IsReplay = true };
        }

        Reply reply = serve();
        _replies[(operationId, key)] = (reply, now);
        return reply;
    }

    public void Clear() => _replies.Clear();
}
