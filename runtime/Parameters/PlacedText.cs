using System.Text.Json;

namespace Dragoman;

/// <summary>Writes values as one text: in paths and headers (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7).</summary>
internal static class PlacedText
{
    /// <summary>The encoded text; empty for an empty list or object, which RFC 6570 calls undefined.</summary>
    public static string Of(string name, JsonElement value, ParameterStyle style, bool explode, Func<string, string> encode)
    {
        if (style == ParameterStyle.Json)
        {
            return encode(value.GetRawText());
        }

        IReadOnlyList<KeyValuePair<string, string>> pairs = ValueParts.Pairs(name, value, encode).ToList();
        return (pairs.Count, style) switch
        {
            (0, _) => "",
            (_, ParameterStyle.Matrix) when explode => string.Concat(pairs.Select(pair => Matrix(pair.Key, pair.Value))),
            (_, ParameterStyle.Matrix) => Matrix(name, string.Join(",", ValueParts.Items(value, encode))),
            (_, ParameterStyle.Label) when explode => $".{string.Join(".", Exploded(value, pairs, encode))}",
            (_, ParameterStyle.Label) => $".{string.Join(",", ValueParts.Items(value, encode))}",
            _ => string.Join(ValueParts.Separator(style, encode), explode ? Exploded(value, pairs, encode) : ValueParts.Items(value, encode)),
        };
    }

    /// <summary>A text, which has no parts.</summary>
    public static string Of(string name, string value, ParameterStyle style, Func<string, string> encode) => style switch
    {
        ParameterStyle.Matrix => Matrix(name, encode(value)),
        ParameterStyle.Label => $".{encode(value)}",
        _ => encode(value),
    };

    /// <summary>Only members have names of their own.</summary>
    private static IEnumerable<string> Exploded(JsonElement value, IEnumerable<KeyValuePair<string, string>> pairs, Func<string, string> encode) =>
        value.ValueKind == JsonValueKind.Object ? pairs.Select(pair => $"{encode(pair.Key)}={pair.Value}") : pairs.Select(pair => pair.Value);

    private static string Matrix(string name, string text) => text.Length == 0 ? $";{Uri.EscapeDataString(name)}" : $";{Uri.EscapeDataString(name)}={text}";
}
