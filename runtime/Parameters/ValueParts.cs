using System.Text.Json;

namespace Dragoman;

/// <summary>Takes a value apart as the expansion of templates does (RFC 6570, section 3.2.1). What is null is left out. The texts are encoded; names are not.</summary>
internal static class ValueParts
{
    /// <summary>Without explode: the items of a list, the names and values of an object by turns, else the value itself.</summary>
    public static IEnumerable<string> Items(JsonElement value, Func<string, string> encode) => value.ValueKind switch
    {
        JsonValueKind.Array => from item in value.EnumerateArray() from text in Texts(item) select encode(text),
        JsonValueKind.Object => from member in value.EnumerateObject() from text in Texts(member.Value) from part in new[] { member.Name, text } select encode(part),
        _ => from text in Texts(value) select encode(text),
    };

    /// <summary>What stands between the items of a style. A comma stands as it is; encoded, it would be part of an item. The others cannot stand in a URL.</summary>
    public static string Separator(ParameterStyle style, Func<string, string> encode) => style switch
    {
        ParameterStyle.SpaceDelimited => encode(" "),
        ParameterStyle.PipeDelimited => encode("|"),
        ParameterStyle.TabDelimited => encode("\t"),
        _ => ",",
    };

    /// <summary>With explode: each item under the name, each member under its own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string name, JsonElement value, Func<string, string> encode) => value.ValueKind switch
    {
        JsonValueKind.Array => from item in value.EnumerateArray() from text in Texts(item) select Pair(name, text, encode),
        JsonValueKind.Object => from member in value.EnumerateObject() from text in MemberTexts(member.Value) select Pair(member.Name, text, encode),
        _ => from text in Texts(value) select Pair(name, text, encode),
    };

    /// <summary>Every scalar within the value, under its path in brackets.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Leaves(string path, JsonElement value, Func<string, string> encode) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Leaves($"{path}[{WireText.Of(index)}]", item, encode)),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves($"{path}[{member.Name}]", member.Value, encode)),
        _ => from text in Texts(value) select Pair(path, text, encode),
    };

    /// <summary>A list that is a member is written like one that is a parameter: one pair for each item.</summary>
    private static IEnumerable<string> MemberTexts(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Texts) : Texts(value);

    private static IEnumerable<string> Texts(JsonElement value) => ParameterValue.Text(value) is { } text ? [text] : [];

    private static KeyValuePair<string, string> Pair(string name, string text, Func<string, string> encode) => new(name, encode(text));
}
