using System.Globalization;

namespace Dragoman.Samples.Emulator.BitHuman.State;

/// <summary>What the emulated service remembers. Not safe for several threads: whoever uses it holds the gate of the API.</summary>
internal sealed class EmulatorState(TimeProvider clock, TimeSpan stepDuration)
{
    private readonly Dictionary<string, Agent> _agents = new(StringComparer.Ordinal);
    private int _agentsMade;

    public TimeSpan StepDuration { get; } = stepDuration;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Agent? FindAgent(string id) => _agents.GetValueOrDefault(id);

    /// <summary>Starts the generation of an agent; one with the same identifier is replaced.</summary>
    public Agent StartAgent(string? id, string systemPrompt)
    {
        // A prompt that speaks of failing is how a client asks for a generation that fails.
        bool fails = systemPrompt.Contains("fail", StringComparison.OrdinalIgnoreCase);
        return Add(new Agent(id ?? NextId(), systemPrompt, StartedAt: Now, fails, ActiveRooms: 1));
    }

    /// <summary>Adds an agent whose generation ended just now.</summary>
    public Agent AddReadyAgent(string? id, string systemPrompt, int activeRooms) => Add(new Agent(
        id ?? NextId(), systemPrompt, StartedAt: Now - (Generation.StepsToReady * StepDuration), Fails: false, activeRooms));

    public void Clear()
    {
        _agents.Clear();
        _agentsMade = 0;
    }

    private Agent Add(Agent agent)
    {
        _agents[agent.Id] = agent;
        return agent;
    }

    // Ten characters like the real ones, but in order, so that a run can be compared with another.
    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"A{++_agentsMade:D3}EMULAT");
}
