using System.Globalization;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NJsonSchema;

namespace Dragoman.Generator.Document;

/// <summary>Gives each schema of NSwag's model one <see cref="Schema"/>, tied to the node it was written at.</summary>
internal sealed class SchemaTable(CanonicalDocument canonical)
{
    private readonly Dictionary<JsonSchema, Schema> _schemas = [];
    private readonly Dictionary<Node, string> _names = canonical.NamedSchemas.ToDictionary(schema => schema.Value, schema => schema.Key);

    /// <summary>Follows what is written as a text, and so is no $ref to the object model.</summary>
    public ReferenceResolver References => canonical.References;

    public Schema Of(JsonSchema schema)
    {
        if (!_schemas.TryGetValue(schema, out Schema? result))
        {
            // The one kind of canonical schema without a number is a bare $ref inside an allOf that we wrote ourselves.
            Node? node = NodeOf(schema.ExtensionData, canonical.Nodes) ?? (schema.Reference is { } target ? Of(target).Node : null);
            result = new Schema(schema, node ?? throw new InvalidOperationException("a canonical schema has no node"), this);
            _schemas.Add(schema, result);
        }

        return result;
    }

    /// <summary>The name by which the document knows a schema; null for an inline one.</summary>
    public string? NameOf(Node node) => _names.TryGetValue(node, out string? name) ? name : null;

    public static Node? NodeOf(IDictionary<string, object>? extensions, NodeTable nodes) =>
        extensions is not null && extensions.TryGetValue(CanonicalDocument.NodeKey, out object? number)
            ? nodes[Convert.ToInt32(number, CultureInfo.InvariantCulture)]
            : null;
}
