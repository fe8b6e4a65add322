using System.Diagnostics;
using System.Threading.RateLimiting;
using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>The round trips of a limiter: how many there are, and what becomes of those that fail.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class TripTests(PostgreSqlServer server)
{
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
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "trips", 100, new(), permitsPerTrip: 40);
        await limiter.TakeAsync(1);
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
    public async Task A_connection_that_ended_unnoticed_does_not_make_the_database_away()
    {
        FakeTimeProvider clock = new();
        string own = new NpgsqlConnectionStringBuilder(server.Database.ConnectionString) { ApplicationName = "ended" }.ConnectionString;
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(own);
        await using PostgreSqlRateLimiter limiter = new(database, new() { Name = "ended", Permits = 2, Window = TestLimiter.Hour, WhenUnavailable = UnavailableMode.Closed, TimeProvider = clock });
        await limiter.TakeAsync(1);
        await using NpgsqlCommand command = server.Database.CreateCommand("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE application_name = 'ended'");
        Assert.Equal(1L, await command.ExecuteScalarAsync());

        await limiter.TakeAsync(1);

        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_trip_that_stands_still_is_given_up_and_takes_nothing()
    {
        FakeTimeProvider clock = new();
        await using PostgreSqlRateLimiter limiter = TestLimiter.Of(server, "stands", 2, clock);
        await limiter.TakeAsync(1);
        await using NpgsqlConnection connection = await server.Database.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand hold = new("SELECT id FROM dragoman.rate_limit WHERE name = 'stands' FOR UPDATE", connection, transaction);
        await hold.ExecuteNonQueryAsync();
        ValueTask<RateLimitLease> asked = limiter.AcquireAsync();
        await using NpgsqlCommand standing = server.Database.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (await standing.ExecuteScalarAsync(limit.Token) is 0L)
        {
        }

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False((await asked).IsAcquired);

        while (await standing.ExecuteScalarAsync(limit.Token) is not 0L)
        {
        }

        await transaction.RollbackAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await limiter.TakeAsync(1);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_a_mistake_and_not_away()
    {
        await using NpgsqlCommand command = server.Database.CreateCommand("CREATE DATABASE empty");
        await command.ExecuteNonQueryAsync();
        await using NpgsqlDataSource empty = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.Database.ConnectionString) { Database = "empty" }.ConnectionString);
        await using PostgreSqlRateLimiter limiter = new(empty, new() { Name = "empty", Permits = 1, Window = TestLimiter.Hour, WhenUnavailable = UnavailableMode.Open });

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => limiter.AcquireAsync().AsTask());

        Assert.Equal("The database has no schema for limits, or an older one. PostgreSqlLimits.CreateSchemaAsync makes it.", error.Message);
    }
}
