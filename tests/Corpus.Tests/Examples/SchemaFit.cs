using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>
/// Whether an example is of its schema, as far as types can be: kinds of JSON, required members, formats of texts and ranges of numbers.
/// Lengths, patterns and the like are left to the service. An example that is not cannot be expected to pass through types.
/// </summary>
internal static class SchemaFit
{
    private const int Depth = 40;

    /// <summary>What contradicts, or null.</summary>
    public static string? Contradiction(JsonNode root, JsonNode? schema, JsonNode? value, string place = "", int depth = 0)
    {
        if (depth > Depth || SchemaSet.Resolved(root, schema) is not { } resolved)
        {
            return IsFalse(schema) ? $"{place} may not be there" : null;
        }

        return Kind(resolved, value, place)
            ?? Format(resolved, value, place)
            ?? (value is JsonObject members ? Members(root, resolved, members, place, depth) : null)
            ?? (value is JsonArray items && resolved["items"] is { } ofItems ? First(items.Select((item, index) => Contradiction(root, ofItems, item, $"{place}/{index}", depth + 1))) : null)
            ?? First((resolved["allOf"] as JsonArray ?? []).Select(part => Contradiction(root, part, value, place, depth + 1)))
            ?? Alternatives(root, resolved["oneOf"] as JsonArray, value, place, depth)
            ?? Alternatives(root, resolved["anyOf"] as JsonArray, value, place, depth);
    }

    private static string? Members(JsonNode root, JsonObject schema, JsonObject members, string place, int depth)
    {
        JsonObject? properties = schema["properties"] as JsonObject;
        return First((schema["required"] as JsonArray ?? []).Select(name => members.ContainsKey(name!.ToString()) ? null : $"{place} lacks {name}"))
            ?? First(members.Select(member =>
                properties?.ContainsKey(member.Key) == true ? Contradiction(root, properties[member.Key], member.Value, $"{place}/{member.Key}", depth + 1)
                : schema["additionalProperties"] is JsonObject others ? Contradiction(root, others, member.Value, $"{place}/{member.Key}", depth + 1)
                : null));
    }

    private static string? Alternatives(JsonNode root, JsonArray? alternatives, JsonNode? value, string place, int depth) =>
        alternatives is { Count: > 0 } && !Fitting(root, alternatives, value, depth + 1).Any() ? $"{place} is of no alternative" : null;

    /// <summary>Those of several alternatives that the value is of. One that names texts for a member is not, where the value has the text that another one names.</summary>
    public static IEnumerable<JsonNode?> Fitting(JsonNode root, JsonArray alternatives, JsonNode? value, int depth = 0) =>
        alternatives.Where(alternative => !IsOfAnother(root, alternatives, alternative, value) && Contradiction(root, alternative, value, "", depth) is null);

    private static bool IsOfAnother(JsonNode root, JsonArray alternatives, JsonNode? alternative, JsonNode? value) => value is JsonObject members && members.Any(member =>
        member.Value?.GetValueKind() == JsonValueKind.String
        && Texts(root, alternative, member.Key) is { } texts && !texts.Contains(member.Value.ToString())
        && alternatives.Any(other => Texts(root, other, member.Key)?.Contains(member.Value.ToString()) == true));

    private static List<string>? Texts(JsonNode root, JsonNode? schema, string member)
    {
        JsonObject? property = SchemaSet.Resolved(root, (SchemaSet.Resolved(root, schema)?["properties"] as JsonObject)?[member]);
        return property?["const"] is { } constant ? [constant.ToString()] : (property?["enum"] as JsonArray)?.Select(text => text?.ToString() ?? "").ToList();
    }

    private static string? Kind(JsonObject schema, JsonNode? value, string place)
    {
        string[] types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(type => type!.ToString())],
            JsonValue one => [one.ToString()],
            _ when schema["properties"] is JsonObject => ["object"],
            _ => [],
        };
        if (value is null)
        {
            bool isNullable = types.Length == 0 || types.Contains("null") || schema["nullable"]?.GetValueKind() == JsonValueKind.True || schema["x-nullable"]?.GetValueKind() == JsonValueKind.True;
            return isNullable ? null : $"{place} is null";
        }

        return types.Length == 0 || types.Any(type => IsOf(type, value)) ? null : $"{place} is no {string.Join(" or ", types)}";
    }

    private static bool IsOf(string type, JsonNode value) => (type, value.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number == decimal.Truncate(number),
        _ => false,
    };

    /// <summary>The formats that have a type of their own in .NET.</summary>
    private static string? Format(JsonObject schema, JsonNode? value, string place)
    {
        string format = schema["format"]?.ToString() ?? "";
        bool fits = value?.GetValueKind() switch
        {
            JsonValueKind.String => TextFormat.Fits(format, value.GetValue<string>()),
            JsonValueKind.Number => format switch
            {
                "int32" => int.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                "int64" => long.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                _ => true,
            },
            _ => true,
        };
        return fits ? null : $"{place} is no {format}";
    }

    private static string? First(IEnumerable<string?> problems) => problems.FirstOrDefault(problem => problem is not null);

    private static bool IsFalse(JsonNode? node) => node?.GetValueKind() == JsonValueKind.False;
}
