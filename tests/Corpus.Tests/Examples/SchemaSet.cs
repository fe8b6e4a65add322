using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A schema with all that it is made of: what it refers to, is composed of and offers as alternatives.</summary>
internal static class SchemaSet
{
    private static readonly string[] s_alternatives = ["oneOf", "anyOf"];

    public static IReadOnlyList<JsonObject> Of(JsonNode root, JsonNode? schema) => Of(root, schema, alternatives => alternatives);

    /// <summary>Those that speak of a value. What an alternative says of which the value is not does not hold (JSON Schema 2020-12, 7.7.1).</summary>
    public static IReadOnlyList<JsonObject> Of(JsonNode root, JsonNode? schema, JsonNode? value) => Of(root, schema, alternatives => Fitting(root, alternatives, value));

    /// <summary>The schema behind a <c>$ref</c>, or itself.</summary>
    public static JsonObject? Resolved(JsonNode root, JsonNode? schema)
    {
        JsonNode? node = schema;
        for (int step = 0; step < 20 && (node as JsonObject)?["$ref"] is JsonValue reference; step++)
        {
            node = DocumentTree.Resolve(root, reference.ToString());
        }

        return node as JsonObject;
    }

    /// <summary>
    /// The value without the members that its schemas do not have, and without the digits that <c>format: float</c> does not. A schema
    /// that names no members, or says what others are, keeps all.
    /// </summary>
    public static JsonNode? Described(JsonNode root, IReadOnlyList<JsonObject> schemas, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                bool isFree = !schemas.Any(schema => schema["properties"] is JsonObject) || schemas.Any(schema => schema["additionalProperties"] is JsonObject || IsTrue(schema["additionalProperties"]));
                return new JsonObject(members
                    .Select(member => (member.Key, member.Value, Schemas: OfMember(root, schemas, member.Key, member.Value)))
                    .Where(member => isFree || schemas.Any(schema => (schema["properties"] as JsonObject)?.ContainsKey(member.Key) == true))
                    .Select(member => KeyValuePair.Create(member.Key, Described(root, member.Schemas, member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Described(root, [.. schemas.SelectMany(schema => Of(root, schema["items"], item))], item))]);
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number && schemas.Any(schema => schema["format"]?.ToString() == "float"):
                float single = float.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
                return float.IsFinite(single) ? JsonValue.Create(single) : number.DeepClone();
            default:
                return value?.DeepClone();
        }
    }

    /// <summary>The value without the members that only answers have.</summary>
    public static JsonNode? WithoutReadOnly(JsonNode root, IReadOnlyList<JsonObject> schemas, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                return new JsonObject(members
                    .Select(member => (member.Key, member.Value, Schemas: OfMember(root, schemas, member.Key)))
                    .Where(member => !member.Schemas.Any(schema => IsTrue(schema["readOnly"])))
                    .Select(member => KeyValuePair.Create(member.Key, WithoutReadOnly(root, member.Schemas, member.Value))));
            case JsonArray items:
                IReadOnlyList<JsonObject> ofItems = [.. schemas.SelectMany(schema => Of(root, schema["items"]))];
                return new JsonArray([.. items.Select(item => WithoutReadOnly(root, ofItems, item))]);
            default:
                return value?.DeepClone();
        }
    }

    private static IReadOnlyList<JsonObject> OfMember(JsonNode root, IReadOnlyList<JsonObject> schemas, string name) =>
        [.. schemas.SelectMany(schema => Of(root, (schema["properties"] as JsonObject)?[name] ?? schema["additionalProperties"]))];

    private static IReadOnlyList<JsonObject> OfMember(JsonNode root, IReadOnlyList<JsonObject> schemas, string name, JsonNode? value) =>
        [.. schemas.SelectMany(schema => Of(root, (schema["properties"] as JsonObject)?[name] ?? schema["additionalProperties"], value))];

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;

    private static IReadOnlyList<JsonObject> Of(JsonNode root, JsonNode? schema, Func<JsonArray, IEnumerable<JsonNode?>> choose)
    {
        List<JsonObject> found = [];
        Add(root, schema, choose, found);
        return found;
    }

    private static void Add(JsonNode root, JsonNode? schema, Func<JsonArray, IEnumerable<JsonNode?>> choose, List<JsonObject> found)
    {
        if (Resolved(root, schema) is not { } resolved || found.Contains(resolved))
        {
            return;
        }

        found.Add(resolved);
        foreach (JsonNode? part in (resolved["allOf"] as JsonArray ?? []).Concat(s_alternatives.SelectMany(keyword => choose(resolved[keyword] as JsonArray ?? []))))
        {
            Add(root, part, choose, found);
        }
    }

    /// <summary>The alternatives that the value is of; all, where it is of none.</summary>
    private static IEnumerable<JsonNode?> Fitting(JsonNode root, JsonArray alternatives, JsonNode? value)
    {
        List<JsonNode?> fitting = SchemaFit.Fitting(root, alternatives, value).ToList();
        return fitting.Count > 0 ? fitting : alternatives;
    }
}
