namespace Dragoman.Runtime.Tests;

public class DeadlineTests
{
    [Fact]
    public async Task A_backoff_beyond_the_deadline_is_not_begun()
    {
        // 0.5 s and 1 s are waited; 2 s more would end after the 3 s the call has.
        StubHandler handler = StubHandler.Of((502, ""));
        using TestClient client = new(handler, static options => options.Timeout = TimeSpan.FromSeconds(3));

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Equal([0.5, 1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(StopReason.DeadlineTooClose, error.StopReason);
        Assert.Equal(3, error.Attempts.Count);
    }

    [Fact]
    public async Task A_pause_that_would_end_at_the_deadline_is_not_begun()
    {
        StubHandler handler = StubHandler.Of(static () => StubHandler.Response(503, "", ("Retry-After", "10")));
        using TestClient client = new(handler);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync(new() { Timeout = TimeSpan.FromSeconds(10) }));

        Assert.Single(handler.Requests);
        Assert.Empty(client.Clock.Waits);
        Assert.Equal(StopReason.DeadlineTooClose, error.StopReason);
        Assert.Equal(TimeSpan.FromSeconds(10), error.RetryAfter);
    }

    [Fact]
    public async Task Time_that_tries_take_counts()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = new(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            return Task.FromResult(StubHandler.Response(502));
        });
        using TestClient client = new(handler, static options => options.Timeout = TimeSpan.FromSeconds(10), clock: clock);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        // 4 s + 0.5 s + 4 s leave 1.5 s: enough for the wait of 1 s, but the third try is over its time when it is answered.
        Assert.Equal([0.5, 1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(StopReason.DeadlineTooClose, error.StopReason);
        Assert.Equal([4, 4, 4], error.Attempts.Select(static attempt => attempt.Elapsed.TotalSeconds));
    }

    [Fact]
    public async Task An_infinite_deadline_is_none()
    {
        StubHandler handler = StubHandler.Of((502, ""));
        using TestClient client = new(handler, static options => (options.Timeout, options.AttemptTimeout) = (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }
}
