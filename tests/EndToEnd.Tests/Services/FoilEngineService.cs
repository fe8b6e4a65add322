using Dragoman.Samples.Emulator;
using FoilEngine;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>The Foil Engine API.</summary>
internal sealed class FoilEngineService : Service<FoilEngineClient, FoilEngineClientOptions>
{
    private const string Player = "player-1";

    private static readonly Guid s_persona = Guid.Parse(FoilEngineEmulator.PersonaId);
    private static readonly InitSessionRequest s_start = new() { UserSessionId = Player, PlayerName = "Ada", PlayerGender = PlayerGender.Female };
    private static readonly SendMessageRequest s_message = new() { UserSessionId = Player, Message = "May I see the letter?" };

    protected override string Docs => "https://www.foilengine.io/docs";

    public override string Folder => "foilengine";

    public override Type Exception => typeof(FoilEngineException);

    public override IReadOnlyList<string> Message => ["error", "message"];

    protected override IReadOnlyDictionary<string, Func<FoilEngineClient, Task>> Calls { get; } = new Dictionary<string, Func<FoilEngineClient, Task>>
    {
        ["listPersonas"] = client => client.Personas.ListAsync(),
        ["listMachines"] = client => client.Personas.ListMachinesAsync(s_persona, Player),
        ["initSession"] = client => client.Chat.InitSessionAsync(s_persona, s_start),
        ["sendMessage"] = client => client.Chat.SendMessageAsync(s_persona, s_message),
        ["streamMessage"] = async client =>
        {
            await foreach (ChatEvent _ in client.Chat.StreamMessageAsync(s_persona, s_message))
            {
            }
        },
        ["getSession"] = client => client.Chat.GetSessionAsync(s_persona, Player),
        ["getHistory"] = client => client.Chat.GetHistoryAsync(s_persona, Player),
        ["resetSession"] = client => client.Chat.ResetSessionAsync(s_persona, Player),
        ["validateLlmKey"] = client => client.Account.ValidateLlmKeyAsync(),
        ["createApiKey"] = client => client.Account.CreateApiKeyAsync(new() { Name = "game" }),
        ["getMe"] = client => client.Account.GetMeAsync(),
        ["migrateProgress"] = client => client.Account.MigrateProgressAsync(new() { OldSessionId = Player }),
        ["listWebPersonas"] = client => client.Web.ListPersonasAsync(),
        ["getWebPersona"] = client => client.Web.GetPersonaAsync(s_persona),
        ["getFullWebPersona"] = client => client.Web.GetFullPersonaAsync(s_persona),
        ["deleteWebPersona"] = client => client.Web.DeletePersonaAsync(s_persona),
        ["saveCreation"] = client => client.Web.SaveCreationAsync(new Dictionary<string, System.Text.Json.JsonElement>()),
        ["initWebSession"] = client => client.Web.InitSessionAsync(s_persona, s_start),
        ["sendWebMessage"] = client => client.Web.SendMessageAsync(s_persona, s_message),
    };

    public override Task PrepareAsync(ServiceSession session) => session.CallAsync("initSession");

    protected override async Task<ServiceEmulator> StartEmulatorAsync(CancellationToken ct) =>
        await FoilEngineEmulator.StartAsync(new EmulatorOptions { StepDuration = TimeSpan.Zero }, ct);

    protected override FoilEngineClientOptions CreateOptions() => new()
    {
        ApiKey = FoilEngineEmulator.ApiKey,
        LlmApiKey = FoilEngineEmulator.LlmApiKey,
        UserToken = FoilEngineEmulator.UserToken,
    };

    protected override FoilEngineClient CreateClient(FoilEngineClientOptions options) => new(options);
}
