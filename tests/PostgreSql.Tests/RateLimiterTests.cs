using System.Threading.RateLimiting;
using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>One limiter, with turns by the real clock of the database and waits by a clock that goes on at once. Windows are an hour, so that what the tests take does not count.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class RateLimiterTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Who_finds_no_room_waits_until_the_oldest_turn_is_a_window_ago()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "waits", 2, clock);

        await limiter.TakeAsync(5);

        Assert.Equal([1, 1, 2], clock.Waits.Select(TestLimiter.Hours));
    }

    [Fact]
    public async Task Limiters_with_one_name_share_the_limit()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter one = TestLimiter.Of(server, "shared", 1, clock);
        await using PostgreSqlRateLimiter other = TestLimiter.Of(server, "shared", 1, clock);
        await using PostgreSqlRateLimiter stranger = TestLimiter.Of(server, "shared'; DROP SCHEMA dragoman CASCADE; --\"\\$1ä\u202e", 1, clock);

        await one.TakeAsync(1);
        Assert.False(other.AttemptAcquire().IsAcquired);
        await stranger.TakeAsync(1);

        Assert.Empty(clock.Waits);
        Assert.Equal((1, 0), (one.GetStatistics()!.TotalSuccessfulLeases, one.GetStatistics()!.TotalFailedLeases));
        Assert.Equal((0, 1), (other.GetStatistics()!.TotalSuccessfulLeases, other.GetStatistics()!.TotalFailedLeases));
    }

    [Fact]
    public async Task A_refusal_says_when_there_is_room_and_takes_nothing()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "refusal", 1, clock);
        await limiter.TakeAsync(1);

        using RateLimitLease first = limiter.AttemptAcquire();
        using RateLimitLease second = limiter.AttemptAcquire();

        Assert.False(first.IsAcquired);
        Assert.All([first, second], static lease => Assert.Equal(1, TestLimiter.Hours(lease.RetryAfter())));
        Assert.False(first.TryGetMetadata(MetadataName.ReasonPhrase, out _));
    }

    [Fact]
    public async Task Whose_wait_would_be_too_long_takes_no_turn()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter patient = TestLimiter.Of(server, "patience", 1, clock);
        await using PostgreSqlRateLimiter other = TestLimiter.Of(server, "patience", 1, clock, maxWait: TimeSpan.FromMinutes(30));
        await patient.TakeAsync(1);

        using RateLimitLease refused = await other.AcquireAsync();
        await patient.TakeAsync(1);

        Assert.Equal(1, TestLimiter.Hours(refused.RetryAfter()));
        Assert.Equal([1], clock.Waits.Select(TestLimiter.Hours));
    }

    [Fact]
    public async Task Whose_own_patience_is_too_short_takes_no_turn_either()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "own patience", 1, clock);
        await limiter.TakeAsync(1);

        using RateLimitLease refused = await limiter.AcquireAsync(1, TimeSpan.FromMinutes(30), CancellationToken.None);
        using RateLimitLease patient = await limiter.AcquireAsync(1, TimeSpan.FromHours(2), CancellationToken.None);

        Assert.Equal(1, TestLimiter.Hours(refused.RetryAfter()));
        Assert.True(patient.IsAcquired);
        Assert.Equal([1], clock.Waits.Select(TestLimiter.Hours));
    }

    [Fact]
    public async Task More_patience_than_the_limiter_has_is_of_no_use()
    {
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "more patience", 1, new(), maxWait: TimeSpan.FromMinutes(30));
        await limiter.TakeAsync(1);

        using RateLimitLease refused = await limiter.AcquireAsync(1, TimeSpan.FromHours(2), CancellationToken.None);

        Assert.Equal(1, TestLimiter.Hours(refused.RetryAfter()));
    }

    [Fact]
    public async Task Who_stops_waiting_gives_the_turn_to_others()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource<TimeSpan> waiting = new();
        clock.Waiting = wait => waiting.TrySetResult(wait);
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "given back", 1, clock);
        await limiter.TakeAsync(1);
        using CancellationTokenSource leaving = new();
        Task<RateLimitLease> left = limiter.AcquireAsync(1, leaving.Token).AsTask();
        Assert.Equal(1, TestLimiter.Hours(await waiting.Task));
        Assert.Null(limiter.IdleDuration);

        await leaving.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        clock.Waiting = null;
        await limiter.TakeAsync(2);

        Assert.Equal(leaving.Token, canceled.CancellationToken);
        Assert.Equal([1, 1, 2], clock.Waits.Select(TestLimiter.Hours));
        Assert.NotNull(limiter.IdleDuration);
    }

    [Fact]
    public async Task Only_so_many_wait_at_once()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource waiting = new();
        clock.Waiting = _ => waiting.TrySetResult();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "queue", 1, clock, queueLimit: 1);
        await limiter.TakeAsync(1);
        using CancellationTokenSource leaving = new();
        Task<RateLimitLease> first = limiter.AcquireAsync(1, leaving.Token).AsTask();
        await waiting.Task;

        using RateLimitLease second = await limiter.AcquireAsync();

        Assert.False(second.IsAcquired);
        Assert.Equal(2, TestLimiter.Hours(second.RetryAfter()));
        Assert.Equal(1, limiter.GetStatistics()!.CurrentQueuedCount);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Several_permits_are_valid_together()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "several", 3, clock);

        await limiter.TakeAsync(1, permits: 2);
        await limiter.TakeAsync(1, permits: 2);
        await limiter.TakeAsync(2, permits: 1);

        Assert.Equal([1, 1, 2], clock.Waits.Select(TestLimiter.Hours));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => limiter.AcquireAsync(4).AsTask());
    }

    [Fact]
    public async Task No_permits_ask_whether_there_is_one()
    {
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "question", 1, new());

        Assert.True(limiter.AttemptAcquire(0).IsAcquired);
        Assert.True(limiter.AttemptAcquire(1).IsAcquired);
        Assert.False(limiter.AttemptAcquire(0).IsAcquired);
    }

    [Fact]
    public async Task A_clock_that_goes_back_makes_nobody_wait_longer()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "clock", 2, clock);
        await limiter.TakeAsync(2);
        await using NpgsqlCommand command = server.Database.CreateCommand("""
            UPDATE dragoman.rate_limit_turn SET turn_us = turn_us + 86400000000 WHERE limit_id = (SELECT id FROM dragoman.rate_limit WHERE name = 'clock');
            UPDATE dragoman.rate_limit SET used_us = used_us + 86400000000 WHERE name = 'clock';
            """);
        await command.ExecuteNonQueryAsync();

        await limiter.TakeAsync(3);

        Assert.Equal([1, 1, 2], clock.Waits.Select(TestLimiter.Hours));
    }

    [Fact]
    public async Task After_its_end_it_gives_nothing()
    {
        PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "end", 1, new());
        await limiter.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => limiter.AcquireAsync().AsTask());
        Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire());
    }

    [Fact]
    public async Task The_schema_may_be_made_again_and_by_several_at_once()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "schema", 1, clock);
        await limiter.TakeAsync(1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgreSqlLimits.CreateSchemaAsync(server.Database)));
        await limiter.TakeAsync(1);

        Assert.Equal([1], clock.Waits.Select(TestLimiter.Hours));
    }
}
