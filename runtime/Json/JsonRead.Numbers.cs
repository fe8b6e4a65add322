using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Reads a 32-bit integer. JSON does not tell 5, 5.0 and 0.5e1 apart, so each of them is one.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number, has a fraction, or is out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int Int32(this ref Utf8JsonReader reader)
    {
        const string Expected = "a 32-bit integer";
        CheckNumber(ref reader, Expected);
        return reader.TryGetInt32(out int value) ? value
            : IntegralNumber.TryParse(TokenText.OfNumber(ref reader), out long wide) && (int)wide == wide ? (int)wide
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a 64-bit integer. JSON does not tell 5, 5.0 and 0.5e1 apart, so each of them is one.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number, has a fraction, or is out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static long Int64(this ref Utf8JsonReader reader)
    {
        const string Expected = "a 64-bit integer";
        CheckNumber(ref reader, Expected);
        return reader.TryGetInt64(out long value) || IntegralNumber.TryParse(TokenText.OfNumber(ref reader), out value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a 64-bit integer without a sign.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number, has a fraction, or is out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ulong UInt64(this ref Utf8JsonReader reader)
    {
        const string Expected = "an unsigned 64-bit integer";
        CheckNumber(ref reader, Expected);
        return reader.TryGetUInt64(out ulong value) ? value
            : IntegralNumber.TryParse(TokenText.OfNumber(ref reader), out long signed) && signed >= 0 ? (ulong)signed
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a single-precision number, rounded to the nearest.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number, always finite.</returns>
    /// <exception cref="JsonException">The value is not a number, or is out of range (above about 3.4e38).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static float Single(this ref Utf8JsonReader reader)
    {
        const string Expected = "a single-precision number";
        CheckNumber(ref reader, Expected);

        // A number out of range parses as infinite, which no JSON number is.
        return reader.TryGetSingle(out float value) && float.IsFinite(value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a double-precision number, rounded to the nearest.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number, always finite.</returns>
    /// <exception cref="JsonException">The value is not a number, or is out of range (above about 1.8e308).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double Double(this ref Utf8JsonReader reader)
    {
        const string Expected = "a double-precision number";
        CheckNumber(ref reader, Expected);
        return reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a decimal number, rounded to 28 significant digits.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">The value is not a number, or is out of range (above about 7.9e28).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static decimal Decimal(this ref Utf8JsonReader reader)
    {
        const string Expected = "a decimal number";
        CheckNumber(ref reader, Expected);
        return reader.TryGetDecimal(out decimal value) ? value : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    private static void CheckNumber(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonFailure.WrongKind(expected, reader.TokenType);
        }
    }
}
