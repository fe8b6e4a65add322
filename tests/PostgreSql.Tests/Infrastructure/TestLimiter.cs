using System.Threading.RateLimiting;

namespace Dragoman.PostgreSql.Tests;

/// <summary>Limiters whose window is an hour, so that the time of the test itself does not count.</summary>
internal static class TestLimiter
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static PostgreSqlRateLimiter Of(PostgreSqlServer server, string name, int permits, FakeTimeProvider clock, int queueLimit = 1000, TimeSpan? maxWait = null, int permitsPerTrip = 100) => new(server.Database, new()
    {
        Name = name,
        Permits = permits,
        Window = Hour,
        WhenUnavailable = UnavailableMode.Closed,
        QueueLimit = queueLimit,
        MaxWait = maxWait ?? Timeout.InfiniteTimeSpan,
        PermitsPerTrip = permitsPerTrip,
        TimeProvider = clock,
    });

    /// <summary>Takes permits one after the other; each must be had.</summary>
    public static async Task TakeAsync(this PostgreSqlRateLimiter limiter, int times, int permits = 1)
    {
        for (int i = 0; i < times; i++)
        {
            using RateLimitLease lease = await limiter.AcquireAsync(permits);
            Assert.True(lease.IsAcquired);
        }
    }

    public static TimeSpan RetryAfter(this RateLimitLease lease)
    {
        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
        return wait;
    }

    /// <summary>A wait in hours, of which the test itself may have taken a minute.</summary>
    public static int Hours(TimeSpan wait)
    {
        int hours = (int)Math.Ceiling(wait.TotalHours);
        Assert.InRange(TimeSpan.FromHours(hours) - wait, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        return hours;
    }
}
