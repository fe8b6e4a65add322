using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dragoman.Generator.Tests.Infrastructure.JsonSchema;

/// <summary>JSON Schema 2020-12, validation, section 6: keywords that check the value itself.</summary>
internal static class Assertions
{
    /// <summary>Null where the keyword is none of them.</summary>
    public static IEnumerable<string>? Problems(JsonProperty keyword, JsonElement value, string pointer)
    {
        JsonElement argument = keyword.Value;
        bool? holds = keyword.Name switch
        {
            "type" => IsType(argument.GetString()!, value),
            "const" => JsonElement.DeepEquals(argument, value),
            "enum" => argument.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
            "minimum" => value.ValueKind is not JsonValueKind.Number || value.GetDouble() >= argument.GetDouble(),
            "maximum" => value.ValueKind is not JsonValueKind.Number || value.GetDouble() <= argument.GetDouble(),
            "minLength" => value.ValueKind is not JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= argument.GetInt32(),
            "maxLength" => value.ValueKind is not JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= argument.GetInt32(),
            "pattern" => value.ValueKind is not JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetString()!, RegexOptions.ECMAScript),
            "minItems" => value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() >= argument.GetInt32(),
            "uniqueItems" => value.ValueKind is not JsonValueKind.Array || value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
            "required" => value.ValueKind is not JsonValueKind.Object || argument.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            _ => null,
        };
        return holds is null ? null : holds.Value ? [] : [$"{pointer}: {keyword.Name} {argument.GetRawText()}"];
    }

    /// <summary>Section 6.1.1: a number without a fraction is an integer, however it is written.</summary>
    private static bool IsType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind is JsonValueKind.Null,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new NotSupportedException($"'{type}' is no type of JSON Schema."),
    };
}
