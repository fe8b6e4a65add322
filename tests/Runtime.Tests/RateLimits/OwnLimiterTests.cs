using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>What a limiter of one's own is asked: by a try that may block only where it has no other way.</summary>
public class OwnLimiterTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task One_that_knows_its_turns_is_told_the_time_left_and_refuses_at_once()
    {
        InformedLimiter limiter = new(turn: s_timeout);
        using TestClient client = Client(limiter, RateLimitMode.Wait);

        ClientRateLimitException error = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        Assert.Equal((StopReason.DeadlineTooClose, s_timeout), (error.StopReason, error.RetryAfter));
        Assert.Equal([s_timeout - TimeSpan.FromTicks(1)], limiter.Patience);
        Assert.Empty(client.Clock.Waits);
    }

    [Fact]
    public async Task Without_a_deadline_it_is_waited_for_as_long_as_it_takes()
    {
        InformedLimiter limiter = new(turn: TimeSpan.FromDays(1));
        using TestClient client = Client(limiter, RateLimitMode.Wait);

        await client.GetAsync(new() { Timeout = Timeout.InfiniteTimeSpan });

        Assert.Equal([Timeout.InfiniteTimeSpan], limiter.Patience);
    }

    [Fact]
    public async Task Who_does_not_wait_asks_it_without_blocking()
    {
        InformedLimiter limiter = new(turn: TimeSpan.FromSeconds(1));
        using TestClient client = Client(limiter, RateLimitMode.Refuse);

        ClientRateLimitException error = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        Assert.Equal((StopReason.NotRetryable, TimeSpan.FromSeconds(1)), (error.StopReason, error.RetryAfter));
        Assert.Equal([TimeSpan.Zero], limiter.Patience);
    }

    [Fact]
    public async Task One_that_only_waits_is_not_asked_again_when_the_time_is_over()
    {
        FakeTimeProvider clock = new();
        using SilentLimiter limiter = new(() => clock.Advance(s_timeout));
        using TestClient client = Client(limiter, RateLimitMode.Wait, clock);

        ClientRateLimitException error = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        Assert.Equal((StopReason.DeadlineTooClose, null), (error.StopReason, error.RetryAfter));
    }

    private static TestClient Client(RateLimiter limiter, RateLimitMode mode, FakeTimeProvider? clock = null) => new(
        StubHandler.Of((200, """{"id":"A1"}""")),
        options => (options.Timeout, options.RateLimits) = (s_timeout, new() { Mode = mode, Limiter = limiter }),
        TestApi.EmptyCatalog,
        clock);

    /// <summary>A limiter that would block whoever only tries.</summary>
    private abstract class FarLimiter : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new InvalidOperationException("A thread would be blocked.");
    }

    /// <summary>Its next turn comes after a time that it knows.</summary>
    private sealed class InformedLimiter(TimeSpan turn) : FarLimiter, IDeadlineRateLimiter
    {
        public List<TimeSpan> Patience { get; } = [];

        public ValueTask<RateLimitLease> AcquireAsync(int permitCount, TimeSpan patience, CancellationToken cancellationToken)
        {
            Patience.Add(patience);
            return new(new Lease(patience == Timeout.InfiniteTimeSpan || patience >= turn ? null : turn));
        }

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The time left was not told.");
    }

    /// <summary>Its turn never comes, and it says nothing of it.</summary>
    private sealed class SilentLimiter(Action asked) : FarLimiter
    {
        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            asked();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Lease(null);
        }
    }

    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = wait;
            return wait is not null;
        }
    }
}
