namespace Dragoman;

/// <summary>How a fleet behaves. The fleet copies its options.</summary>
public sealed class FleetOptions
{
    /// <summary>How long a call waits for an endpoint that takes it, all its waits together. Default: 3 minutes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How often an endpoint that takes work is asked whether it still does, and how much it has. Default: 5 seconds.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time between two questions to an endpoint that takes no work; it grows by 30 % with each. Default: 1 second.</summary>
    public TimeSpan NotReadyInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The bound of that time. Default: 5 seconds.</summary>
    public TimeSpan NotReadyCap { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many calls in a row fail at an endpoint before it is ejected, 1 or more. Default: 3.</summary>
    public int FailuresToEject { get; set; } = 3;

    /// <summary>The time before an ejected endpoint is asked again; it doubles with each question, and with each ejection until a call succeeds. Default: 5 seconds.</summary>
    public TimeSpan EjectionInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The bound of that time. Default: 60 seconds.</summary>
    public TimeSpan EjectionCap { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock of all waits. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Draws the endpoints, and spreads the questions. Default: <see cref="System.Random.Shared"/>.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>A copy whose values were checked.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal FleetOptions Checked()
    {
        FleetOptions copy = (FleetOptions)MemberwiseClone();
        TimeLimit.Check(copy.Timeout, name: nameof(Timeout));
        TimeLimit.Check(copy.RefreshInterval, isInfiniteAllowed: false, nameof(RefreshInterval));
        TimeLimit.Check(copy.NotReadyInterval, isInfiniteAllowed: false, nameof(NotReadyInterval));
        TimeLimit.Check(copy.NotReadyCap, isInfiniteAllowed: false, nameof(NotReadyCap));
        TimeLimit.Check(copy.EjectionInterval, isInfiniteAllowed: false, nameof(EjectionInterval));
        TimeLimit.Check(copy.EjectionCap, isInfiniteAllowed: false, nameof(EjectionCap));
        ArgumentOutOfRangeException.ThrowIfLessThan(copy.FailuresToEject, 1, nameof(FailuresToEject));
        ArgumentNullException.ThrowIfNull(copy.TimeProvider, nameof(TimeProvider));
        ArgumentNullException.ThrowIfNull(copy.Random, nameof(Random));
        return copy;
    }
}
