using Dragoman.Samples.Emulator.BitHuman;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// The bitHuman REST API: agents that pass through their states, and every failure of the error reference on demand.
/// </summary>
public sealed class BitHumanEmulator : ServiceEmulator
{
    /// <summary>The only API secret the emulator accepts.</summary>
    public const string ApiSecret = "emulator-secret";

    private readonly BitHumanApi _api;

    private BitHumanEmulator(BitHumanApi api)
        : base(api) => _api = api;

    /// <summary>Starts an emulator; dispose it to stop.</summary>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<BitHumanEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default) =>
        StartAsync(new BitHumanEmulator(new BitHumanApi(options ?? new EmulatorOptions())), ct);

    /// <summary>Adds an agent that is ready, as if it had been generated some time ago.</summary>
    /// <param name="agentId">Its identifier, which replaces an agent that has it; null for a new one.</param>
    /// <param name="systemPrompt">Its system prompt.</param>
    /// <param name="activeRooms">The number of live sessions it is in; with 0, speaking finds no room.</param>
    /// <returns>The agent's identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activeRooms"/> is negative.</exception>
    public string AddAgent(string? agentId = null, string systemPrompt = "You are a patient guide.", int activeRooms = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activeRooms);
        lock (_api.Gate)
        {
            return _api.State.AddReadyAgent(agentId, systemPrompt, activeRooms).Id;
        }
    }
}
