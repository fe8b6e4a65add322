namespace Dragoman.Runtime.Tests;

public class RetryByCodeTests
{
    private const string NoWorkers = """{"error":{"code":"NO_AVAILABLE_WORKERS","message":"All workers are busy."}}""";
    private const string Internal = """{"error":{"code":"INTERNAL_ERROR","message":"The server failed."}}""";
    private const string Success = """{"id":"A1"}""";

    [Fact]
    public async Task Repeats_as_often_as_the_code_says_and_throws_the_code_of_the_last_try()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        using TestClient client = new(handler);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal(4, handler.Requests.Count);
        Assert.Equal([0.5, 1, 2], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
        Assert.Equal("All workers are busy.", error.Message);
        Assert.Equal([1, 2, 3, 4], error.Attempts.Select(static attempt => attempt.Number));
        Assert.Equal([0, 0.5, 1, 2], error.Attempts.Select(static attempt => attempt.WaitedBefore.TotalSeconds));
        Assert.All(error.Attempts, static attempt => Assert.Equal((503, "NO_AVAILABLE_WORKERS", null), (attempt.Status, attempt.Code, attempt.Failure)));
        Assert.True(error.IsRetryable);
    }

    [Fact]
    public async Task Returns_the_success_that_follows()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers), (503, NoWorkers), (200, Success));
        using TestClient client = new(handler);

        Assert.Equal(new Agent("A1"), await client.GetAsync());
        Assert.Equal([0.5, 1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_catalog_decides_for_a_POST_too()
    {
        StubHandler handler = StubHandler.Of((500, Internal));
        using TestClient client = new(handler);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.PostAsync());

        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal([1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    [Fact]
    public async Task A_known_code_decides_against_its_status()
    {
        // 503 alone would be repeated; the code is one that is not.
        StubHandler handler = StubHandler.Of((503, """{"error":{"code":"AGENT_NOT_FOUND"}}"""));
        using TestClient client = new(handler);

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
        Assert.Equal(503, error.Status);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Fact]
    public async Task Every_rule_has_its_own_budget_and_backoff()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers), (500, Internal), (503, NoWorkers), (503, NoWorkers), (503, NoWorkers));
        using TestClient client = new(handler);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal([0.5, 1, 1, 2], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal([503, 500, 503, 503, 503], error.Attempts.Select(static attempt => attempt.Status));
    }

    [Fact]
    public async Task A_failure_that_follows_another_ends_the_call_with_its_own_type()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers), (404, """{"error":{"code":"AGENT_NOT_FOUND"}}"""));
        using TestClient client = new(handler);

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.GetAsync());

        Assert.Equal(2, error.Attempts.Count);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Fact]
    public async Task All_rules_together_repeat_at_most_ten_times()
    {
        ErrorCatalog catalog = new(static error => new TestApiException(error))
        {
            Envelopes = [new() { Code = "/code" }],
            Errors = [Code("A", seconds: 1), Code("B", seconds: 2)],
        };
        StubHandler handler = StubHandler.Of([.. Enumerable.Repeat<(int, string)[]>([(500, """{"code":"A"}"""), (500, """{"code":"B"}""")], 10).SelectMany(static pair => pair)]);
        using TestClient client = new(handler, options => (options.Timeout, options.RetryQuota) = (Timeout.InfiniteTimeSpan, new RetryQuota(tokens: 500)), catalog);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal(11, handler.Requests.Count);
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);

        static ErrorDefinition Code(string code, int seconds) =>
            new(code, static error => new TestApiException(error)) { Retry = RetryRule.Backoff(10, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)) };
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(10, 4)]
    public async Task MaxRetries_bounds_the_catalog(int maxRetries, int requests)
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        using TestClient client = new(handler, options => options.MaxRetries = maxRetries);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal(requests, handler.Requests.Count);
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    [Fact]
    public async Task MaxRetries_of_the_call_replaces_that_of_the_client()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        using TestClient client = new(handler, static options => options.MaxRetries = 0);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { MaxRetries = 2 }));

        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Poll_is_told_and_not_repeated()
    {
        StubHandler handler = StubHandler.Of((409, """{"error":{"code":"AGENT_PROCESSING"}}"""));
        using TestClient client = new(handler);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
        Assert.Equal(Recovery.Poll, error.Recovery);
        Assert.False(error.IsRetryable);
    }
}
