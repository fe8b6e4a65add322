using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;
using Newtonsoft.Json;

namespace Dragoman.Generator.Normalize;

/// <summary>Writes schemas of OpenAPI 3.0 and 3.1 in the one shape of 3.0 that the object model reads.</summary>
internal sealed class SchemaNormalizer(JsonTextWriter writer, NodeTable nodes, ReferenceResolver references, DiagnosticBag diagnostics)
{
    private static readonly string[] s_types = ["array", "boolean", "integer", "number", "object", "string"];

    /// <summary>Keywords that say something about values which a client neither needs to read nor checks.</summary>
    private static readonly string[] s_notEnforced = ["if", "then", "else", "not", "dependentRequired", "dependentSchemas", "unevaluatedItems", "propertyNames", "contains", "patternProperties", "prefixItems"];

    private static readonly string[] s_lists = ["allOf", "anyOf", "oneOf", "enum", "required"];

    private readonly Queue<Node> _pending = new();
    private readonly HashSet<Node> _queued = [];

    /// <summary>Makes sure that a schema becomes a component, whether or not anything refers to it, so that its problems are reported.</summary>
    public void Require(Node schema)
    {
        if (_queued.Add(schema))
        {
            _pending.Enqueue(schema);
        }
    }

    /// <summary>Writes the members of <c>components.schemas</c>: every schema required or referred to so far, and those that they refer to.</summary>
    public void WriteComponents()
    {
        while (_pending.Count > 0)
        {
            Node schema = _pending.Dequeue();
            writer.WritePropertyName(ComponentName(schema));
            Write(schema);
        }
    }

    public void Write(Node node)
    {
        switch (node)
        {
            case MappingNode mapping when mapping["$ref"] is { } reference:
                WriteReference(mapping, reference);
                break;
            case MappingNode mapping:
                WriteObject(mapping);
                break;
            case ScalarNode { Kind: ScalarKind.Boolean } boolean:
                // A boolean schema (JSON Schema 2020-12, 4.3.2): true allows anything, false nothing.
                StartObject(boolean);
                writer.WriteEndObject();
                break;
            default:
                diagnostics.ReportAtName(Descriptors.WrongNode, node, node.Key?.Text ?? "schema", "a schema: an object, true or false");
                WriteUnresolved(node);
                break;
        }
    }

    private string ComponentName(Node schema) => $"n{nodes.NumberOf(schema)}";

    private void WriteReference(MappingNode node, Node reference)
    {
        if (references.Target(reference) is not { } target || references.Follow(target) is null)
        {
            WriteUnresolved(node);
            return;
        }

        Require(target);
        bool isPlain = node.Keys.All(key => key is "$ref" or "description" or "summary" or "title" or "default" or "example" or "examples" or "deprecated" or "readOnly" or "writeOnly" or "xml" or "externalDocs" || key.StartsWith("x-", StringComparison.Ordinal));
        if (isPlain && !node.Flag("readOnly") && !node.Flag("writeOnly"))
        {
            StartObject(node);
            writer.WritePropertyName("$ref");
            writer.WriteValue($"#/components/schemas/{ComponentName(target)}");
            writer.WriteEndObject();
            return;
        }

        // JSON Schema 2020-12 lets keywords stand beside a $ref: both hold.
        StartObject(node);
        WriteFlags(node);
        writer.WritePropertyName("allOf");
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WritePropertyName("$ref");
        writer.WriteValue($"#/components/schemas/{ComponentName(target)}");
        writer.WriteEndObject();
        foreach (Node part in node.Sequence("allOf")?.Items ?? [])
        {
            Write(part);
        }

        writer.WriteEndArray();
        WriteProperties(node);
        WriteRequired(node);
        writer.WriteEndObject();
    }

    private void WriteObject(MappingNode schema)
    {
        StartObject(schema);
        ReportNotEnforced(schema);
        ReportWrongLists(schema);
        IReadOnlyList<string> types = Types(schema, out bool hasNull);
        List<Node> variants = Variants(schema, "oneOf", ref hasNull).Concat(Variants(schema, "anyOf", ref hasNull)).ToList();
        bool isNullable = hasNull || schema.Flag("nullable") || schema.Flag("x-nullable") || HasNullLiteral(schema);

        if (types.Count == 1)
        {
            Member("type", types[0]);
        }

        WriteFlags(schema, isNullable);
        if (schema.Text("format") is { } format)
        {
            Member("format", format);
        }
        else if (schema.Text("contentEncoding") is "base64")
        {
            Member("format", "byte");
        }

        WriteItems(schema, types);
        WriteProperties(schema);
        WriteRequired(schema);
        WriteAdditionalProperties(schema);
        WriteCompositions(schema, types, variants);
        writer.WriteEndObject();
    }

    private void WriteFlags(MappingNode schema, bool isNullable = false)
    {
        foreach (string flag in new[] { "readOnly", "writeOnly", "deprecated" })
        {
            if (schema.Flag(flag))
            {
                writer.WritePropertyName(flag);
                writer.WriteValue(true);
            }
        }

        if (isNullable || schema.Flag("nullable"))
        {
            writer.WritePropertyName("nullable");
            writer.WriteValue(true);
        }
    }

    private void WriteItems(MappingNode schema, IReadOnlyList<string> types)
    {
        if (types.Count != 1 || types[0] != "array")
        {
            return;
        }

        writer.WritePropertyName("items");
        if (schema["items"] is { } items && items is not ScalarNode { Kind: ScalarKind.Boolean })
        {
            Write(items);
        }
        else
        {
            StartObject(schema["items"] ?? schema);
            writer.WriteEndObject();
        }
    }

    private void WriteProperties(MappingNode schema)
    {
        if (!schema.TryGet("properties", out Node? node))
        {
            return;
        }

        if (node is not MappingNode properties)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, node, "properties", "an object of schemas");
            return;
        }

        writer.WritePropertyName("properties");
        writer.WriteStartObject();
        foreach (Node property in properties.Values)
        {
            writer.WritePropertyName(property.Key!.Text);
            Write(property);
        }

        writer.WriteEndObject();
    }

    private void WriteRequired(MappingNode schema)
    {
        // OpenAPI's 'required' of a schema is a list; the boolean of JSON Schema 3 still occurs and means nothing here.
        if (schema.Sequence("required") is not { Items.Count: > 0 } required)
        {
            return;
        }

        writer.WritePropertyName("required");
        writer.WriteStartArray();
        foreach (string name in required.Texts.Distinct(StringComparer.Ordinal))
        {
            writer.WriteValue(name);
        }

        writer.WriteEndArray();
    }

    private void WriteAdditionalProperties(MappingNode schema)
    {
        if (schema["additionalProperties"] is not { } additional)
        {
            return;
        }

        writer.WritePropertyName("additionalProperties");
        if (additional is ScalarNode { Kind: ScalarKind.Boolean } && !schema.Flag("additionalProperties"))
        {
            writer.WriteValue(false);
        }
        else
        {
            Write(additional);
        }
    }

    private void WriteCompositions(MappingNode schema, IReadOnlyList<string> types, List<Node> variants)
    {
        List<Node> parts = [.. schema.Sequence("allOf")?.Items ?? []];
        if (variants.Count == 1)
        {
            parts.Add(variants[0]);
            variants.Clear();
        }

        WriteList("allOf", parts, Write);
        WriteList("anyOf", variants, Write);
        if (variants.Count == 0 && types.Count > 1)
        {
            WriteList("anyOf", types, type =>
            {
                StartObject(schema);
                Member("type", type);
                writer.WriteEndObject();
            });
        }
    }

    private void WriteList<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (T item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    /// <summary>The types a schema names, or the one that its other keywords imply; 'null' is told apart.</summary>
    private IReadOnlyList<string> Types(MappingNode schema, out bool hasNull)
    {
        hasNull = false;
        IReadOnlyList<Node> named = schema["type"] switch
        {
            null => [],
            SequenceNode list => list.Items,
            { } one => [one],
        };
        List<string> types = [];
        foreach (Node node in named)
        {
            string text = (node as ScalarNode)?.Text ?? "";
            if (text == "null")
            {
                hasNull = true;
            }
            else if (s_types.Contains(text))
            {
                types.Add(text);
            }
            else
            {
                diagnostics.Report(Descriptors.UnknownType, node, text, Suggestion.For(text, s_types));
            }
        }

        if (types.Count == 0 && Implied(schema) is { } implied)
        {
            types.Add(implied);
        }

        return types;
    }

    private static string? Implied(MappingNode schema) => schema switch
    {
        _ when schema.Has("properties") || schema["additionalProperties"] is MappingNode => "object",
        _ when schema.Has("items") => "array",
        _ => (schema["const"] ?? schema.Sequence("enum")?.Items.FirstOrDefault(item => item is not ScalarNode { Kind: ScalarKind.Null })) switch
        {
            ScalarNode { Kind: ScalarKind.String } => "string",
            ScalarNode { Kind: ScalarKind.Integer } => "integer",
            ScalarNode { Kind: ScalarKind.Float } => "number",
            ScalarNode { Kind: ScalarKind.Boolean } => "boolean",
            _ => null,
        },
    };

    private List<Node> Variants(MappingNode schema, string keyword, ref bool hasNull)
    {
        List<Node> variants = [];
        foreach (Node variant in schema.Sequence(keyword)?.Items ?? [])
        {
            bool isNull = variant is MappingNode mapping && (mapping.Text("type") == "null" || mapping["const"] is ScalarNode { Kind: ScalarKind.Null });
            if (isNull)
            {
                hasNull = true;
            }
            else if (!IsOnlyRequired(variant))
            {
                variants.Add(variant);
            }
        }

        return variants;
    }

    /// <summary>A variant that only lists required members ("one of these must be there") adds no shape of its own.</summary>
    private static bool IsOnlyRequired(Node variant) => variant is MappingNode mapping && mapping.Has("required") && mapping.Keys.All(key => key is "required" or "title" or "description" or "not");

    private static bool HasNullLiteral(MappingNode schema) =>
        (schema.Sequence("enum")?.Items ?? []).Concat(schema["const"] is { } constant ? [constant] : []).Any(item => item is ScalarNode { Kind: ScalarKind.Null });

    private void ReportNotEnforced(MappingNode schema)
    {
        foreach (string keyword in s_notEnforced)
        {
            if (schema[keyword] is { } value)
            {
                diagnostics.ReportAtName(Descriptors.NotEnforced, value, keyword);
            }
        }
    }

    private void ReportWrongLists(MappingNode schema)
    {
        foreach (string keyword in s_lists)
        {
            // The boolean 'required' of JSON Schema 3 still occurs and says nothing here.
            if (schema[keyword] is { } value and not SequenceNode && (keyword != "required" || value is not ScalarNode { Kind: ScalarKind.Boolean }))
            {
                diagnostics.ReportAtName(Descriptors.WrongNode, value, keyword, "a list");
            }
        }
    }

    private void StartObject(Node node)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(CanonicalDocument.NodeKey);
        writer.WriteValue(nodes.NumberOf(node));
    }

    private void WriteUnresolved(Node node)
    {
        StartObject(node);
        writer.WritePropertyName(CanonicalDocument.UnresolvedKey);
        writer.WriteValue(true);
        writer.WriteEndObject();
    }

    private void Member(string name, string value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }
}
