using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>The Foil Engine API, for games and for the web.</summary>
internal sealed class FoilEngineApi : EmulatedApi
{
    public FoilEngineApi(EmulatorOptions options)
        : base(options)
    {
        var chat = new ChatOperations(State, options.TimeProvider);
        var account = new AccountOperations(State, options.TimeProvider);
        var web = new WebOperations(State);
        var credentials = new Credentials(State);
        Operations =
        [
            new("listPersonas", "GET", "/api/v1/sdk/personas", chat.ListPersonas) { Authorize = credentials.CheckApiKey },
            new("listMachines", "GET", "/api/v1/sdk/chat/{persona_id}/machines", chat.ListMachines) { Authorize = credentials.CheckApiKey },
            new("initSession", "POST", "/api/v1/sdk/chat/{persona_id}/init-session", chat.InitSession) { Authorize = credentials.CheckChat },
            new("sendMessage", "POST", "/api/v1/sdk/chat/{persona_id}/message", chat.SendMessage) { Authorize = credentials.CheckChat },
            new("streamMessage", "POST", "/api/v1/sdk/chat/{persona_id}/message/stream", chat.StreamMessage) { Authorize = credentials.CheckChat },
            new("getSession", "GET", "/api/v1/sdk/chat/{persona_id}/session", chat.GetSession) { Authorize = credentials.CheckApiKey },
            new("getHistory", "GET", "/api/v1/sdk/chat/{persona_id}/history", chat.GetHistory) { Authorize = credentials.CheckApiKey },
            new("resetSession", "POST", "/api/v1/sdk/chat/{persona_id}/reset", chat.ResetSession) { Authorize = credentials.CheckApiKey },
            new("validateLlmKey", "POST", "/api/v1/sdk/validate-llm-key", account.ValidateLlmKey) { Authorize = credentials.CheckApiKey },
            new("createApiKey", "POST", "/api/v1/sdk/api-keys", account.CreateApiKey) { Authorize = credentials.CheckUser },
            new("getMe", "GET", "/api/v1/auth/me", account.GetMe) { Authorize = credentials.CheckUser },
            new("migrateProgress", "POST", "/api/v1/auth/migrate-progress", account.MigrateProgress) { Authorize = credentials.CheckUser },
            new("listWebPersonas", "GET", "/api/v1/personas", web.List),
            new("getWebPersona", "GET", "/api/v1/personas/{persona_id}", web.Get),
            new("getFullWebPersona", "GET", "/api/v1/personas/{persona_id}/full", web.GetFull) { Authorize = credentials.CheckUser },
            new("deleteWebPersona", "DELETE", "/api/v1/personas/{persona_id}", web.Delete) { Authorize = credentials.CheckUser },
            new("saveCreation", "POST", "/api/v1/creator/save", web.Save) { Authorize = credentials.CheckUser },
            new("initWebSession", "POST", "/api/v1/chat/{persona_id}/init-session", chat.InitSession),
            new("sendWebMessage", "POST", "/api/v1/chat/{persona_id}/message", chat.SendMessage),
        ];
    }

    public FoilState State { get; } = new();

    public override IReadOnlyList<Operation> Operations { get; }

    public override ApiError FindError(string code) =>
        throw new ArgumentException("Foil Engine's failures have no codes; say the status and the message.", nameof(code));

    public override JsonObject Envelope(ApiError error) => new() { ["error"] = new JsonObject { ["message"] = error.Message } };

    public override JsonObject WrongEnvelope(ApiError error) => new() { ["error"] = error.Message };

    public override Reply Unrouted(int status) => Error(new ApiError(null, status, "Not found"));

    public override void Clear()
    {
        base.Clear();
        State.Clear();
    }
}
