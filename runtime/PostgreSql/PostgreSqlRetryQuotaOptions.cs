namespace Dragoman;

/// <summary>Which quota a <see cref="PostgreSqlRetryQuota"/> is, and how it behaves.</summary>
public sealed class PostgreSqlRetryQuotaOptions
{
    /// <summary>The quota's name, 1 to 500 characters. Quotas with the same name and capacity in one database are one. It is stored as it is: name a key, never its secret.</summary>
    public required string Name { get; init; }

    /// <summary>What becomes of those who ask while the database is away.</summary>
    public required UnavailableMode WhenUnavailable { get; init; }

    /// <summary>The most tokens that it holds, 1 or more. Default: 500.</summary>
    public int Capacity { get; init; } = 500;

    /// <summary>The tokens that it begins with, when the database does not know it yet: 0 to <see cref="Capacity"/>. Default: 100.</summary>
    public int Tokens { get; init; } = 100;

    /// <summary>How long tokens that were given back are gathered before they are brought to the database, unless somebody takes some before. Default: 1 second.</summary>
    public TimeSpan ReturnInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a round trip may take, with the connection it may need, before the database counts as away. Default: 2 seconds.</summary>
    public TimeSpan TripTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a database that is away is not asked again. Default: 1 second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of all these times. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Check()
    {
        LimitName.Check(Name, nameof(Name));
        ArgumentOutOfRangeException.ThrowIfLessThan(Capacity, 1, nameof(Capacity));
        ArgumentOutOfRangeException.ThrowIfNegative(Tokens, nameof(Tokens));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Tokens, Capacity, nameof(Tokens));
        TimeLimit.Check(ReturnInterval, isInfiniteAllowed: false, nameof(ReturnInterval));
        TimeLimit.Check(TripTimeout, isInfiniteAllowed: false, nameof(TripTimeout));
        TimeLimit.Check(Pause, isInfiniteAllowed: false, nameof(Pause));
        ArgumentNullException.ThrowIfNull(TimeProvider, nameof(TimeProvider));
    }
}
