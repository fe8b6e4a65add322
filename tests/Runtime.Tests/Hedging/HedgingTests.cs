namespace Dragoman.Runtime.Tests;

/// <summary>Two tries at once: which of them ends the call, and what becomes of the other. A hedge takes 14 of 100 tokens, a success at the first try gives one.</summary>
public class HedgingTests
{
    [Fact]
    public async Task An_answer_in_time_is_the_only_one()
    {
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync();
        run.First.Give(200);

        Assert.Equal("A1", (await call).Id);
        run.PassDelay();
        Assert.Equal((1, 101), (run.Sent, run.Quota.Tokens));
    }

    [Fact]
    public async Task A_hedge_that_is_faster_ends_the_call_and_the_first_try()
    {
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        Assert.Equal((2, 86), (run.Sent, run.Quota.Tokens));
        run.Second.Give(200, """{"id":"B2"}""");

        Assert.Equal("B2", (await call).Id);
        Assert.True(run.First.IsCanceled);
        Assert.False(run.Second.IsCanceled);
        Assert.Equal((101, 0), (run.Quota.Tokens, run.Handler.LiveResponses));
    }

    [Fact]
    public async Task A_hedge_in_vain_is_canceled_and_has_cost_its_tokens()
    {
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.First.Give(200);

        await call;
        Assert.True(run.Second.IsCanceled);
        Assert.Equal(87, run.Quota.Tokens);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_disposed()
    {
        using HedgingRun run = new();
        run.First.IsDeaf = true;
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.Second.Give(200);
        await call;

        run.First.Give(200);
        Assert.Equal(0, run.Handler.LiveResponses);
    }

    [Fact]
    public async Task An_error_that_is_not_repeated_ends_the_call()
    {
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.Second.Give(404, "");

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => call);
        Assert.Equal((404, StopReason.NotRetryable, true), (error.Status, error.StopReason, run.First.IsCanceled));
        Assert.Equal([null, 404], error.Attempts.Select(static attempt => attempt.Status));
        Assert.Equal("Another try was answered first.", error.Attempts[0].Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_that_passes_waits_for_the_other_try(bool isFirst)
    {
        using HedgingRun run = new();
        List<CallSummary> summaries = [];
        Task<Agent> call = run.Client.GetAsync(new() { OnCompleted = summaries.Add });
        run.PassDelay();
        run[isFirst ? 0 : 1].Give(503, "");
        Assert.False(call.IsCompleted);
        run.Clock.Advance(TimeSpan.FromSeconds(1));
        run[isFirst ? 1 : 0].Give(200);

        await call;
        Assert.Equal(isFirst ? 101 : 87, run.Quota.Tokens);
        Assert.Equal([(1, 503), (2, 200)], summaries.Single().Attempts.Select(static attempt => (attempt.Number, attempt.Status!.Value)));
        Assert.Equal(isFirst ? [100, 1000] : [0, 1100], summaries[0].Attempts.Select(static attempt => attempt.Elapsed.TotalMilliseconds));
        Assert.Equal(isFirst ? [0, 100] : [100, 0], summaries[0].Attempts.Select(static attempt => attempt.WaitedBefore.TotalMilliseconds));
    }

    [Fact]
    public async Task Of_two_failures_the_later_one_is_thrown_and_both_are_told()
    {
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.First.Break("cut");
        run.Second.Give(503, "");

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => call);
        Assert.Equal((503, StopReason.AttemptsSpent), (error.Status, error.StopReason));
        Assert.Equal([(null, "cut"), (503, null)], error.Attempts.Select(static attempt => (attempt.Status, attempt.Failure)));
        Assert.Equal((86, 0), (run.Quota.Tokens, run.Handler.LiveResponses));
    }

    [Fact]
    public async Task Of_two_failures_the_one_that_asks_for_the_longer_wait_is_heeded()
    {
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.First.Give(429, "", ("Retry-After", "20"));
        run.Second.Give(503, "", ("Retry-After", "5"));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => call);
        Assert.Equal((429, TimeSpan.FromSeconds(20)), (error.Status, error.RetryAfter));
        Assert.Equal([503, 429], error.Attempts.Select(static attempt => attempt.Status));
    }

    [Fact]
    public async Task Two_failures_are_repeated_as_one()
    {
        using HedgingRun run = new(static options => options.MaxRetries = 1);
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.First.Give(503, "");
        run.Second.Give(503, "");
        run.Clock.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal((3, 100 - 14 - 14), (run.Sent, run.Quota.Tokens));
        run[2].Give(200);

        await call;
        Assert.Equal(100 - 14, run.Quota.Tokens);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_failure_before_the_delay_is_repeated_and_not_hedged(int status)
    {
        using HedgingRun run = new(static options => options.MaxRetries = 1);
        Task<Agent> call = run.Client.GetAsync();
        run.First.Give(status, "", ("Retry-After", "30"));
        run.PassDelay();
        Assert.Equal(1, run.Sent);

        run.Clock.Advance(TimeSpan.FromSeconds(29.9));
        run.Second.Give(200);
        await call;
        Assert.Equal(2, run.Sent);
    }

    [Fact]
    public async Task Each_try_has_the_whole_time_of_a_try()
    {
        using HedgingRun run = new(static options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.Clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.True(run.First.IsCanceled);
        Assert.False(run.Second.IsCanceled || call.IsCompleted);
        run.Clock.Advance(TimeSpan.FromMilliseconds(100));

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal((TimeoutScope.Attempt, TimeSpan.FromSeconds(1)), (error.Scope, error.Timeout));
        Assert.Equal([1000, 1000], error.Attempts.Select(static attempt => attempt.Elapsed.TotalMilliseconds));
    }

    [Fact]
    public async Task The_deadline_ends_both()
    {
        using HedgingRun run = new(static options => options.Timeout = TimeSpan.FromSeconds(1));
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.Clock.Advance(TimeSpan.FromMilliseconds(900));

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal((TimeoutScope.Call, StopReason.DeadlineTooClose, 2), (error.Scope, error.StopReason, error.Attempts.Count));
    }

    [Fact]
    public async Task The_caller_cancels_both()
    {
        using CancellationTokenSource caller = new();
        using HedgingRun run = new();
        List<CallSummary> summaries = [];
        Task<Agent> call = run.Client.GetAsync(new() { OnCompleted = summaries.Add }, caller.Token);
        run.PassDelay();
        caller.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, canceled.CancellationToken);
        Assert.True(run.First.IsCanceled && run.Second.IsCanceled);
        Assert.Equal(["The caller canceled.", "The caller canceled."], summaries.Single().Attempts.Select(static attempt => attempt.Failure));
    }

    [Fact]
    public async Task The_caller_cancels_before_the_delay()
    {
        using CancellationTokenSource caller = new();
        using HedgingRun run = new();
        Task<Agent> call = run.Client.GetAsync(cancellationToken: caller.Token);
        caller.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, canceled.CancellationToken);
        run.PassDelay();
        Assert.Equal((1, 100), (run.Sent, run.Quota.Tokens));
    }

    [Fact]
    public async Task What_the_loser_throws_is_observed()
    {
        const string Reason = "the loser of the hedging test broke off";
        using UnobservedFailures failures = new();
        using (HedgingRun run = new())
        {
            run.First.IsDeaf = true;
            Task<Agent> call = run.Client.GetAsync();
            run.PassDelay();
            run.Second.Give(200);
            await call;
            run.First.Break(Reason);
        }

        Assert.False(await failures.HaveAsync(Reason));
    }

    [Fact]
    public async Task The_body_of_a_stream_is_that_of_the_try_whose_head_came_first()
    {
        using HedgingRun run = new();
        Task<ApiResponse> call = run.Client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        run.PassDelay();
        run.Second.Give(200, "open");

        using (ApiResponse response = await call)
        {
            Assert.True(run.First.IsCanceled);
            Assert.False(run.Second.IsCanceled);
            Assert.Equal("open", await new StreamReader(response.OpenBody).ReadToEndAsync());
        }

        Assert.Equal(0, run.Handler.LiveResponses);
    }
}
