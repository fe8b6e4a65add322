using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Reads a value of a reference type, or <c>null</c>.</summary>
    /// <typeparam name="T">What the value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="value">Reads the value where it is not <c>null</c>.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T? ValueOrNull<T>(this ref Utf8JsonReader reader, JsonReadValue<T> value)
        where T : class => reader.TokenType == JsonTokenType.Null ? null : value(ref reader);

    /// <summary>Reads a value of a value type, or <c>null</c>.</summary>
    /// <typeparam name="T">What the value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="value">Reads the value where it is not <c>null</c>.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T? StructOrNull<T>(this ref Utf8JsonReader reader, JsonReadValue<T> value)
        where T : struct => reader.TokenType == JsonTokenType.Null ? null : value(ref reader);

    /// <summary>Reads a boolean as <see cref="Boolean"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool? BooleanOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.Boolean();

    /// <summary>Reads a 32-bit integer as <see cref="Int32"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int? Int32OrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.Int32();

    /// <summary>Reads a 64-bit integer as <see cref="Int64"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static long? Int64OrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.Int64();

    /// <summary>Reads a double-precision number as <see cref="Double"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double? DoubleOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.Double();

    /// <summary>Reads a URI as <see cref="Uri"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Uri? UriOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.Uri();

    /// <summary>Reads an instant as <see cref="DateTimeOffset"/> does, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DateTimeOffset? DateTimeOffsetOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.DateTimeOffset();
}
