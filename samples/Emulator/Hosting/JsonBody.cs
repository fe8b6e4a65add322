using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>A JSON body, read member by member; what is not allowed is refused in the words of the API.</summary>
/// <param name="members">The members.</param>
/// <param name="invalid">Makes the refusal of a message.</param>
internal sealed class JsonBody(JsonObject members, Func<string, RefusedException> invalid)
{
    // A member given twice is a mistake of the client's writer, and must not be read as either.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    public JsonObject Members => members;

    public static JsonBody Parse(string text, Func<string, RefusedException> invalid)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: s_strict) is JsonObject members
                ? new JsonBody(members, invalid)
                : throw invalid("the body must be an object");
        }
        catch (JsonException)
        {
            throw invalid("the body must be JSON");
        }
    }

    public bool Has(string name) => members.ContainsKey(name);

    public string RequiredString(string name) => OptionalString(name) ?? throw invalid($"{name} is required");

    /// <summary>A string, or null when the member is absent or null.</summary>
    public string? OptionalString(string name)
    {
        JsonNode? value = members[name];
        return value is null || value.GetValueKind() == JsonValueKind.String
            ? value?.GetValue<string>()
            : throw invalid($"{name} must be a string");
    }

    /// <summary>One of the allowed values; the first when the member is absent.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        string value = OptionalString(name) ?? allowed[0];
        return allowed.Contains(value) ? value : throw invalid($"{name} must be one of {string.Join(", ", allowed)}");
    }

    /// <summary>An integer within a range, or the default when the member is absent or null.</summary>
    public int Integer(string name, int min, int max, int byDefault)
    {
        JsonNode? value = members[name];
        if (value is null)
        {
            return byDefault;
        }

        return value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out int number) && number >= min && number <= max
            ? number
            : throw invalid($"{name} must be an integer from {min} to {max}");
    }

    public void CheckPositiveNumber(string name)
    {
        JsonNode? value = members[name];
        if (value is not null && !(value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() > 0))
        {
            throw invalid($"{name} must be a number above 0");
        }
    }

    public void CheckBoolean(string name)
    {
        if (members[name] is { } value && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw invalid($"{name} must be true or false");
        }
    }

    /// <summary>The strings of an array; empty when the member is absent or null.</summary>
    public IReadOnlyList<string> Strings(string name) => members[name] switch
    {
        null => [],
        JsonArray array when array.All(item => item?.GetValueKind() == JsonValueKind.String) => [.. array.Select(item => item!.GetValue<string>())],
        _ => throw invalid($"{name} must be an array of strings"),
    };

    public JsonBody RequiredObject(string name) =>
        members[name] is JsonObject inner
            ? new JsonBody(inner, invalid)
            : throw invalid($"{name} is required and must be an object");
}
