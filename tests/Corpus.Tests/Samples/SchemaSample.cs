using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>Makes values of schemas, by what the document's text says of them.</summary>
/// <param name="root">The document.</param>
/// <param name="everything">Whether optional members are there, down to a depth.</param>
/// <param name="isRequest">Whether it is sent: then what only answers have is left away, and the other way round.</param>
/// <param name="text">The texts to use.</param>
/// <param name="firstNumber">Where the numbers start by which values differ.</param>
internal sealed class SchemaSample(JsonNode root, bool everything, bool isRequest, SampleText text, int firstNumber = 10)
{
    private const int DepthOfOptional = 3;
    private const int MostDepth = 30;

    private readonly ScalarSample _scalars = new(text, firstNumber);

    public JsonNode? Of(JsonNode? schema) => Of(schema, 0);

    private JsonNode? Of(JsonNode? schema, int depth)
    {
        SampleParts parts = new(root, schema);
        if (depth > MostDepth)
        {
            return null;
        }

        if (parts.Schemas.Find(part => part.ContainsKey("const")) is { } constant)
        {
            return constant["const"]?.DeepClone();
        }

        if (parts.Schemas.Find(part => part["enum"] is JsonArray { Count: > 0 })?["enum"] is JsonArray literals)
        {
            // A document may have texts as the literals of numbers, which cannot be: what fits is taken, if anything does.
            List<JsonNode> there = [.. literals.OfType<JsonNode>()];
            return (there.Find(literal => IsOf(parts.Type, literal)) ?? there.FirstOrDefault())?.DeepClone();
        }

        return parts.Type switch
        {
            "object" => Object(parts, depth),
            "array" => Array(parts.Schemas, depth),
            var type => _scalars.Of(type, parts.Schemas, isPart: depth > 0),
        };
    }

    private JsonObject Object(SampleParts parts, int depth)
    {
        bool isFull = everything && depth < DepthOfOptional;
        HashSet<string> required = [.. parts.Schemas.SelectMany(part => part["required"] as JsonArray ?? []).Select(name => name!.ToString())];
        JsonObject made = [];
        foreach (IGrouping<string, JsonNode?> member in parts.Schemas.SelectMany(part => part["properties"] as JsonObject ?? []).GroupBy(member => member.Key, member => member.Value))
        {
            JsonNode? schema = Together(member);
            if (required.Contains(member.Key) || (isFull && !IsNever(schema)))
            {
                made[member.Key] = Of(schema, depth + 1);
            }
        }

        if (isFull && parts.Schemas.Select(part => part["additionalProperties"]).OfType<JsonObject>().FirstOrDefault() is { } others)
        {
            made["key1"] = Of(others, depth + 1);
        }

        foreach ((string property, string tag) in parts.Tags)
        {
            made[property] = tag;
        }

        return made;
    }

    private JsonArray Array(List<JsonObject> schemas, int depth)
    {
        int least = schemas.Max(schema => Count(schema["minItems"]) ?? 0);
        int most = schemas.Min(schema => Count(schema["maxItems"]) ?? int.MaxValue);
        bool isUnique = schemas.Exists(schema => schema["uniqueItems"]?.GetValueKind() == JsonValueKind.True);
        JsonNode? items = Together(schemas.Select(schema => schema["items"] is JsonArray several ? several.FirstOrDefault() : schema["items"]).Where(found => found is not null));
        // Optional lists below the depth of a cycle end it.
        int usual = depth > DepthOfOptional ? 0 : everything && !isUnique && depth == 0 ? 2 : 1;
        List<JsonNode?> first = [.. schemas.SelectMany(schema => schema["prefixItems"] as JsonArray ?? [])];
        return new JsonArray([.. first.Select(item => Of(item, depth + 1)), .. Enumerable.Range(0, Math.Max(0, Math.Min(most, Math.Max(least, usual)) - first.Count)).Select(_ => Of(items, depth + 1))]);
    }

    /// <summary>All that is said of a value in several places.</summary>
    private static JsonNode? Together(IEnumerable<JsonNode?> schemas) =>
        schemas.Take(2).Count() < 2 ? schemas.FirstOrDefault() : new JsonObject { ["allOf"] = new JsonArray([.. schemas.Select(one => one?.DeepClone())]) };

    private static bool IsOf(string type, JsonNode literal) => literal.GetValueKind() switch
    {
        JsonValueKind.String => type == "string" && literal.ToString().Length > 0,
        JsonValueKind.Number => type is "number" or "integer",
        _ => true,
    };

    private bool IsNever(JsonNode? schema) => schema?.GetValueKind() == JsonValueKind.False
        || SchemaSet.Of(root, schema).Any(part => part[isRequest ? "readOnly" : "writeOnly"]?.GetValueKind() == JsonValueKind.True);

    private static int? Count(JsonNode? node) => node is JsonValue value && int.TryParse(value.ToString(), out int count) ? count : null;
}
