using System.Threading.RateLimiting;

namespace Dragoman;

/// <summary>How a client keeps the limits of its service before the service has to refuse calls.</summary>
/// <remarks>Each try of a call counts. The limits are those of the error catalog; clients of one process that send one credential to one service share them.</remarks>
public sealed class RateLimitOptions
{
    /// <summary>What becomes of a call that a limit has no room for. Default: it waits.</summary>
    public RateLimitMode Mode { get; set; } = RateLimitMode.Wait;

    /// <summary>How many calls may wait for one limit of the catalog at once; further ones are refused. Default: 1000.</summary>
    public int QueueLimit { get; set; } = 1000;

    /// <summary>Gives a limiter of one's own in place of a limit of the catalog, by its name; <see langword="null"/> for the client's. It is asked once for each operation that counts, and what it gives is not disposed.</summary>
    public Func<string, RateLimiter?>? LimiterOf { get; set; }

    /// <summary>A limiter of one's own for every try, besides the limits of the catalog. It is not disposed.</summary>
    public RateLimiter? Limiter { get; set; }

    internal RateLimitOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(QueueLimit);
        return (RateLimitOptions)MemberwiseClone();
    }
}
