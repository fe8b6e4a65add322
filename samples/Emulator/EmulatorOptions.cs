namespace Dragoman.Samples.Emulator;

/// <summary>How an emulator runs.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1. Default: 0, any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// How long an agent stays in each state on its way to <c>ready</c>, and how long gestures take to generate.
    /// Zero finishes at once. Default: 300 ms.
    /// </summary>
    public TimeSpan StepDuration { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The clock that <see cref="StepDuration"/> is counted with. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
