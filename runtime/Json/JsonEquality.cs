using System.Text.Json;

namespace Dragoman;

/// <summary>Compares JSON values that were kept as they are: two are equal where their texts are, spaces and the order of members included.</summary>
public static class JsonEquality
{
    /// <summary>Whether two values have the same text.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    /// <returns><see langword="true"/> where the texts are equal, or where neither holds a value.</returns>
    public static bool Equals(JsonElement left, JsonElement right) => string.Equals(Text(left), Text(right), StringComparison.Ordinal);

    /// <summary>A hash code that values of the same text share.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The hash code.</returns>
    public static int HashCodeOf(JsonElement value) => StringComparer.Ordinal.GetHashCode(Text(value));

    /// <summary>The default element holds no value, and so has no text.</summary>
    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();
}
