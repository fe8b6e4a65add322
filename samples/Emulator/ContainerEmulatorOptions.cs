namespace Dragoman.Samples.Emulator;

/// <summary>How an emulated container runs.</summary>
public sealed class ContainerEmulatorOptions : EmulatorOptions
{
    /// <summary>The sessions it can run at once, from 1. Default: 8.</summary>
    public int Slots { get; init; } = 8;

    /// <summary>How long it loads its model after the start; not ready until then. Default: 50 s.</summary>
    public TimeSpan ColdStart { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How long a session runs before it completes by itself. Default: null, until it is stopped.</summary>
    public TimeSpan? SessionDuration { get; init; }
}
