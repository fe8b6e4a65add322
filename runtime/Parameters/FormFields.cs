using System.Text.Json;

namespace Dragoman;

/// <summary>Writes an object as the fields of a form (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15).</summary>
internal static class FormFields
{
    /// <summary>The fields, their texts encoded and their names not.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(JsonElement value, ParameterStyle? style, FieldEncoding[] fields, Func<string, string> encode) =>
        value.EnumerateObject().SelectMany(member => Of(member, style, Array.Find(fields, field => field.Name == member.Name), encode));

    /// <summary>The pairs as they are sent.</summary>
    public static string Text(IEnumerable<KeyValuePair<string, string>> pairs, Func<string, string> encode) => string.Join('&', pairs.Select(pair => $"{encode(pair.Key)}={pair.Value}"));

    private static IEnumerable<KeyValuePair<string, string>> Of(JsonProperty member, ParameterStyle? style, FieldEncoding field, Func<string, string> encode)
    {
        if (member.Value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (field.Name is not null)
        {
            return NamedText.Pairs(member.Name, member.Value, field.Style, field.Explode, field.AllowReserved ? PercentText.ForQuery(allowReserved: true) : encode);
        }

        // A text is no JSON here, whatever the style of what has parts.
        return member.Value.ValueKind switch
        {
            JsonValueKind.Object when style is null => [new(member.Name, encode(member.Value.GetRawText()))],
            JsonValueKind.Object or JsonValueKind.Array => NamedText.Pairs(member.Name, member.Value, style ?? ParameterStyle.Form, explode: true, encode),
            _ => ValueParts.Pairs(member.Name, member.Value, encode),
        };
    }
}
