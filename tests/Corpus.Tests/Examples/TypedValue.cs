using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Dragoman.Corpus.Tests;

/// <summary>A value with the type that reads it: an example itself, or an item of one that is a list or a map.</summary>
internal sealed record TypedValue(JsonTypeInfo Type, JsonObject Schema, JsonNode Value)
{
    public static IEnumerable<TypedValue> In(Example example, JsonNode root, GeneratedTypes types) => In(example.Schema, example.Value, root, types);

    private static IEnumerable<TypedValue> In(string pointer, JsonNode? value, JsonNode root, GeneratedTypes types)
    {
        if (value is null || DocumentTree.Resolve(root, pointer) is not JsonObject schema)
        {
            return [];
        }

        if (types.Of(pointer) is { } type)
        {
            return [new TypedValue(type, schema, value)];
        }

        return schema["$ref"] is { } reference ? In(reference.ToString(), value, root, types)
            : value is JsonArray items && schema["items"] is JsonObject ? items.SelectMany(item => In($"{pointer}/items", item, root, types))
            : value is JsonObject members && schema["additionalProperties"] is JsonObject ? members.SelectMany(member => In($"{pointer}/additionalProperties", member.Value, root, types))
            : schema["allOf"] is JsonArray { Count: 1 } ? In($"{pointer}/allOf/0", value, root, types)
            : [];
    }
}
