using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>A model with the tools it may use.</summary>
internal sealed class ChatSession(string token, string modelId, IReadOnlyList<string> sites)
{
    private IReadOnlyList<string> _allowed = [];
    private IReadOnlyList<string> _denied = [];

    public bool IsExpired { get; set; }

    public IReadOnlyList<string> Sites => sites;

    public void SetTools(JsonBody body)
    {
        _allowed = body.Has("toolAllowList") ? body.Strings("toolAllowList") : _allowed;
        _denied = body.Has("toolDenyList") ? body.Strings("toolDenyList") : _denied;
    }

    public JsonObject ToJson() => new()
    {
        ["token"] = token,
        ["model"] = new JsonObject { ["id"] = modelId, ["name"] = modelId },
        ["sites"] = Array(sites),
        ["toolAllowList"] = Array(_allowed),
        ["toolDenyList"] = Array(_denied),
    };

    public JsonObject ToolsJson() => new()
    {
        ["tools"] = new JsonArray([.. Tools.All(sites).Where(tool => !_denied.Contains((string)tool["name"]!))]),
        ["toolAllowList"] = Array(_allowed),
        ["toolDenyList"] = Array(_denied),
    };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
