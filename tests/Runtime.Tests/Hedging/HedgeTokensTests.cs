using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>What becomes of the tokens of a hedge that was not sent, and of an answer whose quota fails.</summary>
public class HedgeTokensTests
{
    [Fact]
    public async Task Tokens_that_come_after_the_answer_are_given_back()
    {
        SlowQuota quota = new();
        using HedgingRun run = new(options => options.RetryQuota = quota);
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        Assert.Equal([14], quota.Asked);

        run.First.Give(200);
        await call;
        quota.Answer.SetResult(true);

        Assert.Equal(1, run.Sent);
        Assert.Equal([1, 14], quota.Returned);
    }

    [Theory]
    [InlineData(200, 101)]
    [InlineData(404, 100)]
    public async Task A_hedge_that_the_own_limit_refuses_costs_nothing(int status, int tokens)
    {
        using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 0 });
        using HedgingRun run = new(options => options.RateLimits = new() { Mode = RateLimitMode.Refuse, Limiter = limiter });
        Task<ApiResult<Agent>> call = ApiResult.From(run.Client.GetAsync());
        run.PassDelay();
        run.First.Give(status);
        await call;

        Assert.Equal((1, tokens), (run.Sent, run.Quota.Tokens));
    }

    [Fact]
    public async Task A_hedge_that_waits_for_its_turn_until_the_answer_costs_nothing()
    {
        using FixedWindowRateLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 5, Window = TimeSpan.FromMinutes(1), AutoReplenishment = false });
        using HedgingRun run = new(options => options.RateLimits = new() { Limiter = limiter });
        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        Assert.Equal(1, limiter.GetStatistics()!.CurrentQueuedCount);
        run.First.Give(404);
        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => call);

        Assert.Equal((1, 100), (run.Sent, run.Quota.Tokens));
        Assert.Equal([(null, false), (404, true)], error.Attempts.Select(static attempt => (attempt.Status, attempt.MayHaveBeenReceived)));
    }

    [Fact]
    public async Task A_quota_that_takes_nothing_back_keeps_no_answer()
    {
        using HedgingRun run = new(static options => options.RetryQuota = new ClosedQuota());
        Task<ApiResponse> call = run.Client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        run.PassDelay();
        run.Second.Give(200);

        await Assert.ThrowsAsync<FormatException>(() => call);
        Assert.Equal((2, 0), (run.Sent, run.Handler.LiveResponses));
    }

    /// <summary>A quota that is far away, and answers when a test wants it.</summary>
    private sealed class SlowQuota : IRetryQuota
    {
        public List<int> Asked { get; } = [];

        public List<int> Returned { get; } = [];

        public TaskCompletionSource<bool> Answer { get; } = new();

        public ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken)
        {
            Asked.Add(tokens);
            return new(Answer.Task);
        }

        public void Return(int tokens) => Returned.Add(tokens);
    }

    private sealed class ClosedQuota : IRetryQuota
    {
        public ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken) => new(true);

        public void Return(int tokens) => throw new FormatException();
    }
}
