namespace Dragoman;

/// <summary>How something that is shared through a database uses it.</summary>
public abstract class PostgreSqlOptions
{
    private protected PostgreSqlOptions()
    {
    }

    /// <summary>The name, 1 to 500 characters, under which it is shared. It is stored as it is: name a key, never its secret.</summary>
    public required string Name { get; init; }

    /// <summary>What becomes of those who ask while the database is away.</summary>
    public required UnavailableMode WhenUnavailable { get; init; }

    /// <summary>How long a round trip may take, with the connection it may need, before the database counts as away. Default: 2 seconds.</summary>
    public TimeSpan TripTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a database that is away is not asked again. Default: 1 second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of the waits of this process; what is stored goes by the clock of the database. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal virtual void Check()
    {
        LimitName.Check(Name, nameof(Name));
        TimeLimit.Check(TripTimeout, isInfiniteAllowed: false, nameof(TripTimeout));
        TimeLimit.Check(Pause, isInfiniteAllowed: false, nameof(Pause));
        ArgumentNullException.ThrowIfNull(TimeProvider, nameof(TimeProvider));
    }
}
