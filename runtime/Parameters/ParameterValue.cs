using System.Text.Json;

namespace Dragoman;

/// <summary>A value on its way to a parameter: written as JSON first, so that every type has one writer for bodies and parameters.</summary>
internal static class ParameterValue
{
    /// <summary>As deep as the writer goes, so that what was written can be read.</summary>
    private const int MaxDepth = 1000;

    public static JsonElement Of<T>(T value, JsonWriteValue<T> write)
    {
        Utf8JsonReader reader = new(JsonPayload.Write(value, write).Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>What is sent for a value as a whole; null for JSON's null, which is left out. No style says how lists and objects within others look: they stay JSON.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
