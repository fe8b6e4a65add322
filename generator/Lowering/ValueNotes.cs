using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>What a document says of values beyond their type, as sentences for documentation.</summary>
internal static class ValueNotes
{
    /// <summary>What the description does not say already.</summary>
    /// <param name="unit">What lengths count.</param>
    public static IEnumerable<string> Of(Schema schema, string unit = "characters")
    {
        string said = schema.Description?.Replace("`", "") ?? "";
        return All(schema, unit).Where(note => said.IndexOf(note, StringComparison.Ordinal) < 0);
    }

    private static IEnumerable<string> All(Schema schema, string unit)
    {
        if (schema.Mapping is not { } node)
        {
            yield break;
        }

        if (Literal(MemberValues.Default(schema)) is { } defaultValue)
        {
            yield return defaultValue.EndsWith(".", StringComparison.Ordinal) ? $"Default: {defaultValue}" : $"Default: {defaultValue}.";
        }

        if (Literal(MemberValues.Constant(schema)) is { } constant)
        {
            yield return schema.IsNullable || schema.Target.IsNullable ? $"Always {constant}, or null." : $"Always {constant}.";
        }

        if (Range(node, "minimum", "maximum") is { } range)
        {
            yield return $"Range: {range}.";
        }

        if (Range(node, "minLength", "maxLength") is { } length)
        {
            yield return $"Length: {length} {unit}.";
        }

        if (Range(node, "minItems", "maxItems") is { } items)
        {
            yield return $"Items: {items}.";
        }

        if (node.Text("pattern") is { } pattern)
        {
            yield return $"Pattern: {pattern}";
        }
    }

    private static string? Literal(Node? node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } or null => null,
        ScalarNode { Kind: ScalarKind.String, Text: "" } => "an empty text",
        ScalarNode scalar => scalar.Text,
        SequenceNode { Items.Count: 0 } => "an empty list",
        SequenceNode list when list.Items.All(item => item is ScalarNode) => string.Join(", ", list.Items.Cast<ScalarNode>().Select(item => item.Text)),
        _ => null,
    };

    private static string? Range(MappingNode node, string minimum, string maximum) => (node.Text(minimum), node.Text(maximum)) switch
    {
        (null, null) => null,
        ({ } low, null) => $"at least {low}",
        (null, { } high) => $"at most {high}",
        ({ } low, { } high) => $"{low} to {high}",
    };
}
