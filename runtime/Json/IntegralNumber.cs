using System.Buffers.Text;

namespace Dragoman;

/// <summary>
/// Whole numbers written with a fraction or an exponent, read exactly: through a floating-point type 2^53 + 1 would change,
/// and 1 followed by a tiny fraction would pass for 1.
/// </summary>
internal static class IntegralNumber
{
    /// <summary>The number, where it is whole and fits.</summary>
    /// <param name="text">A number that conforms to JSON's grammar (RFC 8259, section 6).</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        bool negative = text[0] == '-';
        ReadOnlySpan<byte> digits = negative ? text[1..] : text;

        int exponent = 0;
        int mark = digits.IndexOfAny((byte)'e', (byte)'E');
        if (mark >= 0)
        {
            exponent = Exponent(digits[(mark + 1)..]);
            digits = digits[..mark];
        }

        int point = digits.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? digits : digits[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? default : digits[(point + 1)..];

        // How many of all digits stand before the point once the exponent has moved it.
        long integerDigits = (long)whole.Length + exponent;
        ulong magnitude = 0;
        if (!TryAppend(whole, ref integerDigits, ref magnitude) || !TryAppend(fraction, ref integerDigits, ref magnitude))
        {
            return false;
        }

        for (; integerDigits > 0 && magnitude != 0; integerDigits--)
        {
            if (magnitude > ulong.MaxValue / 10)
            {
                return false;
            }

            magnitude *= 10;
        }

        value = unchecked(negative ? -(long)magnitude : (long)magnitude);
        return magnitude <= (negative ? 1UL << 63 : long.MaxValue);
    }

    private static bool TryAppend(ReadOnlySpan<byte> digits, ref long integerDigits, ref ulong magnitude)
    {
        foreach (byte character in digits)
        {
            uint digit = (uint)(character - '0');
            if (integerDigits-- <= 0)
            {
                if (digit != 0)
                {
                    return false;
                }
            }
            else if (magnitude > (ulong.MaxValue - digit) / 10)
            {
                return false;
            }
            else
            {
                magnitude = (magnitude * 10) + digit;
            }
        }

        return true;
    }

    /// <summary>An exponent that no int holds moves the point beyond every digit that memory holds.</summary>
    private static int Exponent(ReadOnlySpan<byte> text)
    {
        bool negative = text[0] == '-';
        ReadOnlySpan<byte> digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        return !Utf8Parser.TryParse(digits, out int value, out _) ? (negative ? -int.MaxValue : int.MaxValue) : negative ? -value : value;
    }
}
