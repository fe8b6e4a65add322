using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dragoman.Wire.Tests;

/// <summary>A document as its text has it, read without any code of the generator.</summary>
internal sealed class WireDocument
{
    private readonly JsonObject _root;
    private readonly string _url;
    private readonly string _server;
    private readonly List<WireOperation> _operations;

    private WireDocument(string file)
    {
        File = System.IO.Path.GetFileName(file);
        Text = System.IO.File.ReadAllText(file);
        _root = JsonNode.Parse(Text)!.AsObject();
        _url = (string?)_root["servers"]?[0]?["url"] ?? "";
        _server = Regex.Replace(_url, @"^(\w+://[^/]*|\{\w+\})", "").TrimEnd('/');
        _operations =
        [
            .. from path in _root["paths"]!.AsObject()
               from member in path.Value!.AsObject()
               where member.Key != "parameters"
               select new WireOperation(this, member.Key, path.Key, path.Value["parameters"] as JsonArray, member.Value!.AsObject()),
        ];
    }

    public string File { get; }

    public string Text { get; }

    public JsonObject SecuritySchemes => _root["components"]?["securitySchemes"]?.AsObject() ?? [];

    /// <summary>The documents of a spec. Of several versions of an API the last, which is what the server plays; of several versions of OpenAPI all.</summary>
    public static IReadOnlyList<WireDocument> Of(string folder)
    {
        string name = folder.Replace('/', '-');
        List<string> plain = [.. Directory.GetFiles(WireFiles.Documents, $"{name}.json")];
        List<string> versions = [.. Directory.GetFiles(WireFiles.Documents, $"{name}-v*.json").Order(StringComparer.Ordinal)];
        return [.. (plain.Count > 0 ? plain.Concat(versions) : versions.TakeLast(1)).Select(file => new WireDocument(file))];
    }

    /// <summary>The operation that a request is for, the one with the longest fixed text; null where the document has none.</summary>
    public WireMatch? Match(WireCall call) => _operations
        .Where(operation => operation.Method == call.Method)
        .Select(operation => (operation, match: Regex.Match(call.Path, $"^(?<server>{Pattern(_server, "[^/]+")}){operation.PathPattern}$")))
        .Where(candidate => candidate.match.Success)
        .OrderByDescending(candidate => Regex.Replace(candidate.operation.Path, @"\{.*?\}", "").Length)
        .Select(candidate => new WireMatch(candidate.operation, candidate.match))
        .FirstOrDefault();

    /// <summary>What a reference leads to.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        JsonObject found = node.AsObject();
        while ((string?)found["$ref"] is { } reference)
        {
            found = reference[2..].Split('/').Aggregate((JsonNode)_root, (parent, step) => parent[Uri.UnescapeDataString(step).Replace("~1", "/").Replace("~0", "~")]!).AsObject();
        }

        return found;
    }

    /// <summary>A pattern for a template, with a group for each of its expressions.</summary>
    public static string Pattern(string template, string value)
    {
        int number = 0;
        return string.Concat(Regex.Split(template, @"(\{.*?\})").Select(part => part.StartsWith('{') ? $"(?<p{number++}>{value})" : Regex.Escape(part)));
    }

    /// <summary>The values of the variables of the server's address: what a request has in their places, and the host in the first of all.</summary>
    public IEnumerable<(string Name, string Value)> ServerVariables(WireMatch match, Uri host)
    {
        List<string> inPath = [.. Names(_server)];
        return Names(_url).Select(name => (name, inPath.IndexOf(name) is >= 0 and int place ? match.ServerText(place) : host.GetLeftPart(UriPartial.Authority)));
    }

    private static IEnumerable<string> Names(string template) => Regex.Matches(template, @"\{(.*?)\}").Select(name => name.Groups[1].Value);
}

/// <summary>A request's operation, and what stands in the places of its path.</summary>
internal sealed class WireMatch(WireOperation operation, Match match)
{
    public WireOperation Operation => operation;

    /// <summary>The path of the server before that of the operation.</summary>
    public string ServerPath => match.Groups["server"].Value;

    /// <summary>The text in the place of a variable of the server's path.</summary>
    public string ServerText(int place) => match.Groups[$"p{place}"].Value;

    /// <summary>The encoded text in the place of a path parameter.</summary>
    public string PathText(string name) => match.Groups[operation.PlaceOf(name)].Value;
}
