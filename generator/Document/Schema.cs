using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NJsonSchema;

namespace Dragoman.Generator.Document;

/// <summary>The JSON type a schema allows besides null; <see cref="Any"/> where it says nothing.</summary>
internal enum SchemaType
{
    Any,
    Array,
    Boolean,
    Integer,
    Number,
    Object,
    String,
}

/// <summary>A schema (OpenAPI 3.1, section 4.8.24): its structure from the object model, its texts and literals from its node.</summary>
internal sealed class Schema(JsonSchema schema, Node node, SchemaTable table)
{
    public Node Node { get; } = node;

    /// <summary>The schema's own mapping; null for a boolean schema.</summary>
    public MappingNode? Mapping => Node as MappingNode;

    /// <summary>The name of a component, or of a schema in another file; null for an inline schema.</summary>
    public string? ComponentName => table.NameOf(Node);

    /// <summary>The schema that a plain $ref stands for.</summary>
    public Schema? Reference => schema.Reference is { } target ? table.Of(target) : null;

    /// <summary>True where a $ref could not be followed; what needs this schema is left out by name.</summary>
    public bool IsUnresolved => schema.ExtensionData?.ContainsKey(CanonicalDocument.UnresolvedKey) == true;

    public SchemaType Type => (schema.Type & ~JsonObjectType.Null) switch
    {
        JsonObjectType.Array => SchemaType.Array,
        JsonObjectType.Boolean => SchemaType.Boolean,
        JsonObjectType.Integer => SchemaType.Integer,
        JsonObjectType.Number => SchemaType.Number,
        JsonObjectType.Object => SchemaType.Object,
        JsonObjectType.String => SchemaType.String,
        _ => SchemaType.Any,
    };

    public string? Format => schema.Format;

    public bool IsNullable => schema.IsNullableRaw == true;

    public bool IsDeprecated => Mapping?.Flag("deprecated") == true;

    public bool IsReadOnly => IsMarked("readOnly", []);

    public bool IsWriteOnly => IsMarked("writeOnly", []);

    /// <summary>The first paragraph-level text that says what this is, where the document has one.</summary>
    public string? Description => Mapping?.Text("description") ?? Mapping?.Text("title");

    /// <summary>The schema's own properties in the order of the document.</summary>
    public IEnumerable<KeyValuePair<string, Schema>> Properties =>
        schema.Properties.Select(property => new KeyValuePair<string, Schema>(property.Key, table.Of(property.Value)));

    public IEnumerable<string> Required => schema.RequiredProperties;

    public Schema? Items => schema.Item is { } item ? table.Of(item) : null;

    /// <summary>True for a text that holds JSON (JSON Schema 2020-12, 8.4).</summary>
    public bool IsJsonText => Mapping is { } mapping && SchemaNormalizer.IsJsonText(mapping);

    /// <summary>What the JSON within a text looks like (JSON Schema 2020-12, 8.5); null where the document does not say.</summary>
    public Schema? ContentSchema => IsJsonText ? Items : null;

    /// <summary>What members beside <see cref="Properties"/> look like; null where the document does not speak of them.</summary>
    public Schema? AdditionalProperties => schema.AdditionalPropertiesSchema is { } additional ? table.Of(additional) : null;

    public IEnumerable<Schema> AllOf => schema.AllOf.Select(table.Of);

    /// <summary>The alternatives of oneOf and anyOf, null left out.</summary>
    public IEnumerable<Schema> Variants => schema.OneOf.Concat(schema.AnyOf).Select(table.Of);

    /// <summary>What tells the alternatives, or what derives, apart, also where an inline part of allOf says it; null where the document does not.</summary>
    public Discriminator? Discriminator
    {
        get
        {
            MappingNode? own = Mapping?.Mapping("discriminator") ?? AllOf.Where(part => part.Reference is null).Select(part => part.Mapping?.Mapping("discriminator")).FirstOrDefault(part => part is not null);
            if (own is not { } node || node.Text("propertyName") is not { Length: > 0 } property)
            {
                return null;
            }

            IEnumerable<MappedValue> mapping = (node.Mapping("mapping")?.Values ?? [])
                .OfType<ScalarNode>()
                .OrderBy(value => value.Key!.Text, StringComparer.Ordinal)
                .Select(value => new MappedValue(value, table.References.MappedSchema(value)));
            return new Discriminator(property, mapping.ToList(), node["defaultMapping"] is ScalarNode named ? table.References.MappedSchema(named) : null);
        }
    }

    /// <summary>The schema that any number of plain $refs lead to.</summary>
    public Schema Target
    {
        get
        {
            Schema target = this;
            while (target.Reference is { } next)
            {
                target = next;
            }

            return target;
        }
    }

    /// <summary>The literals of enum, or the one of const, each once and null left out; null where any value will do. Those of lists and objects say nothing of a type.</summary>
    public IReadOnlyList<Node>? Literals
    {
        get
        {
            IReadOnlyList<Node>? literals = Type is SchemaType.Array or SchemaType.Object ? null : Mapping?["const"] is { } constant ? [constant] : Mapping?.Sequence("enum")?.Items;
            HashSet<string> seen = new(StringComparer.Ordinal);
            List<Node>? values = literals?.Where(literal => literal is not ScalarNode scalar || (scalar.Kind != ScalarKind.Null && seen.Add(scalar.Text))).ToList();
            return values is { Count: > 0 } ? values : null;
        }
    }

    /// <summary>An annotation of everything that holds for a value is one of the value (JSON Schema 2020-12, 7.7.1.1).</summary>
    private bool IsMarked(string annotation, HashSet<Schema> visited) =>
        visited.Add(this) && (Mapping?.Flag(annotation) == true || Reference?.IsMarked(annotation, visited) == true || AllOf.Any(part => part.IsMarked(annotation, visited)));
}
