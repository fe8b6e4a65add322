using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Injection;

/// <summary>A scalar of a document, or a key of one of its objects.</summary>
/// <param name="Path">The keys and indexes that lead there.</param>
internal sealed record Place(IReadOnlyList<string> Path, bool IsKey)
{
    /// <summary>Stands in the text until the payload takes its place, which JSON's own writer would refuse where it is no Unicode.</summary>
    private const string Placeholder = "\uE000";

    private const string SchemasPointer = "#/components/schemas/";

    public override string ToString() => $"{string.Join('/', Path)}{(IsKey ? " (key)" : "")}";

    /// <summary>All places of a YAML text.</summary>
    public static IReadOnlyList<Place> All(string yaml) => [.. Walk(Read(yaml), [])];

    /// <summary>The text as JSON, with a payload at this place; references to a schema that is renamed follow it.</summary>
    public string Replace(string yaml, string payload)
    {
        JsonNode root = Read(yaml)!;
        JsonNode parent = Path.Take(Path.Count - 1).Aggregate(root, Step);
        if (!IsKey)
        {
            Set(parent, Path[^1]);
        }
        else
        {
            Rename(parent.AsObject(), Path[^1]);
        }

        string json = root.ToJsonString();
        if (IsKey && Path is ["components", "schemas", string schema])
        {
            json = json.Replace($"\"{SchemasPointer}{schema}\"", $"\"{SchemasPointer}{Escape(payload.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}\"", StringComparison.Ordinal);
        }

        return json.Replace($"\"{JsonEncodedText.Encode(Placeholder)}\"", $"\"{Escape(payload)}\"", StringComparison.Ordinal);
    }

    private static JsonNode? Read(string yaml) => JsonSerializer.SerializeToNode(NodeJson.Of(Reading.Good(yaml)));

    private static IEnumerable<Place> Walk(JsonNode? node, IReadOnlyList<string> path) => node switch
    {
        JsonObject members => members.SelectMany(member => Walk(member.Value, [.. path, member.Key]).Prepend(new Place([.. path, member.Key], IsKey: true))),
        JsonArray items => items.SelectMany((item, index) => Walk(item, [.. path, $"{index}"])),
        _ => [new Place(path, IsKey: false)],
    };

    private static JsonNode Step(JsonNode node, string step) => (node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step])!;

    private static void Set(JsonNode parent, string step)
    {
        if (parent is JsonArray items)
        {
            items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] = Placeholder;
        }
        else
        {
            parent[step] = Placeholder;
        }
    }

    private static void Rename(JsonObject owner, string key)
    {
        List<KeyValuePair<string, JsonNode?>> members = [.. owner];
        owner.Clear();
        foreach ((string name, JsonNode? value) in members)
        {
            owner.Add(name == key ? Placeholder : name, value);
        }
    }

    private static string Escape(string text) => string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"));
}
