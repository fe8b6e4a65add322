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

    /// <summary>The component, the title, the one value, or else the kind.</summary>
    public static string Of(CaseGroup group, Schema union, TypeNames names)
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
        if (!group.IsMerged && title.Length is > 0 and <= MaxTitle && Identifier.Words(title).Count > 0)
        {
            return Identifier.Pascal(title);
        }

        Schema peeled = Alternatives.Peel(schema);
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

    private static string OfConstant(string value)
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
