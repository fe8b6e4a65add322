using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>The tools of the emulated sites: one that answers, and one that always fails.</summary>
internal static class Tools
{
    public const string Hours = "opening_hours";
    public const string Broken = "broken_tool";

    public static IEnumerable<JsonObject> All(IReadOnlyList<string> sites) =>
        from name in (string[])[Hours, Broken]
        select new JsonObject
        {
            ["name"] = name,
            ["description"] = name.Replace('_', ' '),
            ["input_schema"] = new JsonObject { ["type"] = "object" },
            ["site"] = sites.Count > 0 ? sites[0] : "museum.example",
        };

    public static JsonObject Call(string name) => name switch
    {
        Hours => new JsonObject { ["open"] = "10:00", ["close"] = "18:00" },
        Broken => throw WebMcpErrors.Refused("TOOL_EXECUTION_ERROR"),
        _ => throw WebMcpErrors.Refused("NOT_FOUND"),
    };
}
