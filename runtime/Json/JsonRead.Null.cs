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

    /// <summary>Reads a boolean as <see cref="Boolean"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static bool? BooleanOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Boolean(ref reader);

    /// <summary>Reads a 32-bit integer as <see cref="Int32"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static int? Int32OrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int32(ref reader);

    /// <summary>Reads a 64-bit integer as <see cref="Int64"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static long? Int64OrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int64(ref reader);

    /// <summary>Reads a double-precision number as <see cref="Double"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static double? DoubleOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Double(ref reader);

    /// <summary>Reads a URI as <see cref="Uri"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static Uri? UriOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Uri(ref reader);

    /// <summary>Reads an instant as <see cref="DateTimeOffset"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    public static DateTimeOffset? DateTimeOffsetOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : DateTimeOffset(ref reader);
}
