using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Errors;

namespace Dragoman.Samples.Emulator.Operations;

/// <summary>A JSON body, read member by member; what is not allowed is refused as VALIDATION_ERROR.</summary>
internal sealed class RequestBody
{
    // A member given twice is a mistake of the client's writer, and must not be read as either.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _members;

    private RequestBody(JsonObject members) => _members = members;

    public static RequestBody Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: s_strict) is JsonObject members
                ? new RequestBody(members)
                : throw Invalid("the body must be an object");
        }
        catch (JsonException)
        {
            throw Invalid("the body must be JSON");
        }
    }

    public string RequiredString(string name) => OptionalString(name) ?? throw Invalid($"{name} is required");

    /// <summary>A string, or null when the member is absent or null.</summary>
    public string? OptionalString(string name)
    {
        JsonNode? value = _members[name];
        return value is null || value.GetValueKind() == JsonValueKind.String
            ? value?.GetValue<string>()
            : throw Invalid($"{name} must be a string");
    }

    /// <summary>One of the allowed values; the first when the member is absent.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        string value = OptionalString(name) ?? allowed[0];
        return allowed.Contains(value) ? value : throw Invalid($"{name} must be one of {string.Join(", ", allowed)}");
    }

    public void CheckPositiveNumber(string name)
    {
        JsonNode? value = _members[name];
        if (value is not null && !(value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() > 0))
        {
            throw Invalid($"{name} must be a number above 0");
        }
    }

    public void CheckBoolean(string name)
    {
        if (_members[name] is { } value && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw Invalid($"{name} must be true or false");
        }
    }

    public RequestBody RequiredObject(string name) =>
        _members[name] is JsonObject members
            ? new RequestBody(members)
            : throw Invalid($"{name} is required and must be an object");

    public static RefusedException Invalid(string message) => new(ApiErrors.ValidationError with { Message = message });
}
