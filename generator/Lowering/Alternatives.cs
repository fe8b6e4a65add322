using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>What the alternatives of oneOf and anyOf come down to.</summary>
internal static class Alternatives
{
    /// <summary>The alternatives, those of inline alternatives in their place. One that allows anything says nothing beside others, and is left out.</summary>
    public static IReadOnlyList<Schema> Of(Schema schema)
    {
        List<Schema> all = [];
        Add(schema, all, []);
        List<Schema> telling = all.Where(variant => ObjectShape.HasShape(Peel(variant))).ToList();
        return telling.Count > 0 ? telling : all;
    }

    /// <summary>True where an alternative allows anything.</summary>
    public static bool AllowAnything(Schema schema) => schema.Variants.Any(variant => !variant.Target.IsUnresolved && !ObjectShape.HasShape(Peel(variant)));

    /// <summary>The schema that says something: behind references, and behind allOf of a single part.</summary>
    public static Schema Peel(Schema schema)
    {
        HashSet<Schema> visited = [];
        Schema peeled = schema.Target;
        while (visited.Add(peeled) && OnlyPart(peeled) is { } part)
        {
            peeled = part.Target;
        }

        return peeled;
    }

    /// <summary>True for a schema that is nothing but alternatives.</summary>
    public static bool IsUnion(Schema schema) => schema.Variants.Any() && schema.Literals is null && !schema.Properties.Any() && !schema.AllOf.Any(ObjectShape.HasShape);

    /// <summary>The values that a schema is limited to, those of numbers and booleans as JSON writes them; none where it is not limited to such.</summary>
    public static IReadOnlyList<string> ConstantsOf(Schema schema) =>
        Peel(schema) is { Type: SchemaType.String or SchemaType.Integer or SchemaType.Boolean, Literals: { } literals } && literals.All(literal => literal is ScalarNode)
            ? literals.Cast<ScalarNode>().Select(literal => literal.Kind == ScalarKind.Boolean ? literal.Text.ToLowerInvariant() : literal.Text).Distinct(StringComparer.Ordinal).ToList()
            : [];

    private static Schema? OnlyPart(Schema schema)
    {
        if (schema.Properties.Any() || schema.Variants.Any() || schema.Required.Any() || schema.Literals is not null || schema.AdditionalProperties is not null)
        {
            return null;
        }

        List<Schema> parts = schema.AllOf.Where(ObjectShape.HasShape).ToList();
        return parts.Count == 1 ? parts[0] : null;
    }

    private static void Add(Schema schema, List<Schema> all, HashSet<Schema> visited)
    {
        foreach (Schema variant in schema.Variants.Where(variant => !variant.Target.IsUnresolved))
        {
            bool isInline = variant.Reference is null && IsUnion(variant) && variant.Discriminator is null;
            if (isInline && visited.Add(variant))
            {
                Add(variant, all, visited);
            }
            else if (all.All(other => other.Target != variant.Target))
            {
                all.Add(variant);
            }
        }
    }
}
