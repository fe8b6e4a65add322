using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>What the cases of a union without discriminator are called.</summary>
internal static class CaseLabel
{
    private const int MaxTitle = 40;
    private const int MaxJoined = 60;
    private const int MaxCases = 4;

    /// <summary>The component, the title, the one value, or else the kind; of several of one kind, what only one of them has.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<CaseGroup> groups, Schema union, TypeNames names)
    {
        List<string?> own = groups.Select(group => NameOf(group, union, names)).ToList();
        List<string> kinds = groups.Select(KindOf).ToList();
        return groups.Select((group, index) => own[index] ?? (Alike(index) is { Count: > 1 } alike ? CaseTrait.Of(group, alike, names) : null) ?? kinds[index]).ToList();

        List<CaseGroup> Alike(int index) => groups.Where((_, other) => own[other] is null && kinds[other] == kinds[index]).ToList();
    }

    /// <summary>What the document calls it: a value, a component or a title; null where it calls it nothing.</summary>
    public static string? NameOf(CaseGroup group, Schema union, TypeNames names)
    {
        Schema schema = group.Schemas[0];
        if (group.Constant is { } constant)
        {
            return OfConstant(constant);
        }

        if (!group.IsMerged && schema.Reference is not null && names.OfComponent(schema.Target.Node) is { } component)
        {
            return component;
        }

        string title = schema.Node == union.Node ? "" : schema.Mapping?.Text("title") ?? "";
        return !group.IsMerged && title.Length is > 0 and <= MaxTitle && Identifier.Words(title).Count > 0 ? Identifier.Pascal(title) : null;
    }

    /// <summary>The kind of its values in JSON, or the type of a scalar.</summary>
    public static string KindOf(CaseGroup group)
    {
        Schema peeled = Alternatives.Peel(group.Schemas[0]);
        return group.Type is { } type ? OfScalar(type) : peeled.Type switch
        {
            SchemaType.Array => "List",
            SchemaType.Object => ObjectShape.HasShape(peeled) && (peeled.Properties.Any() || peeled.AllOf.Any()) ? "Object" : "Map",
            SchemaType.Any => peeled.AllOf.Any() || peeled.Properties.Any() ? "Object" : "Other",
            _ => Primitives.Of(peeled.Type, peeled.Format) is { } scalar ? OfScalar(scalar) : "Value",
        };
    }

    /// <summary>The name of a union that consists of types with names of their own; null where it has others, or too many.</summary>
    /// <param name="isNamed">Whether a type is called the same wherever it stands.</param>
    public static string? Joined(IReadOnlyList<CaseDraft> cases, Func<string, bool> isNamed)
    {
        List<string?> words = cases.Select(item => item.Constant is { } constant ? OfConstant(constant) : Word(item.Type, isNamed)).ToList();
        string joined = string.Join("Or", cases.Count == 1 ? [.. words, "Other"] : words);
        return words.Contains(null) || cases.Count > MaxCases || joined.Length > MaxJoined ? null : joined;
    }

    /// <summary>The name of a value.</summary>
    public static string OfConstant(string value)
    {
        string name = value.Length == 0 ? "Empty" : Identifier.Pascal(value, "Constant");
        return name[0] == '_' ? $"Value{name.Substring(1)}" : name;
    }

    private static string? Word(TypeRef type, Func<string, bool> isNamed) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Union or TypeKind.Enum => isNamed(type.Name) ? type.Name : null,
        TypeKind.List => Word(type.Element!, isNamed) is { } item ? $"{item}List" : null,
        TypeKind.Map => Word(type.Element!, isNamed) is { } value ? $"{value}Map" : null,
        _ => OfScalar(type),
    };

    private static string OfScalar(TypeRef type) => type.Form == ValueForm.Text ? type.MethodName : type.Kind switch
    {
        TypeKind.String => "Text",
        TypeKind.Int64 => "Integer",
        TypeKind.Double => "Number",
        TypeKind.Single => "Float",
        TypeKind.Guid => "Uuid",
        TypeKind.Uri => "Url",
        TypeKind.DateTimeOffset => "DateTime",
        TypeKind.DateOnly => "Date",
        TypeKind.TimeOnly => "Time",
        TypeKind.TimeSpan => "Duration",
        TypeKind.Bytes => "Bytes",
        _ => type.Kind.ToString(),
    };
}
