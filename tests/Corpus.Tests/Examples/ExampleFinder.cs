using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>The examples of a document: of bodies that are JSON, and of the schemas that became types. Parameters are not sent as JSON, and theirs are passed over.</summary>
internal static class ExampleFinder
{
    public static IEnumerable<Example> In(JsonNode tree, IEnumerable<string> schemas) =>
        OfBodies(tree, tree, "#").Concat(schemas.SelectMany(schema => OfSchema(tree, schema)));

    /// <summary>Media types stand anywhere: in operations, and in the components that they share.</summary>
    private static IEnumerable<Example> OfBodies(JsonNode root, JsonNode? node, string pointer)
    {
        switch (node)
        {
            case JsonObject members:
                IEnumerable<Example> own = members["schema"] is JsonObject && !members.ContainsKey("in") ? OfBody(root, members, pointer) : [];
                return own.Concat(members.SelectMany(member => OfBodies(root, member.Value, $"{pointer}/{Escaped(member.Key)}")));
            case JsonArray items:
                return items.SelectMany((item, index) => OfBodies(root, item, $"{pointer}/{index}"));
            default:
                return [];
        }
    }

    private static IEnumerable<Example> OfBody(JsonNode root, JsonObject body, string pointer)
    {
        string schema = $"{pointer}/schema";
        if (root["swagger"] is not null)
        {
            // Swagger 2.0: examples of a response by media type.
            return (body["examples"] as JsonObject ?? []).Where(example => IsJson(example.Key)).SelectMany(example => One($"{pointer}/examples/{Escaped(example.Key)}", schema, example.Value));
        }

        return IsJson(pointer[(pointer.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal))
            ? One($"{pointer}/example", schema, body["example"]).Concat((body["examples"] as JsonObject ?? []).SelectMany(example =>
                One($"{pointer}/examples/{Escaped(example.Key)}", schema, Named(root, example.Value))))
            : [];
    }

    private static IEnumerable<Example> OfSchema(JsonNode root, string schema)
    {
        JsonObject? node = DocumentTree.Resolve(root, schema) as JsonObject;
        return One($"{schema}/example", schema, node?["example"]).Concat((node?["examples"] as JsonArray ?? []).SelectMany((example, index) => One($"{schema}/examples/{index}", schema, example)));
    }

    /// <summary>An Example Object has the value in <c>value</c>, or elsewhere by <c>$ref</c>; OpenAPI 3.2 also calls it <c>dataValue</c>.</summary>
    private static JsonNode? Named(JsonNode root, JsonNode? example)
    {
        JsonObject? found = (example?["$ref"] is { } reference ? DocumentTree.Resolve(root, reference.ToString()) : example) as JsonObject;
        return found?["value"] ?? found?["dataValue"];
    }

    private static IEnumerable<Example> One(string place, string schema, JsonNode? value) => value is null ? [] : [new Example(place, schema, value)];

    private static bool IsJson(string mediaType)
    {
        string type = mediaType.Split(';')[0].Trim();
        return type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static string Escaped(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
