namespace Dragoman;

/// <summary>The limiters of the process: clients of one service that send one credential share theirs.</summary>
internal static class SharedLimiters
{
    /// <summary>A limiter without a permit that still counts is as good as a new one.</summary>
    private static readonly SharedPool<SharedLimit, WindowRateLimiter> s_limiters = new(
        static key => new(key.Permits, key.Window, key.Clock),
        static limiter => limiter.IdleDuration is not null);

    /// <summary>By what clients find the limiter that they share. Made once for each operation; the limiter is asked for with each try, since an unused one is let go.</summary>
    public static SharedLimit Of(RateLimitDefinition limit, string origin, IReadOnlyList<ApiCredential> credentials, TimeProvider clock)
    {
        object owner = limit.Scope == RateLimitScope.Address ? "" : CredentialOwner.Of(credentials);
        return new(origin, owner, limit.Name, limit.Permits, limit.Window, clock);
    }

    public static WindowRateLimiter Get(SharedLimit limit) => s_limiters.Get(limit);
}
