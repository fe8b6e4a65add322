namespace Dragoman.Samples.Emulator.BitHuman.State;

/// <summary>Where the generation of an agent is at one moment; <paramref name="Since"/> is the time the state began after the start.</summary>
internal readonly record struct Generation(string State, double Progress, string? Step, string Message, TimeSpan Since)
{
    public const string Failed = "failed";
    public const string Ready = "ready";

    /// <summary>States an agent passes before it is ready: processing, generating, completed.</summary>
    public const int StepsToReady = 3;

    public bool HasPictures => State is "completed" or Ready;

    /// <summary>The generation as a function of time alone, so that no timer has to run.</summary>
    public static Generation At(TimeSpan elapsed, TimeSpan step, bool fails)
    {
        double steps = step > TimeSpan.Zero ? elapsed / step : StepsToReady;
        return steps switch
        {
            < 1 => new("processing", 0, null, "Waiting in the queue", TimeSpan.Zero),
            < 2 => Generating(steps - 1) with { Since = step },
            _ when fails => new(Failed, 0.5, "video_created", "Stopped", 2 * step),
            < StepsToReady => new("completed", 0.95, "lip_created", "Publishing the model", 2 * step),
            _ => new(Ready, 1, "lip_created", "Ready to use", StepsToReady * step),
        };
    }

    private static Generation Generating(double part)
    {
        (string step, string message) = part switch
        {
            < 1 / 3d => ("image_created", "Making the picture"),
            < 2 / 3d => ("video_created", "Making the video"),
            _ => ("lip_created", "Fitting the lips"),
        };
        return new("generating", 0.1 + (0.8 * part), step, message, Since: default);
    }
}
