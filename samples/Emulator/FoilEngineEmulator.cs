using Dragoman.Samples.Emulator.FoilEngine;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// The Foil Engine API: personas, sessions and chat, also as a stream of events. Its failures have no codes. A message
/// is worth 10 points, one with "please" 50, and 100 points win; "insult" and "give up" end a session at once.
/// </summary>
public sealed class FoilEngineEmulator : ServiceEmulator
{
    /// <summary>The API key of a game (<c>X-API-Key</c>).</summary>
    public const string ApiKey = "pk_live_emulator";

    /// <summary>The key of the language model (<c>X-LLM-API-Key</c>).</summary>
    public const string LlmApiKey = "llm-emulator";

    /// <summary>The token of the signed-in user (<c>Authorization: Bearer</c>).</summary>
    public const string UserToken = "emulator-jwt";

    /// <summary>A persona that can be talked to.</summary>
    public const string PersonaId = "11111111-1111-4111-8111-111111111111";

    /// <summary>The user's persona that is not published.</summary>
    public const string UnpublishedPersonaId = "33333333-3333-4333-8333-333333333333";

    /// <summary>A persona of somebody else.</summary>
    public const string ForeignPersonaId = "44444444-4444-4444-8444-444444444444";

    /// <summary>The first machine of <see cref="PersonaId"/>, which is the one meant where none is named.</summary>
    public const string MachineId = "00000001-1111-4111-8111-111111111111";

    private FoilEngineEmulator(FoilEngineApi api)
        : base(api)
    {
    }

    /// <summary>Starts an emulator; dispose it to stop.</summary>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<FoilEngineEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default) =>
        StartAsync(new FoilEngineEmulator(new FoilEngineApi(options ?? new EmulatorOptions())), ct);
}
