using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes a 32-bit integer as a text.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Int32Text(this Utf8JsonWriter writer, int value) => writer.WriteStringValue(WireText.Of(value));

    /// <summary>Writes a 64-bit integer as a text.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Int64Text(this Utf8JsonWriter writer, long value) => writer.WriteStringValue(WireText.Of(value));

    /// <summary>Writes a 64-bit integer without a sign as a text.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void UInt64Text(this Utf8JsonWriter writer, ulong value) => writer.WriteStringValue(WireText.Of(value));

    /// <summary>Writes a single-precision number as a text, with as many digits as tell it from every other one; also <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void SingleText(this Utf8JsonWriter writer, float value) => writer.WriteStringValue(WireText.Of(value));

    /// <summary>Writes a double-precision number as a text, with as many digits as tell it from every other one; also <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DoubleText(this Utf8JsonWriter writer, double value) => writer.WriteStringValue(WireText.Of(value));

    /// <summary>Writes a decimal number as a text, zeros at its end included.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DecimalText(this Utf8JsonWriter writer, decimal value) => writer.WriteStringValue(WireText.Of(value));
}
