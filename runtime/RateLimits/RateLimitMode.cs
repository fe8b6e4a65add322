namespace Dragoman;

/// <summary>What becomes of a call that a limit has no room for.</summary>
public enum RateLimitMode
{
    /// <summary>It waits for its turn, if that comes before the call's deadline.</summary>
    Wait,

    /// <summary>It fails at once with a <see cref="ClientRateLimitException"/>. A limiter that is no <see cref="IDeadlineRateLimiter"/> is asked by <see cref="System.Threading.RateLimiting.RateLimiter.AttemptAcquire"/>.</summary>
    Refuse,
}
