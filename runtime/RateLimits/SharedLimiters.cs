using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Dragoman;

/// <summary>The limiters of the process: clients of one service that send one credential share theirs.</summary>
internal static class SharedLimiters
{
    /// <summary>From how many on those are let go that forget nothing.</summary>
    private const int Many = 256;

    /// <summary>A key of the process alone, so that a digest of a secret says nothing outside of it.</summary>
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    private static readonly ConcurrentDictionary<SharedLimit, WindowRateLimiter> s_limiters = new();

    /// <summary>By what clients find the limiter that they share. Made once for each operation; the limiter is asked for with each try, since an unused one is let go.</summary>
    public static SharedLimit Of(RateLimitDefinition limit, string origin, IReadOnlyList<ApiCredential> credentials, TimeProvider clock)
    {
        object owner = limit.Scope == RateLimitScope.Address ? "" : OwnerOf(credentials);
        return new(origin, owner, limit.Name, limit.Permits, limit.Window, clock);
    }

    public static WindowRateLimiter Get(SharedLimit limit)
    {
        if (s_limiters.TryGetValue(limit, out WindowRateLimiter? known))
        {
            return known;
        }

        if (s_limiters.Count >= Many)
        {
            foreach ((SharedLimit other, WindowRateLimiter limiter) in s_limiters)
            {
                // Without a permit that still counts it is as good as a new one.
                if (limiter.IdleDuration is not null)
                {
                    s_limiters.TryRemove(other, out _);
                }
            }
        }

        return s_limiters.GetOrAdd(limit, static key => new(key.Permits, key.Window, key.Clock));
    }

    /// <summary>Who sends these credentials: a digest, never the secrets themselves. A token changes, so it is its source that counts.</summary>
    private static object OwnerOf(IReadOnlyList<ApiCredential> credentials)
    {
        if (credentials.FirstOrDefault(static credential => credential is TokenCredential) is { } source)
        {
            return source;
        }

        string secrets = string.Join('\0', credentials.SelectMany(static credential => credential.Secrets.Prepend(credential.Scheme)));
        return Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(secrets)));
    }
}
