using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>Keys and the signed-in user.</summary>
internal sealed class AccountOperations(FoilState state, TimeProvider clock)
{
    private const string KeyPrefix = "pk_live_";
    private const string DefaultModel = "emulated-model";

    /// <summary>A key that is wrong is told here with 200; the API key is what has to be right.</summary>
    public Reply ValidateLlmKey(ServerCall call)
    {
        string model = call.Content.Length > 0
            ? JsonBody.Parse(call.Text, FoilErrors.BadRequest).OptionalString("model") ?? DefaultModel
            : DefaultModel;
        bool isValid = call.Header("X-LLM-API-Key") == FoilEngineEmulator.LlmApiKey;
        return Reply.Json(new JsonObject { ["valid"] = isValid, ["model"] = model, ["error"] = isValid ? null : "The model refuses the key" });
    }

    /// <summary>The key is shown once, and is good from now on.</summary>
    public Reply CreateApiKey(ServerCall call)
    {
        string name = JsonBody.Parse(call.Text, FoilErrors.BadRequest).RequiredString("name");
        string number = string.Create(CultureInfo.InvariantCulture, $"{state.ApiKeys.Count:D4}");
        state.ApiKeys.Add($"{KeyPrefix}{number}");
        return Reply.Json(new JsonObject
        {
            ["id"] = $"key-{number}",
            ["name"] = name,
            ["key"] = $"{KeyPrefix}{number}",
            ["key_prefix"] = KeyPrefix,
            ["created_at"] = Timestamps.Utc(clock.GetUtcNow()),
        });
    }

    public Reply GetMe(ServerCall call) => Reply.Json(new JsonObject { ["id"] = "user-1", ["email"] = "player@example.com" });

    public Reply MigrateProgress(ServerCall call)
    {
        JsonBody.Parse(call.Text, FoilErrors.BadRequest).RequiredString("old_session_id");
        return Reply.Json(new JsonObject { ["migrated"] = 0 });
    }
}
