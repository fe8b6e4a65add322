using System.Text.Json;

namespace Dragoman;

/// <summary>The exceptions of the readers. None of them shows a value: it may be a secret.</summary>
internal static class JsonFailure
{
    public static JsonException Incomplete() => new("The JSON text ends within a value.");

    public static JsonException WrongKind(string expected, JsonTokenType found) => new($"Expected {expected} but found {Name(found)}.");

    public static JsonException WrongForm(string expected, JsonTokenType found) => new($"Expected {expected} but found {Name(found)} that is not one.");

    public static JsonException NotUnicode() => new("Expected a string but found one that is not valid Unicode.");

    public static JsonException Missing(string member) => new($"The required member '{member}' is missing.");

    private static string Name(JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        JsonTokenType.PropertyName => "a member name",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.EndArray => "the end of an array",
        _ => "no value",
    };
}
