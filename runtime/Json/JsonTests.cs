using System.Text.Json;

namespace Dragoman;

/// <summary>What the cases of unions ask of single values.</summary>
internal static class JsonTests
{
    /// <summary>Whether a number has no fraction and fits into 64 bits.</summary>
    public static bool IsInteger(Utf8JsonReader reader) => reader.TryGetInt64(out long value) || IntegralNumber.TryParse(TokenText.OfNumber(ref reader), out value);

    /// <summary>Whether a value is one of some: a string by its text, a number or boolean by its JSON.</summary>
    public static bool IsOneOf(Utf8JsonReader reader, IReadOnlyList<string> values)
    {
        try
        {
            foreach (string value in values)
            {
                bool isSame = reader.TokenType switch
                {
                    JsonTokenType.String => reader.ValueTextEquals(value),
                    JsonTokenType.True => value == "true",
                    JsonTokenType.False => value == "false",
                    JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(TokenText.OfNumber(ref reader)) == value,
                    _ => false,
                };
                if (isSame)
                {
                    return true;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate has no UTF-8: the text is none that a document can declare.
        }

        return false;
    }

    public static JsonKinds KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonKinds.Text,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.StartArray => JsonKinds.List,
        JsonTokenType.StartObject => JsonKinds.Object,
        _ => JsonKinds.None,
    };
}
