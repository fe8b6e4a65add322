using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Dragoman;

/// <content>Numbers that are written as texts, as services do whose callers would round 64-bit integers. A number that comes as one is taken too.</content>
public static partial class JsonRead
{
    /// <summary>Reads a 32-bit integer that is written as a text, or as a number.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not an integer, or out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int Int32Text(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.Int32() : NumberText<int>(ref reader, NumberStyles.AllowLeadingSign, "a 32-bit integer as a string");

    /// <summary>Reads a 64-bit integer that is written as a text, or as a number.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not an integer, or out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static long Int64Text(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.Int64() : NumberText<long>(ref reader, NumberStyles.AllowLeadingSign, "a 64-bit integer as a string");

    /// <summary>Reads a 64-bit integer without a sign that is written as a text, or as a number.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not an integer, or out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ulong UInt64Text(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.UInt64() : NumberText<ulong>(ref reader, NumberStyles.None, "an unsigned 64-bit integer as a string");

    /// <summary>Reads a single-precision number that is written as a text, or as a number.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number; a text may also say <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</returns>
    /// <exception cref="JsonException">The value is not a number, or out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static float SingleText(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.Single() : NumberText<float>(ref reader, NumberStyles.Float, "a single-precision number as a string");

    /// <summary>Reads a double-precision number that is written as a text, or as a number.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number; a text may also say <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</returns>
    /// <exception cref="JsonException">The value is not a number, or out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double DoubleText(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.Double() : NumberText<double>(ref reader, NumberStyles.Float, "a double-precision number as a string");

    /// <summary>Reads a decimal number that is written as a text, or as a number.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number, rounded to 28 significant digits.</returns>
    /// <exception cref="JsonException">The value is not a number, or out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static decimal DecimalText(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.Decimal() : NumberText<decimal>(ref reader, NumberStyles.Float, "a decimal number as a string");

    private static T NumberText<T>(ref Utf8JsonReader reader, NumberStyles style, string expected)
        where T : struct, INumber<T> =>
        TextForms.TryNumber(TokenText.OfString(ref reader, expected), style, out T value) ? value : throw JsonFailure.WrongForm(expected, reader.TokenType);
}
