using System.Threading.RateLimiting;

namespace Dragoman;

/// <summary>Which limit a <see cref="PostgreSqlRateLimiter"/> keeps, and how.</summary>
public sealed class PostgreSqlRateLimiterOptions
{
    /// <summary>The limit's name, 1 to 500 characters. Limiters with the same name, permits and window in one database share them. It is stored as it is: name a key, never its secret.</summary>
    public required string Name { get; init; }

    /// <summary>How many permits, 1 or more.</summary>
    public required int Permits { get; init; }

    /// <summary>In any time of this length: above zero, at most 49 days.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>What becomes of those who ask while the database is away.</summary>
    public required UnavailableMode WhenUnavailable { get; init; }

    /// <summary>How many may wait at this limiter at once; further ones get a permit only if there is one at once. 0 or more. Default: 1000.</summary>
    public int QueueLimit { get; init; } = 1000;

    /// <summary>Who would wait longer than this for his turn is refused at once, and takes no turn. 0 or more. Default: <see cref="Timeout.InfiniteTimeSpan"/>, for any time.</summary>
    public TimeSpan MaxWait { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many permits one round trip may bring to those who ask at the same time, 1 or more. None is brought for later. Default: 100.</summary>
    public int PermitsPerTrip { get; init; } = 100;

    /// <summary>How long a round trip may take, with the connection it may need, before the database counts as away. Default: 2 seconds.</summary>
    public TimeSpan TripTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a database that is away is not asked again. Default: 1 second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock by which turns are waited for. When they are is told by the clock of the database. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Check()
    {
        LimitName.Check(Name, nameof(Name));
        ArgumentOutOfRangeException.ThrowIfLessThan(Permits, 1, nameof(Permits));
        TimeLimit.Check(Window, isInfiniteAllowed: false, nameof(Window));
        ArgumentOutOfRangeException.ThrowIfNegative(QueueLimit, nameof(QueueLimit));
        if (MaxWait != TimeSpan.Zero)
        {
            TimeLimit.Check(MaxWait, name: nameof(MaxWait));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(PermitsPerTrip, 1, nameof(PermitsPerTrip));
        TimeLimit.Check(TripTimeout, isInfiniteAllowed: false, nameof(TripTimeout));
        TimeLimit.Check(Pause, isInfiniteAllowed: false, nameof(Pause));
        ArgumentNullException.ThrowIfNull(TimeProvider, nameof(TimeProvider));
    }
}
