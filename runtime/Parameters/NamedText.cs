using System.Text.Json;

namespace Dragoman;

/// <summary>Writes values as names with texts: in queries, forms and cookies.</summary>
internal static class NamedText
{
    /// <summary>The pairs of one parameter, their texts encoded and their names not. None for an empty list or object: RFC 6570 calls them undefined.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string name, JsonElement value, ParameterStyle style, bool explode, Func<string, string> encode) => style switch
    {
        ParameterStyle.DeepObject => ValueParts.Leaves(name, value, encode),
        ParameterStyle.Json => [new(name, encode(value.GetRawText()))],
        ParameterStyle.Form or ParameterStyle.Cookie when explode => ValueParts.Pairs(name, value, encode),
        _ => Joined(name, value, ValueParts.Separator(style, encode), encode),
    };

    private static IEnumerable<KeyValuePair<string, string>> Joined(string name, JsonElement value, string separator, Func<string, string> encode)
    {
        IReadOnlyList<string> items = ValueParts.Items(value, encode).ToList();
        return items.Count == 0 ? [] : [new(name, string.Join(separator, items))];
    }
}
