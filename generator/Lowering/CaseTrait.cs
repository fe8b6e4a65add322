using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>What one of several cases of a kind has and the others have not, as its name.</summary>
internal static class CaseTrait
{
    /// <summary>Of a list its items; of an object a member with a value of its own, else a member of its own; null where there is none.</summary>
    /// <param name="alike">All cases of the kind, this one among them.</param>
    public static string? Of(CaseGroup group, IReadOnlyList<CaseGroup> alike, TypeNames names)
    {
        Schema schema = Alternatives.Peel(group.Schemas[0]);
        if (schema.Type == SchemaType.Array)
        {
            return OfList(schema, names);
        }

        IEnumerable<ObjectShape> others = alike.Where(other => other != group).Select(other => ShapeOf(other.Schemas[0]));
        return OfObject(ShapeOf(schema), others.ToList());
    }

    private static string? OfList(Schema list, TypeNames names)
    {
        if (list.Items is not { } items)
        {
            return null;
        }

        CaseGroup item = new([items]);
        string? name = CaseLabel.NameOf(item, list, names) ?? (Alternatives.Peel(items).Type == SchemaType.Any ? null : CaseLabel.KindOf(item));
        return name is null ? null : $"{name}List";
    }

    /// <summary>The order of the members in the document does not count: whoever sorts them has the same names.</summary>
    private static string? OfObject(ObjectShape shape, IReadOnlyList<ObjectShape> others)
    {
        List<KeyValuePair<string, Schema>> members = shape.Properties
            .OrderBy(member => !shape.Required.Contains(member.Key))
            .ThenBy(member => member.Key.Length)
            .ThenBy(member => member.Key, StringComparer.Ordinal)
            .ToList();
        foreach (KeyValuePair<string, Schema> member in members)
        {
            if (ConstantOf(member.Value) is { } value && others.All(other => other.Find(member.Key) is not { } same || ConstantOf(same) is { } another && another != value))
            {
                return CaseLabel.OfConstant(value);
            }
        }

        string? own = members.Select(member => member.Key).FirstOrDefault(member => Identifier.Words(member).Count > 0 && others.All(other => other.Find(member) is null));
        return own is null ? null : $"With{Identifier.Pascal(own)}";
    }

    private static string? ConstantOf(Schema schema) => Alternatives.ConstantsOf(schema) is { Count: 1 } values && Identifier.Words(values[0]).Count > 0 ? values[0] : null;

    /// <summary>What is wrong with the schema is said where its type is made.</summary>
    private static ObjectShape ShapeOf(Schema schema) => ObjectShape.Collect(schema, new DiagnosticBag()) ?? ObjectShape.None;
}
