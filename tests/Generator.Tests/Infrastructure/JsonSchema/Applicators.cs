using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dragoman.Generator.Tests.Infrastructure.JsonSchema;

/// <summary>JSON Schema 2020-12, core, section 10: keywords that apply schemas to the value or to what is in it.</summary>
internal static class Applicators
{
    /// <summary>Null where the keyword is none of them.</summary>
    public static IEnumerable<string>? Problems(Schema root, JsonElement schema, JsonProperty keyword, JsonElement value, string pointer)
    {
        JsonElement argument = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => root.Problems(root.Target(argument.GetString()!), value, pointer),
            "allOf" => argument.EnumerateArray().SelectMany(part => root.Problems(part, value, pointer)),
            "anyOf" => argument.EnumerateArray().Any(part => root.Allows(part, value)) ? [] : [$"{pointer}: no alternative fits"],
            "oneOf" => argument.EnumerateArray().Count(part => root.Allows(part, value)) == 1 ? [] : [$"{pointer}: not one alternative fits"],
            "not" => root.Allows(argument, value) ? [$"{pointer}: what is excluded fits"] : [],
            "if" => schema.TryGetProperty(root.Allows(argument, value) ? "then" : "else", out JsonElement branch) ? root.Problems(branch, value, pointer) : [],
            "items" => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => root.Problems(argument, item, $"{pointer}/{index}")) : [],
            "propertyNames" => Members(value).SelectMany(member => root.Problems(argument, JsonSerializer.SerializeToElement(member.Name), $"{pointer}/{member.Name}")),
            "properties" => Members(value).SelectMany(member => argument.TryGetProperty(member.Name, out JsonElement known) ? root.Problems(known, member.Value, $"{pointer}/{member.Name}") : []),
            "patternProperties" => Members(value).SelectMany(member => argument.EnumerateObject()
                .Where(pattern => Regex.IsMatch(member.Name, pattern.Name))
                .SelectMany(pattern => root.Problems(pattern.Value, member.Value, $"{pointer}/{member.Name}"))),
            "additionalProperties" => Members(value).Where(member => IsAdditional(schema, member.Name))
                .SelectMany(member => root.Problems(argument, member.Value, $"{pointer}/{member.Name}")),
            _ => null,
        };
    }

    private static bool IsAdditional(JsonElement schema, string name) =>
        !(schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _))
        && !(schema.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)));

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind is JsonValueKind.Object ? value.EnumerateObject() : [];
}
