using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;

namespace Dragoman.Generator.Lowering;

/// <summary>The properties of an object schema with those of everything it is composed of by allOf.</summary>
internal sealed class ObjectShape
{
    /// <summary>The shape without members.</summary>
    public static readonly ObjectShape None = new();

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public List<KeyValuePair<string, Schema>> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>What other members hold; null where no part speaks of them.</summary>
    public Schema? Additional { get; private set; }

    /// <summary>The schemas of the members to which alternatives give several.</summary>
    public Dictionary<string, List<Schema>> Mixed { get; } = new(StringComparer.Ordinal);

    /// <summary>A part whose alternatives are not all objects, and so add what no property names.</summary>
    public Schema? OpenPart { get; private set; }

    /// <summary>Collects the shape; null where a part is not an object.</summary>
    public static ObjectShape? Collect(Schema schema, DiagnosticBag diagnostics)
    {
        ObjectShape shape = new();
        return shape.Add(schema, new SchemaPath(mostDepth: 100, mostSteps: 10_000), diagnostics) ? shape : null;
    }

    /// <summary>The schema of a member; null where no part names it.</summary>
    public Schema? Find(string member) => _indexes.TryGetValue(member, out int index) ? Properties[index].Value : null;

    /// <summary>True for a schema that says something about a value's shape, and does not just describe it.</summary>
    public static bool HasShape(Schema schema) =>
        schema.Reference is not null || schema.Type != SchemaType.Any || schema.Literals is not null || schema.AllOf.Any() || schema.Variants.Any() || schema.Properties.Any() || schema.Required.Any() || schema.IsUnresolved;

    private bool Add(Schema schema, SchemaPath path, DiagnosticBag diagnostics)
    {
        while (schema.Reference is { } target)
        {
            schema = target;
        }

        if (path.Contains(schema))
        {
            diagnostics.ReportAtName(Descriptors.CircularAllOf, schema.Node, schema.Node.Key?.Text ?? schema.Node.Pointer);
            return true;
        }

        // The part itself is the problem; the members of the others are good.
        if (schema.IsUnresolved)
        {
            diagnostics.ReportAtName(Descriptors.LeftOutByError, schema.Node, "Part", schema.Node.Pointer, "its schema");
            return true;
        }

        if (schema.Type is not (SchemaType.Object or SchemaType.Any) || schema.Literals is not null || !path.TryEnter(schema))
        {
            return false;
        }

        foreach (Schema part in schema.AllOf)
        {
            if (!Add(part, path, diagnostics))
            {
                return false;
            }
        }

        foreach (KeyValuePair<string, Schema> property in schema.Properties)
        {
            Add(property);
        }

        Required.UnionWith(schema.Required);
        Additional = schema.AdditionalProperties ?? Additional;
        // An alternative that is composed of what it is an alternative of has no members of its siblings.
        if (schema.Variants.Any() && !schema.Variants.Any(variant => path.Contains(Alternatives.Peel(variant))))
        {
            AddAlternatives(schema, path, diagnostics);
        }

        path.Leave(schema);
        return true;
    }

    /// <summary>An object has the members of any of its alternatives; those are required that all of them require.</summary>
    private void AddAlternatives(Schema schema, SchemaPath path, DiagnosticBag diagnostics)
    {
        HashSet<string> own = new(_indexes.Keys, StringComparer.Ordinal);
        List<HashSet<string>> required = [];
        foreach (Schema variant in Alternatives.Of(schema).Where(variant => HasShape(Alternatives.Peel(variant))))
        {
            ObjectShape shape = new();
            if (!shape.Add(variant, path, diagnostics) || shape.OpenPart is not null)
            {
                OpenPart = schema;
                return;
            }

            required.Add(shape.Required);
            Additional ??= shape.Additional;
            foreach (KeyValuePair<string, Schema> property in shape.Properties.Where(property => !own.Contains(property.Key)))
            {
                AddAlternative(property, shape);
            }
        }

        if (required.Count > 0)
        {
            Required.UnionWith(required.Aggregate((IEnumerable<string>)required[0], (all, next) => all.Intersect(next)));
        }
    }

    private void AddAlternative(KeyValuePair<string, Schema> property, ObjectShape alternative)
    {
        List<Schema> schemas = alternative.Mixed.TryGetValue(property.Key, out List<Schema>? mixed) ? mixed : [property.Value];
        if (!_indexes.TryGetValue(property.Key, out int index))
        {
            Add(property);
        }
        else if (schemas.Count > 1 || Properties[index].Value.Target != property.Value.Target)
        {
            schemas = [Properties[index].Value, .. schemas];
        }

        if (schemas.Count > 1)
        {
            Mixed[property.Key] = [.. Mixed.TryGetValue(property.Key, out List<Schema>? known) ? known : [], .. schemas];
        }
    }

    /// <summary>A later part that repeats a property narrows it: its schema holds.</summary>
    private void Add(KeyValuePair<string, Schema> property)
    {
        if (_indexes.TryGetValue(property.Key, out int index))
        {
            Properties[index] = property;
            Mixed.Remove(property.Key);
            return;
        }

        _indexes.Add(property.Key, Properties.Count);
        Properties.Add(property);
    }
}
