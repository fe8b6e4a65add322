using System.Diagnostics;
using System.Threading.RateLimiting;
using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>One limiter, with turns by the real clock of the database and waits by a clock that goes on at once. Windows are an hour, so that what the tests take does not count.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class RateLimiterTests(PostgreSqlServer server)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_nearlyAnHour = TimeSpan.FromMinutes(59);

    [Fact]
    public async Task Who_finds_no_room_waits_until_the_oldest_turn_is_a_window_ago()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = Limiter("waits", 2, clock);

        await AcquireAsync(limiter, 5);

        Assert.Equal([1, 1, 2], clock.Waits.Select(Hours));
    }

    [Fact]
    public async Task Limiters_with_one_name_share_the_limit()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter one = Limiter("shared", 1, clock);
        await using PostgreSqlRateLimiter other = Limiter("shared", 1, clock);
        await using PostgreSqlRateLimiter stranger = Limiter("shared'; DROP SCHEMA dragoman CASCADE; --\"\\$1ä\u202e", 1, clock);

        await AcquireAsync(one, 1);
        Assert.False(other.AttemptAcquire().IsAcquired);
        await AcquireAsync(stranger, 1);

        Assert.Empty(clock.Waits);
        Assert.Equal((1, 0), (one.GetStatistics()!.TotalSuccessfulLeases, one.GetStatistics()!.TotalFailedLeases));
        Assert.Equal((0, 1), (other.GetStatistics()!.TotalSuccessfulLeases, other.GetStatistics()!.TotalFailedLeases));
    }

    [Fact]
    public async Task A_refusal_says_when_there_is_room_and_takes_nothing()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = Limiter("refusal", 1, clock);
        await AcquireAsync(limiter, 1);

        using RateLimitLease first = limiter.AttemptAcquire();
        using RateLimitLease second = limiter.AttemptAcquire();

        Assert.False(first.IsAcquired);
        Assert.All([first, second], static lease => Assert.InRange(RetryAfter(lease), s_nearlyAnHour, s_hour));
        Assert.False(first.TryGetMetadata(MetadataName.ReasonPhrase, out _));
    }

    [Fact]
    public async Task Whose_wait_would_be_too_long_takes_no_turn()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter patient = Limiter("patience", 1, clock);
        await using PostgreSqlRateLimiter other = Limiter("patience", 1, clock, maxWait: TimeSpan.FromMinutes(30));
        await AcquireAsync(patient, 1);

        using RateLimitLease refused = await other.AcquireAsync();
        await AcquireAsync(patient, 1);

        Assert.InRange(RetryAfter(refused), s_nearlyAnHour, s_hour);
        Assert.Equal([1], clock.Waits.Select(Hours));
    }

    [Fact]
    public async Task Who_stops_waiting_gives_the_turn_to_others()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource<TimeSpan> waiting = new();
        clock.Waiting = wait => waiting.TrySetResult(wait);
        await using PostgreSqlRateLimiter limiter = Limiter("given back", 1, clock);
        await AcquireAsync(limiter, 1);
        using CancellationTokenSource leaving = new();
        Task<RateLimitLease> left = limiter.AcquireAsync(1, leaving.Token).AsTask();
        Assert.Equal(1, Hours(await waiting.Task));
        Assert.Null(limiter.IdleDuration);

        await leaving.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        clock.Waiting = null;
        await AcquireAsync(limiter, 2);

        Assert.Equal(leaving.Token, canceled.CancellationToken);
        Assert.Equal([1, 1, 2], clock.Waits.Select(Hours));
        Assert.NotNull(limiter.IdleDuration);
    }

    [Fact]
    public async Task Only_so_many_wait_at_once()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource waiting = new();
        clock.Waiting = _ => waiting.TrySetResult();
        await using PostgreSqlRateLimiter limiter = Limiter("queue", 1, clock, queueLimit: 1);
        await AcquireAsync(limiter, 1);
        using CancellationTokenSource leaving = new();
        Task<RateLimitLease> first = limiter.AcquireAsync(1, leaving.Token).AsTask();
        await waiting.Task;

        using RateLimitLease second = await limiter.AcquireAsync();

        Assert.False(second.IsAcquired);
        Assert.Equal(2, Hours(RetryAfter(second)));
        Assert.Equal(1, limiter.GetStatistics()!.CurrentQueuedCount);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Several_permits_are_valid_together()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = Limiter("several", 3, clock);

        await AcquireAsync(limiter, 1, permits: 2);
        await AcquireAsync(limiter, 1, permits: 2);
        await AcquireAsync(limiter, 2, permits: 1);

        Assert.Equal([1, 1, 2], clock.Waits.Select(Hours));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => limiter.AcquireAsync(4).AsTask());
    }

    [Fact]
    public async Task No_permits_ask_whether_there_is_one()
    {
        await using PostgreSqlRateLimiter limiter = Limiter("question", 1, new());

        Assert.True(limiter.AttemptAcquire(0).IsAcquired);
        Assert.True(limiter.AttemptAcquire(1).IsAcquired);
        Assert.False(limiter.AttemptAcquire(0).IsAcquired);
    }

    [Fact]
    public async Task Those_who_ask_at_one_time_share_a_trip()
    {
        List<string> trips = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                lock (trips)
                {
                    trips.Add(activity.OperationName);
                }
            },
        };
        await using PostgreSqlRateLimiter limiter = Limiter("trips", 100, new(), permitsPerTrip: 40);
        await AcquireAsync(limiter, 1);
        await using NpgsqlConnection connection = await server.Database.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand hold = new("SELECT id FROM dragoman.rate_limit WHERE name = 'trips' FOR UPDATE", connection, transaction);
        await hold.ExecuteNonQueryAsync();

        // The first trip stands at the row that is held, and the others ask meanwhile: 80 for two trips, and at most 40 more in the first.
        Task<RateLimitLease>[] asked = [.. Enumerable.Range(0, 81).Select(_ => limiter.AcquireAsync().AsTask())];
        ActivitySource.AddActivityListener(listener);
        await transaction.RollbackAsync();
        await Task.WhenAll(asked);

        Assert.All(asked, static lease => Assert.True(lease.Result.IsAcquired));
        Assert.InRange(trips.Count, 1, 4);
    }

    [Fact]
    public async Task A_clock_that_goes_back_makes_nobody_wait_longer()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = Limiter("clock", 2, clock);
        await AcquireAsync(limiter, 2);
        await using NpgsqlCommand command = server.Database.CreateCommand("""
            UPDATE dragoman.rate_limit_turn SET turn_us = turn_us + 86400000000 WHERE limit_id = (SELECT id FROM dragoman.rate_limit WHERE name = 'clock');
            UPDATE dragoman.rate_limit SET used_us = used_us + 86400000000 WHERE name = 'clock';
            """);
        await command.ExecuteNonQueryAsync();

        await AcquireAsync(limiter, 3);

        Assert.Equal([1, 1, 2], clock.Waits.Select(Hours));
    }

    [Fact]
    public async Task A_connection_that_ended_unnoticed_does_not_make_the_database_away()
    {
        FakeTimeProvider clock = new();
        string own = new NpgsqlConnectionStringBuilder(server.Database.ConnectionString) { ApplicationName = "ended" }.ConnectionString;
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(own);
        await using PostgreSqlRateLimiter limiter = new(database, new() { Name = "ended", Permits = 2, Window = s_hour, WhenUnavailable = UnavailableMode.Closed, TimeProvider = clock });
        await AcquireAsync(limiter, 1);
        await using NpgsqlCommand command = server.Database.CreateCommand("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE application_name = 'ended'");
        Assert.Equal(1L, await command.ExecuteScalarAsync());

        await AcquireAsync(limiter, 1);

        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_a_mistake_and_not_away()
    {
        await using NpgsqlCommand command = server.Database.CreateCommand("CREATE DATABASE empty");
        await command.ExecuteNonQueryAsync();
        await using NpgsqlDataSource empty = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.Database.ConnectionString) { Database = "empty" }.ConnectionString);
        await using PostgreSqlRateLimiter limiter = new(empty, new() { Name = "empty", Permits = 1, Window = s_hour, WhenUnavailable = UnavailableMode.Open });

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => limiter.AcquireAsync().AsTask());

        Assert.Equal("The database has no schema for limits, or an older one. PostgreSqlLimits.CreateSchemaAsync makes it.", error.Message);
    }

    [Fact]
    public async Task After_its_end_it_gives_nothing()
    {
        PostgreSqlRateLimiter limiter = Limiter("end", 1, new());
        await limiter.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => limiter.AcquireAsync().AsTask());
        Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire());
    }

    [Fact]
    public async Task The_schema_may_be_made_again_and_by_several_at_once()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = Limiter("schema", 1, clock);
        await AcquireAsync(limiter, 1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgreSqlLimits.CreateSchemaAsync(server.Database)));
        await AcquireAsync(limiter, 1);

        Assert.Equal([1], clock.Waits.Select(Hours));
    }

    private PostgreSqlRateLimiter Limiter(string name, int permits, FakeTimeProvider clock, int queueLimit = 1000, TimeSpan? maxWait = null, int permitsPerTrip = 100) => new(server.Database, new()
    {
        Name = name,
        Permits = permits,
        Window = s_hour,
        WhenUnavailable = UnavailableMode.Closed,
        QueueLimit = queueLimit,
        MaxWait = maxWait ?? Timeout.InfiniteTimeSpan,
        PermitsPerTrip = permitsPerTrip,
        TimeProvider = clock,
    });

    private static async Task AcquireAsync(PostgreSqlRateLimiter limiter, int times, int permits = 1)
    {
        for (int i = 0; i < times; i++)
        {
            using RateLimitLease lease = await limiter.AcquireAsync(permits);
            Assert.True(lease.IsAcquired);
        }
    }

    private static TimeSpan RetryAfter(RateLimitLease lease)
    {
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
        return wait;
    }

    /// <summary>A wait in hours, of which the test itself may have taken a minute.</summary>
    private static int Hours(TimeSpan wait)
    {
        int hours = (int)Math.Ceiling(wait.TotalHours);
        Assert.InRange(TimeSpan.FromHours(hours) - wait, TimeSpan.Zero, s_hour - s_nearlyAnHour);
        return hours;
    }
}
