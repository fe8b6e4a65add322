namespace Dragoman;

/// <summary>Which limit a <see cref="PostgreSqlRateLimiter"/> keeps, and how. Limiters with the same name, permits and window in one database share them.</summary>
public sealed class PostgreSqlRateLimiterOptions : PostgreSqlOptions
{
    /// <summary>How many permits, 1 or more.</summary>
    public required int Permits { get; init; }

    /// <summary>In any time of this length: above zero, at most 49 days.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>How many may wait at this limiter at once; further ones get a permit only if there is one at once. 0 or more. Default: 1000.</summary>
    public int QueueLimit { get; init; } = 1000;

    /// <summary>Who would wait longer than this for his turn is refused at once, and takes no turn. 0 or more. Default: <see cref="Timeout.InfiniteTimeSpan"/>, for any time.</summary>
    public TimeSpan MaxWait { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many permits one round trip may bring to those who ask at the same time, 1 or more. None is brought for later. Default: 100.</summary>
    public int PermitsPerTrip { get; init; } = 100;

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(Permits, 1, nameof(Permits));
        TimeLimit.Check(Window, isInfiniteAllowed: false, nameof(Window));
        ArgumentOutOfRangeException.ThrowIfNegative(QueueLimit, nameof(QueueLimit));
        if (MaxWait != TimeSpan.Zero)
        {
            TimeLimit.Check(MaxWait, name: nameof(MaxWait));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(PermitsPerTrip, 1, nameof(PermitsPerTrip));
    }
}
