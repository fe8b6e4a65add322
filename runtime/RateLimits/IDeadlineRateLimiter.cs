using System.Threading.RateLimiting;

namespace Dragoman;

/// <summary>A <see cref="RateLimiter"/> that knows when a turn comes, and so refuses at once whoever would wait too long for it.</summary>
/// <remarks>Of a limiter without it a client only learns that the deadline of a call has come before its turn, and <see cref="RateLimitMode.Refuse"/> asks it by <see cref="RateLimiter.AttemptAcquire"/>, which blocks where the limiter is far away.</remarks>
public interface IDeadlineRateLimiter
{
    /// <summary>Waits for permits, unless that would take too long.</summary>
    /// <param name="permitCount">How many permits, 1 or more.</param>
    /// <param name="patience">The longest wait: zero for permits that are there at once, <see cref="Timeout.InfiniteTimeSpan"/> for any wait. What it takes to ask does not count.</param>
    /// <param name="cancellationToken">Cancels the asking and the wait.</param>
    /// <returns>The permits; or a lease without any, which has taken nothing and says by <see cref="MetadataName.RetryAfter"/> how long the wait would have been.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limiter never has so many permits.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    ValueTask<RateLimitLease> AcquireAsync(int permitCount, TimeSpan patience, CancellationToken cancellationToken);
}
