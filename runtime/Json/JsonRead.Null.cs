using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Whether the value is <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns><see langword="true"/> for the literal <c>null</c>.</returns>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Reads a value of a reference type, or <c>null</c>.</summary>
    /// <typeparam name="T">What the value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="value">Reads the value where it is not <c>null</c>.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static T? OrNull<T>(ref Utf8JsonReader reader, JsonReadValue<T> value)
        where T : class => reader.TokenType == JsonTokenType.Null ? null : value(ref reader);

    /// <summary>Reads a value of a value type, or <c>null</c>.</summary>
    /// <typeparam name="T">What the value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="value">Reads the value where it is not <c>null</c>.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static T? ValueOrNull<T>(ref Utf8JsonReader reader, JsonReadValue<T> value)
        where T : struct => reader.TokenType == JsonTokenType.Null ? null : value(ref reader);
}
