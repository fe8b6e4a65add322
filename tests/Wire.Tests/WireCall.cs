using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Wire.Tests;

/// <summary>A request that the server expects, and what it answers.</summary>
/// <param name="Scenario">The scenario that it belongs to, as the server's coverage names it.</param>
/// <param name="Number">Its place among the calls of the scenario, from 1.</param>
/// <param name="Folder">The spec, such as <c>encode/bytes</c>.</param>
/// <param name="Method">The HTTP method in lower case.</param>
/// <param name="Path">The path of the request, encoded.</param>
/// <param name="Query">Texts, or lists of texts, by name.</param>
/// <param name="Headers">Texts by name.</param>
internal sealed record WireCall(string Scenario, int Number, string Folder, string Method, string Path, JsonObject Query, JsonObject Headers, WireBody? Body, WireAnswer Answer)
{
    /// <summary>What reports and the list of known failures call it.</summary>
    public string Name => Number == 1 ? Scenario : $"{Scenario} ({Number})";

    /// <summary>The calls of the list of scenarios. The server's address stands in some as <c>{baseUrl}</c>.</summary>
    public static IReadOnlyList<WireCall> Read(string json, Uri server)
    {
        JsonArray calls = JsonNode.Parse(json.Replace("{baseUrl}", server.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))!.AsArray();
        Dictionary<string, int> numbers = [];
        return [.. calls.Select(call => Read(call!, numbers[(string)call!["scenario"]!] = numbers.GetValueOrDefault((string)call["scenario"]!) + 1))];
    }

    /// <summary>The text of a header of the request; null where it has none.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    private static WireCall Read(JsonNode call, int number)
    {
        JsonObject? request = call["request"]?.AsObject();
        JsonObject response = call["response"]!.AsObject();
        return new WireCall(
            (string)call["scenario"]!,
            number,
            (string)call["dir"]!,
            (string)call["method"]!,
            (string)call["uri"]!,
            request?["query"]?.AsObject() ?? [],
            request?["headers"]?.AsObject() ?? [],
            request?["body"] is JsonObject body ? new WireBody(body) : null,
            new WireAnswer((int)response["status"]!, response["headers"]?.AsObject() ?? [], response["body"] is JsonObject answer ? new WireBody(answer) : null));
    }
}

/// <summary>What the server answers.</summary>
internal sealed record WireAnswer(int Status, JsonObject Headers, WireBody? Body);

/// <summary>A body of a scenario.</summary>
internal sealed class WireBody(JsonObject node)
{
    public string ContentType { get; } = (string)node["contentType"]!;

    /// <summary>The fields of a form that are no files.</summary>
    public JsonObject Parts { get; } = node["parts"]?.AsObject() ?? [];

    /// <summary>The files of a form, in their order.</summary>
    public IReadOnlyList<WireFile> Files { get; } = [.. (node["files"]?.AsArray() ?? []).Select(file => new WireFile(
        (string)file!["fieldname"]!, (string)file["originalname"]!, (string)file["mimetype"]!, Encoding.Latin1.GetBytes((string)file["buffer"]!)))];

    public bool IsForm => (string?)node["kind"] == "multipart";

    public bool IsJson => ContentType == "application/json";

    /// <summary>The body as a text.</summary>
    public string Text => (string)node["rawContent"]!;

    /// <summary>The body of a file. The list has the bytes as characters.</summary>
    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    /// <summary>The lines of JSON Lines.</summary>
    public IReadOnlyList<JsonNode?> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))];
}

/// <summary>A file of a form.</summary>
internal sealed record WireFile(string Field, string FileName, string ContentType, byte[] Bytes);
