using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

/// <summary>What generated writers are made of: each method writes one value where the writer stands, in the form that its namesake in <see cref="JsonRead"/> reads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWrite
{
    /// <summary>Writes a string; what is not valid UTF-16 becomes U+FFFD.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The string; <see langword="null"/> is refused, see <see cref="StringOrNull"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void String(this Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value);
    }

    /// <summary>Writes a string, or <c>null</c>.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The string, or <see langword="null"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void StringOrNull(this Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <summary>Writes a boolean.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The boolean.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Boolean(this Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a 32-bit integer.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Int32(this Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <summary>Writes a 64-bit integer.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Int64(this Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Writes a 64-bit integer without a sign.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void UInt64(this Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <summary>Writes a single-precision number, with as many digits as tell it from every other one.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The number is not finite: JSON has no such numbers.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Single(this Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);

    /// <summary>Writes a double-precision number, with as many digits as tell it from every other one.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The number is not finite: JSON has no such numbers.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Double(this Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <summary>Writes a decimal number, zeros at its end included.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Decimal(this Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes a UUID (RFC 9562) in lower case.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The UUID.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Guid(this Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes a URI as the text it was made from.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The URI, absolute or relative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Uri(this Utf8JsonWriter writer, Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.OriginalString);
    }

    /// <summary>Writes bytes in base64 (RFC 4648, section 4).</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Bytes(this Utf8JsonWriter writer, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes any value as it was read.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The element is <see langword="default"/>: it holds no value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Element(this Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);
}
