using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A document as plain data, read and written without any code of the generator.</summary>
internal static class DocumentTree
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads YAML, or JSON where the text is that.</summary>
    public static JsonNode? Read(string text)
    {
        string content = text.TrimStart('\uFEFF');
        if (content.TrimStart() is ['{', ..])
        {
            try
            {
                return JsonNode.Parse(content);
            }
            catch (JsonException)
            {
                // Flow style of YAML starts the same way.
            }
        }

        return YamlTree.Read(content);
    }

    public static string ToJson(JsonNode tree) => tree.ToJsonString(s_indented);

    /// <summary>The same tree with the members of every object in another order. Lists keep theirs, which means something.</summary>
    public static JsonNode? Shuffled(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                KeyValuePair<string, JsonNode?>[] shuffled = [.. members.Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, random)))];
                random.Shuffle(shuffled);
                return new JsonObject(shuffled);
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Shuffled(item, random))]);
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>The value that a local reference such as <c>#/definitions/Pet</c> names; null where there is none.</summary>
    public static JsonNode? Resolve(JsonNode? root, string pointer)
    {
        if (pointer is not ['#', ..])
        {
            return null;
        }

        JsonNode? node = root;
        foreach (string segment in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string key = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject members => members[key],
                JsonArray items when int.TryParse(key, out int index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }
}
