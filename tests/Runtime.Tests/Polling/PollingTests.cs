namespace Dragoman.Runtime.Tests;

public class PollingTests
{
    private static readonly ApiOperationInfo s_operation = new("getAgentStatus", HttpMethod.Get, "/v1/agent/status/{id}");

    [Fact]
    public async Task Looks_at_once_and_then_at_every_interval_until_the_job_succeeds()
    {
        using TestClient client = new(StubHandler.Of((200, "")));
        List<string> progress = [];

        string state = await PollAsync(client, Replay("queued", "running", "ready"), progress: progress);

        Assert.Equal("ready", state);
        Assert.Equal(["queued", "running", "ready"], progress);
        Assert.Equal([5, 5], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_job_that_is_done_is_not_waited_for()
    {
        using TestClient client = new(StubHandler.Of((200, "")));

        Assert.Equal("ready", await PollAsync(client, Replay("ready")));
        Assert.Empty(client.Clock.Waits);
    }

    [Fact]
    public async Task A_job_that_fails_throws_the_exception_of_its_code()
    {
        using TestClient client = new(StubHandler.Of((200, "")));

        AgentFailedException error = await Assert.ThrowsAsync<AgentFailedException>(() => PollAsync(client, Replay("running", "failed: no face")));

        Assert.Equal(("AGENT_FAILED", "no face"), (error.Code, error.Message));
        Assert.Same(TestApi.AgentFailed, error.Definition);
        Assert.Same(s_operation, error.Operation);
        Assert.Null(error.Status);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Theory]
    [InlineData("failed: ", "Agent generation failed.")]
    [InlineData("failed: " + TestClient.Secret, "***")]
    public async Task Its_message_is_the_catalogs_if_there_is_none_and_shows_no_secret(string state, string message)
    {
        using TestClient client = new(StubHandler.Of((200, "")));

        Assert.Equal(message, (await Assert.ThrowsAsync<AgentFailedException>(() => PollAsync(client, Replay(state)))).Message);
    }

    [Fact]
    public async Task A_job_that_does_not_end_is_a_timeout_and_no_wait_passes_it()
    {
        using TestClient client = new(StubHandler.Of((200, "")));
        DateTimeOffset start = client.Clock.GetUtcNow();

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => PollAsync(client, Replay("running"), timeout: TimeSpan.FromSeconds(18)));

        // At 0, 5, 10 and 15 s; the next look would be at 20 s.
        Assert.Equal([5, 5, 5], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(15, (client.Clock.GetUtcNow() - start).TotalSeconds);
        Assert.Equal((TimeoutScope.Polling, TimeSpan.FromSeconds(18)), (error.Scope, error.Timeout));
        Assert.Equal(Recovery.Poll, error.Recovery);
        Assert.Equal("'getAgentStatus' did not show a final state within 18 s.", error.Message);
    }

    [Fact]
    public async Task A_look_that_hangs_is_ended_by_the_timeout()
    {
        using TestClient client = new(StubHandler.Of((200, "")));

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => PollAsync(
            client,
            async token =>
            {
                client.Clock.Advance(TimeSpan.FromMinutes(15));
                await Task.Delay(Timeout.Infinite, token);
                return "";
            }));

        Assert.Equal(TimeoutScope.Polling, error.Scope);
    }

    [Fact]
    public async Task Time_that_looks_take_counts()
    {
        using TestClient client = new(StubHandler.Of((200, "")));
        int looks = 0;

        await Assert.ThrowsAsync<ApiTimeoutException>(() => PollAsync(
            client,
            _ =>
            {
                looks++;
                client.Clock.Advance(TimeSpan.FromSeconds(4));
                return Task.FromResult("running");
            },
            timeout: TimeSpan.FromSeconds(20)));

        // From 0, 9 and 18 s on; the last one ends after the 20 s.
        Assert.Equal(3, looks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_carries_the_token_of_the_caller(bool whileWaiting)
    {
        using TestClient client = new(StubHandler.Of((200, "")));
        using CancellationTokenSource source = new();
        client.Clock.Waiting = _ => source.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PollAsync(
            client,
            async token =>
            {
                if (!whileWaiting)
                {
                    await source.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }

                return "running";
            },
            cancellationToken: source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task A_look_that_fails_ends_the_polling_with_its_exception()
    {
        StubHandler handler = StubHandler.Of((200, """{"id":"running"}"""), (502, ""), (200, """{"id":"running"}"""), (404, ""));
        using TestClient client = new(handler);

        // The 502 is repeated by the call itself.
        await Assert.ThrowsAsync<NotFoundException>(() => PollAsync(client, async token => (await client.GetAsync(cancellationToken: token)).Id));

        Assert.Equal([5, 0.5, 5], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task An_infinite_timeout_is_none()
    {
        using TestClient client = new(StubHandler.Of((200, "")));
        string[] states = [.. Enumerable.Repeat("running", 1000), "ready"];

        Assert.Equal("ready", await PollAsync(client, Replay(states), timeout: Timeout.InfiniteTimeSpan));
        Assert.Equal(1000, client.Clock.Waits.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void Times_outside_their_range_are_refused(int interval, int timeout) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PollSchedule(s_operation, TimeSpan.FromSeconds(interval), TimeSpan.FromSeconds(timeout)));

    [Fact]
    public async Task A_token_that_was_given_while_waiting_is_not_shown()
    {
        StubHandler handler = StubHandler.Of((200, """{"id":"A1"}"""));
        using TestClient client = new(handler, credentials: [ApiCredential.Bearer("apiSecret", null, static _ => new(new AccessToken("token-canary")))]);

        AgentFailedException error = await Assert.ThrowsAsync<AgentFailedException>(() => PollAsync(client, async cancellationToken =>
        {
            await client.GetAsync(cancellationToken: cancellationToken);
            return "failed: token-canary has no rights";
        }));

        Assert.Equal("*** has no rights", error.Message);
    }

    private static Func<CancellationToken, Task<string>> Replay(params string[] states)
    {
        int next = 0;
        return _ => Task.FromResult(states[Math.Min(next++, states.Length - 1)]);
    }

    private static Task<string> PollAsync(TestClient client, Func<CancellationToken, Task<string>> look, TimeSpan? timeout = null, List<string>? progress = null, CancellationToken cancellationToken = default) =>
        client.Pipeline.PollAsync(
            look,
            static state => state switch
            {
                "ready" => PollOutcome.Succeeded,
                ['f', 'a', 'i', 'l', 'e', 'd', ..] => PollOutcome.Failed(TestApi.AgentFailed, state["failed: ".Length..]),
                _ => PollOutcome.Pending,
            },
            new PollSchedule(s_operation, TimeSpan.FromSeconds(5), timeout ?? TimeSpan.FromMinutes(15)),
            progress is null ? null : new ListProgress(progress),
            cancellationToken);

    private sealed class ListProgress(List<string> values) : IProgress<string>
    {
        public void Report(string value) => values.Add(value);
    }
}
