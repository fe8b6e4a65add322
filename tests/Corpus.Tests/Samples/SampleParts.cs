using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A schema with all that holds for one value of it: what it refers to, what it is composed of, and one of its alternatives.</summary>
internal sealed class SampleParts
{
    private readonly JsonNode _root;

    public SampleParts(JsonNode root, JsonNode? schema)
    {
        _root = root;
        Add(schema, null);
    }

    public List<JsonObject> Schemas { get; } = [];

    /// <summary>The names and values by which unions tell their cases apart.</summary>
    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>The type: of several the first that is not null.</summary>
    public string Type
    {
        get
        {
            List<string> said = [.. Schemas.SelectMany(schema => schema["type"] is JsonArray several ? several.Select(type => type!.ToString()) : schema["type"] is { } one ? [one.ToString()] : [])];
            return said.Find(type => type != "null")
                ?? (Schemas.Exists(schema => schema["properties"] is JsonObject || schema["additionalProperties"] is JsonObject) ? "object"
                : Schemas.Exists(schema => schema["items"] is not null) ? "array"
                : said.Count > 0 ? "null"
                : "string");
        }
    }

    /// <param name="name">The name by which the schema is referred to.</param>
    private void Add(JsonNode? schema, string? name)
    {
        name = (schema as JsonObject)?["$ref"]?.ToString() is { } reference ? Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]) : name;
        if (SchemaSet.Resolved(_root, schema) is not { } resolved || Schemas.Contains(resolved))
        {
            return;
        }

        Schemas.Add(resolved);
        if (resolved["discriminator"] is JsonValue of2 && name is not null)
        {
            // 2.0: the name of the property alone.
            Tags.TryAdd(of2.ToString(), name);
        }
        else if (resolved["discriminator"]?["propertyName"]?.ToString() is { } property && name is not null && Alternatives(resolved).Count == 0)
        {
            Tags.TryAdd(property, TagOf(resolved, name) ?? name);
        }

        foreach (JsonNode? part in resolved["allOf"] as JsonArray ?? [])
        {
            // What is a case by inheritance has its own name as the tag, not that of its base.
            Add(part, null);
            if (name is not null && SchemaSet.Resolved(_root, part)?["discriminator"] is { } discriminator)
            {
                string tag = discriminator is JsonValue ? discriminator.ToString() : discriminator["propertyName"]?.ToString() ?? "";
                Tags[tag] = TagOf(SchemaSet.Resolved(_root, part)!, name) ?? name;
            }
        }

        Choose(resolved);
    }

    private void Choose(JsonObject schema)
    {
        if (Alternatives(schema).Find(one => SchemaSet.Resolved(_root, one)?["type"]?.ToString() != "null") is { } chosen)
        {
            string? name = chosen["$ref"]?.ToString() is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null;
            Add(chosen, name);
            if (schema["discriminator"]?["propertyName"]?.ToString() is { } property && name is not null && !IsFixed(chosen, property))
            {
                Tags[property] = TagOf(schema, name) ?? name;
            }
        }
    }

    /// <summary>Whether a case itself says what its tag is.</summary>
    private bool IsFixed(JsonNode schema, string property) => SchemaSet.Of(_root, schema)
        .Select(part => SchemaSet.Resolved(_root, part["properties"]?[property]))
        .Any(member => member is not null && (member.ContainsKey("const") || member["enum"] is JsonArray { Count: 1 }));

    private static List<JsonObject> Alternatives(JsonObject schema) =>
        [.. ((schema["oneOf"] ?? schema["anyOf"]) as JsonArray ?? []).OfType<JsonObject>()];

    private static string? TagOf(JsonObject schema, string name) => (schema["discriminator"] as JsonObject)?["mapping"] is JsonObject mapping
        ? mapping.FirstOrDefault(entry => entry.Value?.ToString() is { } target && (target == name || target.EndsWith($"/{name}", StringComparison.Ordinal))).Key
        : null;
}
