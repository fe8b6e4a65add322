namespace Dragoman.Samples.Emulator.BitHuman.State;

/// <summary>An agent of the emulated account.</summary>
/// <param name="Id">Its identifier, which is also its code.</param>
/// <param name="SystemPrompt">Its system prompt.</param>
/// <param name="StartedAt">When its generation began.</param>
/// <param name="Fails">Whether its generation ends in failure.</param>
/// <param name="ActiveRooms">The live sessions it is in from the moment it is ready.</param>
internal sealed record Agent(string Id, string SystemPrompt, DateTimeOffset StartedAt, bool Fails, int ActiveRooms)
{
    public string SystemPrompt { get; set; } = SystemPrompt;

    /// <summary>When the generation of its gestures began; null when it has none.</summary>
    public DateTimeOffset? DynamicsStartedAt { get; set; }
}
