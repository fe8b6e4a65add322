using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Writes schemas of OpenAPI 3.0, 3.1 and 3.2 in the one shape of 3.0 that the object model reads.</summary>
internal sealed class SchemaNormalizer(CanonicalWriter writer, NodeTable nodes, ReferenceResolver references, DiagnosticBag diagnostics)
{
    private static readonly string[] s_annotations = ["$ref", "$dynamicRef", "$anchor", "$dynamicAnchor", "$id", "$schema", "$comment", "$defs", "description", "summary", "title", "default", "example", "examples", "deprecated", "xml", "externalDocs"];

    private readonly ShapeCheck _check = new(diagnostics);
    private readonly Queue<Node> _pending = new();
    private readonly HashSet<Node> _queued = [];

    /// <summary>All schemas that are components of the canonical document.</summary>
    public IEnumerable<Node> Required => _queued;

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
            writer.Name(ComponentName(schema));
            Write(schema);
        }
    }

    /// <summary>True for a text that holds JSON (JSON Schema 2020-12, 8.4).</summary>
    public static bool IsJsonText(MappingNode schema) =>
        schema["type"] is null or ScalarNode { Text: "string" } && schema.Text("contentMediaType") is { } mediaType && (mediaType == "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal));

    public void Write(Node node)
    {
        switch (node)
        {
            case MappingNode mapping when ReferenceResolver.ReferenceOf(mapping) is { } reference:
                WriteReference(mapping, reference);
                break;
            case MappingNode mapping:
                WriteObject(mapping);
                break;
            case ScalarNode { Kind: ScalarKind.Boolean } boolean:
                // A boolean schema (JSON Schema 2020-12, 4.3.2): true allows anything, false nothing.
                WriteAny(boolean);
                break;
            default:
                diagnostics.ReportAtName(Descriptors.WrongNode, node, node.Key?.Text ?? "schema", "a schema: an object, true or false");
                WriteUnresolved(node);
                break;
        }
    }

    private void WriteReference(MappingNode node, Node reference)
    {
        if (references.CircleOf(node) is { } circle)
        {
            // Nothing is said of its values, so that they may be anything.
            diagnostics.Report(Descriptors.KeptAsJson, circle, $"'{circle.Text}' leads back to itself", "JsonElement");
            WriteAny(node);
            return;
        }

        if (references.Target(reference) is not { } target || references.Follow(target) is null)
        {
            WriteUnresolved(node);
            return;
        }

        target = references.Bind(node, target);
        Require(target);
        if (IsPlain(node))
        {
            writer.StartObject(node);
            WriteTarget(target);
            writer.EndObject();
        }
        else
        {
            // JSON Schema 2020-12 lets keywords stand beside a $ref: both hold.
            WriteObject(node, target);
        }
    }

    /// <summary>True for a reference beside which nothing is said of values.</summary>
    public static bool IsPlain(MappingNode reference) => reference.Keys.All(key => s_annotations.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal));

    private void WriteTarget(Node target) => writer.Text("$ref", $"#/components/schemas/{ComponentName(target)}");

    /// <param name="target">What a $ref beside the schema's own keywords points to.</param>
    private void WriteObject(MappingNode schema, Node? target = null)
    {
        KeywordCheck.Check(schema, diagnostics);
        DiscriminatorCheck.Check(schema, _check, diagnostics);
        SchemaForm form = SchemaForm.Of(schema, references, diagnostics);
        writer.StartObject(schema);
        writer.Text("type", form.Types.Count == 1 ? form.Types[0] : null);
        writer.Text("format", schema.Text("format") ?? Format(schema.Text("contentEncoding")));
        WriteFlags(schema, form.IsNullable);
        if (form.Types.Count == 1 && form.Types[0] == "array")
        {
            WriteItems(schema);
        }

        else if (IsJsonText(schema) && schema["contentSchema"] is { } content)
        {
            // OpenAPI 3.0 has no word for the JSON within a text. Texts have no items, so that nothing is mistaken for it.
            writer.Name("items");
            Write(content);
        }

        if (!form.IsSeveral)
        {
            WriteMembers(schema);
        }

        WriteCompositions(schema, form, target);
        writer.EndObject();
    }

    /// <summary>What 3.0 says by the format where 3.1 says it by the encoding of a text's content.</summary>
    private static string? Format(string? contentEncoding) => contentEncoding switch
    {
        "base64" => "byte",
        "base64url" => "base64url",
        _ => null,
    };

    private void WriteFlags(MappingNode schema, bool isNullable)
    {
        foreach (string flag in new[] { "readOnly", "writeOnly", "deprecated" }.Where(schema.Flag))
        {
            writer.Flag(flag, true);
        }

        if (isNullable)
        {
            writer.Flag("nullable", true);
        }
    }

    private void WriteItems(MappingNode schema)
    {
        writer.Name("items");
        if (TupleForm.Of(schema) is { } tuple)
        {
            WriteAnyOf(tuple);
        }
        else if (schema["items"] is { } items and not ScalarNode { Kind: ScalarKind.Boolean })
        {
            Write(items);
        }
        else
        {
            WriteAny(schema["items"] ?? schema);
        }
    }

    private void WriteAnyOf(TupleForm tuple)
    {
        if (tuple.Items.Count == 1)
        {
            Write(tuple.Items[0]);
            return;
        }

        writer.StartObject(tuple.Node);
        writer.List("anyOf", tuple.Items, Write);
        writer.EndObject();
    }

    private void WriteMembers(MappingNode schema)
    {
        WriteProperties(schema);
        WriteRequired(schema);
        WriteAdditionalProperties(schema);
    }

    private void WriteProperties(MappingNode schema)
    {
        if (_check.Mapping(schema, "properties", "an object of schemas") is not { } properties)
        {
            return;
        }

        writer.Name("properties");
        writer.StartObject();
        foreach (Node property in properties.Values)
        {
            writer.Name(property.Key!.Text);
            Write(property);
        }

        writer.EndObject();
    }

    private void WriteRequired(MappingNode schema) => writer.Texts("required", schema.Sequence("required")?.Texts.Distinct(StringComparer.Ordinal) ?? []);

    private void WriteAdditionalProperties(MappingNode schema)
    {
        OtherMembers others = OtherMembers.Of(schema);
        if (others.Schema is { } additional)
        {
            writer.Name("additionalProperties");
            Write(additional);
        }
        else if (others.Node is { } several)
        {
            writer.Name("additionalProperties");
            WriteAny(several);
        }
        else if (others.AreNone)
        {
            writer.Flag("additionalProperties", false);
        }
    }

    private void WriteCompositions(MappingNode schema, SchemaForm form, Node? target)
    {
        // One alternative is none: it always holds.
        bool isUnion = form.Variants.Count > 1;
        writer.List("allOf", [.. target is null ? (Node[])[] : [target], .. schema.Sequence("allOf")?.Items ?? [], .. isUnion ? [] : form.Variants], part => WritePart(part, target));
        writer.List("anyOf", isUnion ? form.Variants : [], Write);
        if (form.IsSeveral)
        {
            writer.List("anyOf", form.Types, type => WriteType(schema, type));
        }
    }

    /// <summary>One of the types of a schema, with the keywords that speak of it.</summary>
    private void WriteType(MappingNode schema, string type)
    {
        writer.StartObject(schema);
        writer.Text("type", type);
        switch (type)
        {
            case "array":
                WriteItems(schema);
                break;
            case "object":
                WriteMembers(schema);
                break;
            default:
                writer.Text("format", schema.Text("format"));
                break;
        }

        writer.EndObject();
    }

    private void WritePart(Node part, Node? target)
    {
        if (part != target)
        {
            Write(part);
            return;
        }

        writer.StartObject();
        WriteTarget(target);
        writer.EndObject();
    }

    private void WriteAny(Node node)
    {
        writer.StartObject(node);
        writer.EndObject();
    }

    private void WriteUnresolved(Node node)
    {
        writer.StartObject(node);
        writer.Flag(CanonicalDocument.UnresolvedKey, true);
        writer.EndObject();
    }

    private string ComponentName(Node schema) => $"n{nodes.NumberOf(schema)}";
}
