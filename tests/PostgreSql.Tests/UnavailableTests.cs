using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>What becomes of those who ask while no database answers. None is needed for that.</summary>
public sealed class UnavailableTests
{
    [Fact]
    public async Task Closed_refuses_and_says_when_the_database_is_asked_again()
    {
        await using NpgsqlDataSource database = DatabaseAt(PostgreSqlServer.FreePort());
        await using PostgreSqlRateLimiter limiter = Limiter(database, UnavailableMode.Closed, new());

        using RateLimitLease lease = await limiter.AcquireAsync();

        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
        Assert.Equal(TimeSpan.FromSeconds(1), wait);
        Assert.True(lease.TryGetMetadata(MetadataName.ReasonPhrase, out string? reason));
        Assert.Equal("The database of the limit is away.", reason);
        Assert.Equal(0, limiter.UncheckedPermits);
    }

    [Fact]
    public async Task Open_lets_through_and_counts()
    {
        await using NpgsqlDataSource database = DatabaseAt(PostgreSqlServer.FreePort());
        await using PostgreSqlRateLimiter limiter = Limiter(database, UnavailableMode.Open, new());

        Assert.True((await limiter.AcquireAsync(2)).IsAcquired);
        Assert.True(limiter.AttemptAcquire().IsAcquired);

        Assert.Equal(3, limiter.UncheckedPermits);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_after_the_time_of_a_trip_and_left_alone_for_the_pause()
    {
        FakeTimeProvider clock = new();
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        await using NpgsqlDataSource database = DatabaseAt(((IPEndPoint)silent.LocalEndpoint).Port);
        await using PostgreSqlRateLimiter limiter = Limiter(database, UnavailableMode.Open, clock);
        ValueTask<RateLimitLease> asked = limiter.AcquireAsync();
        using Socket first = await silent.AcceptSocketAsync();
        Assert.False(asked.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await asked).IsAcquired);
        Assert.True((await limiter.AcquireAsync()).IsAcquired);
        Assert.False(silent.Pending());

        clock.Advance(TimeSpan.FromSeconds(1));
        asked = limiter.AcquireAsync();
        using Socket second = await silent.AcceptSocketAsync();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await asked).IsAcquired);
    }

    [Fact]
    public async Task Who_leaves_during_a_trip_is_not_held_up()
    {
        FakeTimeProvider clock = new();
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        await using NpgsqlDataSource database = DatabaseAt(((IPEndPoint)silent.LocalEndpoint).Port);
        await using PostgreSqlRateLimiter limiter = Limiter(database, UnavailableMode.Closed, clock);
        using CancellationTokenSource leaving = new();
        Task<RateLimitLease> asked = limiter.AcquireAsync(1, leaving.Token).AsTask();
        using Socket socket = await silent.AcceptSocketAsync();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        clock.Advance(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_context_of_who_asks_may_flow_or_not()
    {
        await using NpgsqlDataSource database = DatabaseAt(PostgreSqlServer.FreePort());
        await using PostgreSqlRateLimiter limiter = Limiter(database, UnavailableMode.Open, new());
        ValueTask<RateLimitLease> asked;
        using (ExecutionContext.SuppressFlow())
        {
            asked = limiter.AcquireAsync();
        }

        Assert.True((await asked).IsAcquired);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("a\0b", 1, 1)]
    [InlineData("a\ud800", 1, 1)]
    [InlineData("a", 0, 1)]
    [InlineData("a", 1, 0)]
    [InlineData("a", 1, 5_000_000)]
    public async Task Options_out_of_range_are_refused(string name, int permits, int seconds)
    {
        await using NpgsqlDataSource database = DatabaseAt(1);

        Assert.ThrowsAny<ArgumentException>(() => new PostgreSqlRateLimiter(database, new()
        {
            Name = name,
            Permits = permits,
            Window = TimeSpan.FromSeconds(seconds),
            WhenUnavailable = UnavailableMode.Open,
        }));
    }

    private static NpgsqlDataSource DatabaseAt(int port) => NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=tester;Database=postgres");

    private static PostgreSqlRateLimiter Limiter(NpgsqlDataSource database, UnavailableMode mode, FakeTimeProvider clock) => new(database, new()
    {
        Name = "away",
        Permits = 2,
        Window = TimeSpan.FromMinutes(1),
        WhenUnavailable = mode,
        TimeProvider = clock,
    });
}
