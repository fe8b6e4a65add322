using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Names the values of an enumeration.</summary>
internal static class EnumLowering
{
    /// <summary>Members that every generated enum has, and what records and structs bring with them.</summary>
    private static readonly string[] s_reserved = ["Value", "CultureInfo", "Clone", "PrintMembers", "Deconstruct", "IsKnown", "Known", .. NameScope.ObjectMembers];

    /// <summary>The type of the values; null where they have several, or are true and false.</summary>
    public static TypeRef? ValueTypeOf(Schema schema) => schema.Type switch
    {
        SchemaType.String => new TypeRef(TypeKind.String),
        SchemaType.Integer => new TypeRef(Primitives.OfInteger(schema.Format) is TypeKind.Int32 ? TypeKind.Int32 : TypeKind.Int64),
        SchemaType.Number => new TypeRef(TypeKind.Double),
        _ => null,
    };

    public static EnumModel Lower(Schema schema, IReadOnlyList<Node> literals, string name, TypeRef valueType, DiagnosticBag diagnostics)
    {
        NameScope names = new([name, .. s_reserved]);
        EnumTexts texts = new(schema);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<EnumValueModel> values = [];
        foreach (Node literal in literals)
        {
            if (Text(literal, valueType, out string problem) is not { } text)
            {
                diagnostics.Report(Descriptors.BadEnumValue, literal, (literal as ScalarNode)?.Text ?? literal.Pointer, problem);
            }
            else if (seen.Add(text))
            {
                string wanted = texts.NameOf(literal, text) is { } given ? NameOfText(given) : NameOf(text, valueType);
                values.Add(new EnumValueModel(names.Take(wanted), text) { Description = texts.DescriptionOf(literal, text) });
            }
        }

        return new EnumModel(name, schema.Node.Pointer, schema.Description ?? "", schema.IsDeprecated, valueType, values.ToEquatableArray());
    }

    private static string NameOf(string text, TypeRef valueType)
    {
        if (valueType.Kind == TypeKind.String)
        {
            return NameOfText(text);
        }

        string digits = text.TrimStart('-').Replace('.', '_').Replace("+", "").Replace("-", "Minus");
        return text[0] == '-' ? $"Minus{digits}" : $"Value{digits}";
    }

    private static string NameOfText(string text)
    {
        if (text.Length == 0)
        {
            return "Empty";
        }

        // "16:9" is Value16_9: a name cannot start with a digit.
        string name = SignNames.Of(text) ?? Identifier.Pascal(text);
        string prefix = SignNames.Prefix(text);
        return name[0] != '_' ? prefix + name : (prefix.Length > 0 ? prefix : "Value") + name.Substring(1);
    }

    /// <summary>The literal in the spelling of its type; null, with what it should have been, where it is of another.</summary>
    private static string? Text(Node literal, TypeRef valueType, out string problem)
    {
        problem = valueType.Kind switch
        {
            TypeKind.String => "a text",
            TypeKind.Double => "a number",
            _ => "an integer of its format",
        };

        // An unquoted 1.0 or yes under 'type: string' is meant as the text that it looks like.
        return literal is not ScalarNode scalar ? null
            : valueType.Kind == TypeKind.String ? scalar.Text
            : NumberText.Of(scalar.Text, valueType.Kind);
    }
}
