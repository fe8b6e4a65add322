using System.Net.Sockets;

namespace Dragoman.Runtime.Tests;

/// <summary>Waiting for a service to be ready, on a clock and a jitter of the test's own.</summary>
public class ReadinessTests
{
    private static readonly ApiOperationInfo s_operation = new("getReadiness", HttpMethod.Get, "/ready");
    private static readonly ReadinessRule s_rule = new(s_operation) { Load = "/sessions/active", Capacity = "/sessions/most" };

    [Fact]
    public async Task Asks_again_after_times_that_grow_by_30_percent_to_5_seconds()
    {
        StubHandler handler = StubHandler.Of([.. Enumerable.Repeat((503, ""), 9), (200, "")]);
        using TestClient client = Client(handler, jitter: 0.5);

        Assert.True((await Wait(client)).IsReady);

        // 1.3 to the power of 0 to 6, in whole milliseconds, then the bound.
        Assert.Equal([1000, 1300, 1690, 2197, 2856, 3712, 4826, 5000, 5000], client.Clock.Waits.Select(static wait => wait.TotalMilliseconds));
    }

    [Theory]
    [InlineData(0.0, 0.8)]
    [InlineData(0.5, 1.0)]
    [InlineData(1.0, 1.2)]
    public async Task Each_time_is_up_to_20_percent_shorter_or_longer(double jitter, double seconds)
    {
        using TestClient client = Client(StubHandler.Of((503, ""), (200, "")), jitter);

        await Wait(client);

        Assert.Equal([seconds], client.Clock.Waits.Select(static wait => Math.Round(wait.TotalSeconds, 6)));
    }

    [Fact]
    public async Task A_cold_start_of_50_seconds_takes_at_most_20_questions()
    {
        FakeTimeProvider clock = new();
        DateTimeOffset start = clock.GetUtcNow();
        StubHandler handler = new(_ => Task.FromResult(StubHandler.Response(clock.GetUtcNow() - start < TimeSpan.FromSeconds(50) ? 503 : 200)));
        using TestClient client = Client(handler, jitter: 0, clock);

        await Wait(client);

        Assert.InRange(handler.Requests.Count, 2, 20);
        Assert.InRange((clock.GetUtcNow() - start).TotalSeconds, 50, 55);
    }

    [Fact]
    public async Task Tells_load_and_capacity_of_every_answer()
    {
        using TestClient client = Client(StubHandler.Of((503, """{"sessions":{"active":8,"most":8}}"""), (503, "busy"), (200, """{"sessions":{"active":3,"most":8}}""")));
        List<Readiness> told = [];

        await Wait(client, progress: new Log(told));

        Assert.Equal(["NotReady (503), 8 of 8", "NotReady (503)", "Ready (200), 3 of 8"], told.Select(static readiness => readiness.ToString()));
    }

    [Fact]
    public async Task A_refused_connection_means_not_started_yet()
    {
        HttpRequestException refused = new(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));
        using TestClient client = Client(new(_ => throw refused, _ => Task.FromResult(StubHandler.Response(200))));
        List<Readiness> told = [];

        await Wait(client, progress: new Log(told));

        Assert.Equal([ReadinessState.Refused, ReadinessState.Ready], told.Select(static readiness => readiness.State));
        Assert.Equal(2, ((StubHandler)client.Handler!).Requests.Count);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_to_is_refused()
    {
        using RefusingPort port = new();
        using TestClient client = new(configure: options => options.BaseAddress = port.Address);

        Readiness readiness = await new ReadinessProbe(client.Pipeline, s_rule).AskAsync(null, default);

        Assert.Equal(ReadinessState.Refused, readiness.State);
        Assert.True(readiness.Failure!.IsRefused);
    }

    [Fact]
    public async Task A_question_without_an_answer_ends_after_its_own_limit()
    {
        FakeTimeProvider clock = new();
        using TestClient client = Client(new(async token =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        }, _ => Task.FromResult(StubHandler.Response(200))), clock: clock);
        List<Readiness> told = [];

        await Wait(client, progress: new Log(told));

        Assert.Equal([ReadinessState.Unreachable, ReadinessState.Ready], told.Select(static readiness => readiness.State));
        Assert.Equal(TimeoutScope.Attempt, Assert.IsType<ApiTimeoutException>(told[0].Failure).Scope);
    }

    [Fact]
    public async Task Any_other_error_is_thrown_at_once_to_all_who_wait()
    {
        TaskCompletionSource<HttpResponseMessage> answer = new();
        using TestClient client = Client(new(_ => answer.Task));
        ReadinessProbe probe = new(client.Pipeline, s_rule);
        Task<Readiness>[] waits = [.. Enumerable.Range(0, 3).Select(_ => probe.WaitAsync(null, null, null, default))];

        answer.SetResult(StubHandler.Response(404, """{"error":{"code":"AGENT_NOT_FOUND"}}"""));

        foreach (Task<Readiness> wait in waits)
        {
            Assert.Equal("AGENT_NOT_FOUND", (await Assert.ThrowsAsync<AgentNotFoundException>(() => wait)).Code);
        }
    }

    [Fact]
    public async Task A_service_that_is_not_ready_in_time_is_a_timeout_that_says_what_it_last_answered()
    {
        StubHandler handler = StubHandler.Of((503, """{"sessions":{"active":8,"most":8}}"""));
        using TestClient client = Client(handler);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => Wait(client));
        int asked = handler.Requests.Count;

        Assert.Equal((TimeoutScope.Polling, TimeSpan.FromMinutes(3), 503), (error.Scope, error.Timeout, error.Status));
        Assert.Equal("'getReadiness' did not show the service ready within 3 min; the last answer was NotReady (503), 8 of 8.", error.Message);

        // With the last waiter the questions end.
        client.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(asked, handler.Requests.Count);
    }

    [Fact]
    public async Task One_who_cancels_or_has_less_time_does_not_disturb_the_others()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        StubHandler handler = StubHandler.Of((503, ""), (503, ""), (503, ""), (200, ""));
        using TestClient client = Client(handler, jitter: 0.5, clock);
        ReadinessProbe probe = new(client.Pipeline, s_rule);
        using CancellationTokenSource source = new();

        Task<Readiness> canceled = probe.WaitAsync(null, null, null, source.Token);
        Task<Readiness> hasty = probe.WaitAsync(TimeSpan.FromSeconds(2), null, null, default);
        Task<Readiness> patient = probe.WaitAsync(null, null, null, default);
        source.Cancel();
        Assert.Equal(source.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => canceled)).CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<ApiTimeoutException>(() => hasty);
        clock.Waiting = null;
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True((await patient).IsReady);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task One_whose_time_is_over_at_once_leaves_no_questions_behind()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        StubHandler handler = StubHandler.Of((503, ""));
        using TestClient client = new(handler, options => options.TimeProvider = new HastyClock(clock));

        await Assert.ThrowsAsync<ApiTimeoutException>(() => new ReadinessProbe(client.Pipeline, s_rule).WaitAsync(HastyClock.Instant, null, null, default));
        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.InRange(handler.Requests.Count, 0, 1);
    }

    [Fact]
    public async Task A_fault_of_ones_own_progress_is_ones_own()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        using TestClient client = Client(StubHandler.Of((503, ""), (200, "")), clock: clock);
        ReadinessProbe probe = new(client.Pipeline, s_rule);
        Task<Readiness> other = probe.WaitAsync(null, null, null, default);
        Task<Readiness> faulty = probe.WaitAsync(null, new Log(null!), null, default);

        clock.Waiting = null;
        clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<NullReferenceException>(() => faulty);
        Assert.True((await other).IsReady);
    }

    [Fact]
    public async Task Questions_are_not_retried_and_take_the_callers_headers()
    {
        StubHandler handler = StubHandler.Of((500, ""));
        using TestClient client = Client(handler);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => new ReadinessProbe(client.Pipeline, s_rule).AskAsync(new RequestOptions { Headers = { ["x-trace"] = "a" } }, default));

        Assert.Single(error.Attempts);
        Assert.Equal("a", Assert.Single(handler.Requests).Headers["x-trace"]);
    }

    private static TestClient Client(StubHandler handler, double jitter = 0.5, FakeTimeProvider? clock = null) =>
        new(handler, options => options.Random = new FixedRandom(jitter), clock: clock);

    private static Task<Readiness> Wait(TestClient client, IProgress<Readiness>? progress = null) =>
        new ReadinessProbe(client.Pipeline, s_rule).WaitAsync(null, progress, null, default);

    /// <summary>A clock on which one length of time is over before its timer is even made, as can happen to a short one on a busy machine.</summary>
    private sealed class HastyClock(FakeTimeProvider clock) : TimeProvider
    {
        public static TimeSpan Instant { get; } = TimeSpan.FromMilliseconds(1);

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = clock.CreateTimer(callback, state, dueTime, period);
            if (dueTime == Instant)
            {
                callback(state);
            }

            return timer;
        }
    }

    private sealed class Log(List<Readiness> told) : IProgress<Readiness>
    {
        public void Report(Readiness value) => told.Add(value);
    }
}
