namespace Dragoman.Samples.Emulator;

/// <summary>How an emulator runs.</summary>
public class EmulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1. Default: 0, any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// How long whatever takes time stays in each of its states: agents on their way to <c>ready</c>, gestures, tasks and runs.
    /// Zero finishes at once. Default: 300 ms.
    /// </summary>
    public TimeSpan StepDuration { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The time after each event of a stream. Default: zero.</summary>
    public TimeSpan EventInterval { get; init; }

    /// <summary>The clock that everything is counted with. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
