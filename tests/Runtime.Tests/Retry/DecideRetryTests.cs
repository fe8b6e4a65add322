namespace Dragoman.Runtime.Tests;

/// <summary>Callers who decide themselves about another try.</summary>
public class DecideRetryTests
{
    private const string NoWorkers = """{"error":{"code":"NO_AVAILABLE_WORKERS","message":"All workers are busy."}}""";
    private const string NotFound = """{"error":{"code":"AGENT_NOT_FOUND"}}""";
    private const string Success = """{"id":"A1"}""";

    private readonly List<FailedTry> _asked = [];

    [Fact]
    public async Task As_planned_changes_nothing()
    {
        using TestClient client = Client(503, NoWorkers, static _ => RetryDecision.AsPlanned);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal([0.5, 1, 2], Seconds(client));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
        Assert.Equal([(null, 0.5), (null, 1), (null, 2), ((StopReason?)StopReason.AttemptsSpent, 0d)], _asked.Select(static asked => (asked.Plan.Stop, asked.Plan.Delay.TotalSeconds)));
        Assert.Equal(default, RetryDecision.AsPlanned);
    }

    [Fact]
    public async Task A_stop_ends_what_would_be_repeated()
    {
        using TestClient client = Client(503, NoWorkers, static failed => failed.Number == 2 ? RetryDecision.Stop : RetryDecision.AsPlanned);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal((2, StopReason.NotRetryable), (error.Attempts.Count, error.StopReason));
    }

    // A code of the catalog that is not repeated, in a POST: the usual waits are 50 ms and doubled, and 10 retries are the most.
    [Fact]
    public async Task A_retry_goes_before_the_rule_and_before_the_method_but_not_on_for_ever()
    {
        using TestClient client = Client(404, NotFound, static _ => RetryDecision.Retry, configure: static options => options.RetryQuota = new RetryQuota(tokens: 500));

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.PostAsync());

        Assert.Equal([0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20], Seconds(client));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    [Fact]
    public async Task A_retry_goes_before_the_number_of_retries_of_the_rule()
    {
        using TestClient client = Client(503, NoWorkers, static failed => failed.Number < 6 ? RetryDecision.Retry : RetryDecision.AsPlanned);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal([0.5, 1, 2, 4, 8], Seconds(client));
    }

    [Fact]
    public async Task A_retry_after_no_answer_goes_before_the_method()
    {
        StubHandler handler = new(static _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"), static _ => Task.FromResult(StubHandler.Response(200, Success)));
        using TestClient client = Client(handler, static _ => RetryDecision.Retry);

        await client.PostAsync();

        FailedTry failed = Assert.Single(_asked);
        Assert.Equal((null, null, false, RetryClass.Transient), (failed.Status, failed.Code, failed.IsHarmless, failed.Class));
        Assert.Equal(StopReason.NotIdempotent, failed.Plan.Stop);
        Assert.True(failed.Failure!.MayHaveBeenReceived);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(61)] // longer than MaxRetryAfter, which bounds services only
    public async Task A_given_wait_is_taken_as_it_is(double seconds)
    {
        using TestClient client = Client(503, NoWorkers, _ => RetryDecision.RetryAfter(TimeSpan.FromSeconds(seconds)), configure: static options => options.MaxRetries = 2);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal(seconds == 0 ? [] : [seconds, seconds], Seconds(client));
        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public async Task A_retry_waits_as_long_as_the_service_asks_also_beyond_the_limit()
    {
        StubHandler handler = StubHandler.Of(static () => StubHandler.Response(503, NoWorkers, ("Retry-After", "90")));
        using TestClient client = Client(handler, static failed => failed.Number == 1 ? RetryDecision.Retry : RetryDecision.AsPlanned);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal([90], Seconds(client));
        Assert.Equal((StopReason.RetryAfterTooLong, TimeSpan.FromSeconds(90)), (error.StopReason, error.RetryAfter));
        Assert.Equal(StopReason.RetryAfterTooLong, _asked[0].Plan.Stop);
    }

    [Fact]
    public async Task A_retry_goes_before_a_service_that_asks_for_none()
    {
        StubHandler handler = StubHandler.Of(static () => StubHandler.Response(503, NoWorkers, ("x-should-retry", "false")));
        using TestClient client = Client(handler, static failed => failed.Number == 1 ? RetryDecision.Retry : RetryDecision.AsPlanned);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal([0.5], Seconds(client));
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task No_retry_goes_before_MaxRetries(int maxRetries, int requests)
    {
        using TestClient client = Client(503, NoWorkers, static _ => RetryDecision.RetryAfter(TimeSpan.Zero));

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { MaxRetries = maxRetries }));

        Assert.Equal((requests, StopReason.AttemptsSpent), (error.Attempts.Count, error.StopReason));
    }

    [Fact]
    public async Task No_retry_goes_before_the_time_of_the_call()
    {
        using TestClient client = Client(503, NoWorkers, static _ => RetryDecision.RetryAfter(TimeSpan.FromSeconds(10)));

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { Timeout = TimeSpan.FromSeconds(25) }));

        Assert.Equal([10, 10], Seconds(client));
        Assert.Equal(StopReason.DeadlineTooClose, error.StopReason);
        Assert.Equal([25, 15, 5], _asked.Select(static asked => asked.Remaining!.Value.TotalSeconds));
    }

    // 100 tokens: a retry of a failure that no rule repeats costs 14, so that there are seven; after a 429 it costs 5, and the limit is 10.
    [Theory]
    [InlineData(404, 8, 2, StopReason.QuotaSpent)]
    [InlineData(429, 11, 50, StopReason.AttemptsSpent)]
    public async Task No_retry_goes_before_the_quota(int status, int requests, int left, StopReason stop)
    {
        RetryQuota quota = new();
        using TestClient client = Client(status, NotFound, static _ => RetryDecision.RetryAfter(TimeSpan.Zero), configure: options => options.RetryQuota = quota);

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.GetAsync());

        Assert.Equal((requests, left, stop), (error.Attempts.Count, quota.Tokens, error.StopReason));
    }

    [Fact]
    public async Task A_success_gives_back_what_the_retry_has_cost()
    {
        RetryQuota quota = new();
        using TestClient client = Client(StubHandler.Of((404, NotFound), (200, Success)), static _ => RetryDecision.Retry, options => options.RetryQuota = quota);

        await client.GetAsync();

        Assert.Equal(100, quota.Tokens);
    }

    [Fact]
    public async Task No_retry_sends_a_body_that_is_gone()
    {
        using TestClient client = Client(503, NoWorkers, static _ => RetryDecision.Retry);
        ApiCall call = new(TestApi.Speak);
        call.Path("agent_code", "A1");
        call.FileBody(FileUpload.FromStream(new CountingStream(10)));

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.CallAsync(call));

        Assert.Equal((1, StopReason.BodyNotReplayable), (error.Attempts.Count, error.StopReason));
        Assert.Equal(StopReason.BodyNotReplayable, _asked[0].Plan.Stop);
    }

    [Fact]
    public async Task Whoever_decides_sees_what_the_exception_would_say()
    {
        StubHandler handler = StubHandler.Of(static () => StubHandler.Response(503, NoWorkers, ("Retry-After", "3"), ("x-request-id", "r-1")));
        using TestClient client = Client(handler, static failed => failed.Number == 1 ? RetryDecision.AsPlanned : RetryDecision.Stop);

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        FailedTry failed = _asked[1];
        Assert.Equal((503, "NO_AVAILABLE_WORKERS", 2, TestApi.GetAgent), (failed.Status!.Value, failed.Code, failed.Number, failed.Operation));
        Assert.Equal(("All workers are busy.", "r-1", TimeSpan.FromSeconds(3), Recovery.Retry), (failed.Error.Message, failed.Error.RequestId, failed.Error.RetryAfter!.Value, failed.Error.Recovery));
        Assert.Equal([0, 3], failed.Error.Attempts.Select(static attempt => attempt.WaitedBefore.TotalSeconds));
        Assert.Equal((RetryClass.Transient, true, null), (failed.Class, failed.IsHarmless, failed.Failure));
        Assert.Equal(297, failed.Remaining!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData("client", 3)]
    [InlineData("operation", 2)]
    [InlineData("call", 1)]
    public async Task The_call_decides_before_the_operation_and_that_before_the_client(string last, int expected)
    {
        int decided = 0;
        using TestClient client = new(StubHandler.Of((503, NoWorkers)), options =>
        {
            options.DecideRetry = _ => Stop(3);
            options.Operations["getAgent"] = new() { DecideRetry = last == "client" ? null : _ => Stop(2) };
        });

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { DecideRetry = last == "call" ? _ => Stop(1) : null }));

        Assert.Equal(expected, decided);

        RetryDecision Stop(int who)
        {
            decided = who;
            return RetryDecision.Stop;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_decision_throws_is_thrown_by_the_call(bool isAnswered)
    {
        StubHandler handler = isAnswered ? StubHandler.Of((503, NoWorkers)) : new(static _ => throw new HttpRequestException("broken"));
        using TestClient client = Client(handler, static _ => throw new FormatException("Undecided."));

        FormatException error = await Assert.ThrowsAsync<FormatException>(() => client.GetAsync());

        Assert.Equal(("Undecided.", 1, 0), (error.Message, handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_token_that_is_renewed()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, configure: options => options.DecideRetry = Asking(static _ => RetryDecision.Stop));
        server.Failure = static token => token == "t1" ? (401, """{"code":"EXPIRED"}""") : null;

        await client.ReadAsync();

        Assert.Empty(_asked);
    }

    // Of 10 s the decision leaves 0.4 s, and the wait is 0.5 s.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_time_that_the_decision_takes_is_the_calls(bool isOwn)
    {
        FakeTimeProvider clock = new();
        using TestClient client = new(
            StubHandler.Of((503, NoWorkers)),
            options => (options.Timeout, options.DecideRetry) = (TimeSpan.FromSeconds(10), _ =>
            {
                clock.Advance(TimeSpan.FromSeconds(9.6));
                return isOwn ? RetryDecision.Retry : RetryDecision.AsPlanned;
            }),
            clock: clock);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal((StopReason.DeadlineTooClose, 1), (error.StopReason, error.Attempts.Count));
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public void A_decision_can_be_tested_without_a_call()
    {
        FailedTry failed = new() { Error = new() { Message = "Busy.", Status = 503 }, Operation = TestApi.Speak, Number = 1, Plan = new(StopReason.NotIdempotent, TimeSpan.Zero) };

        Assert.Equal(RetryDecision.Retry, Decide(failed));
        Assert.Equal(RetryDecision.RetryAfter(TimeSpan.Zero), RetryDecision.RetryAfter(TimeSpan.Zero));
        Assert.Equal(4, new[] { RetryDecision.AsPlanned, RetryDecision.Stop, RetryDecision.Retry, RetryDecision.RetryAfter(TimeSpan.Zero) }.Distinct().Count());

        static RetryDecision Decide(FailedTry failed) => failed is { Status: 503, Plan.Stop: StopReason.NotIdempotent } ? RetryDecision.Retry : RetryDecision.AsPlanned;
    }

    [Fact]
    public void Waits_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => RetryDecision.RetryAfter(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => RetryDecision.RetryAfter(TimeSpan.FromDays(50)));
    }

    private TestClient Client(int status, string body, Func<FailedTry, RetryDecision> decide, Action<ApiClientOptions>? configure = null) =>
        Client(StubHandler.Of((status, body)), decide, configure);

    private TestClient Client(StubHandler handler, Func<FailedTry, RetryDecision> decide, Action<ApiClientOptions>? configure = null) => new(handler, options =>
    {
        options.DecideRetry = Asking(decide);
        configure?.Invoke(options);
    });

    private Func<FailedTry, RetryDecision> Asking(Func<FailedTry, RetryDecision> decide) => failed =>
    {
        _asked.Add(failed);
        return decide(failed);
    };

    private static IEnumerable<double> Seconds(TestClient client) => client.Clock.Waits.Select(static wait => wait.TotalSeconds);
}
