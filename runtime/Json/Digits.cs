namespace Dragoman;

/// <summary>ASCII digits, without signs, white space or cultures.</summary>
internal static class Digits
{
    /// <summary>A number of at most nine digits and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte character in text)
        {
            if (!char.IsAsciiDigit((char)character))
            {
                return false;
            }

            value = (value * 10) + (character - '0');
        }

        return !text.IsEmpty;
    }

    /// <summary>How many digits the text begins with.</summary>
    public static int Leading(ReadOnlySpan<byte> text)
    {
        int count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return count < 0 ? text.Length : count;
    }

    /// <summary>The digits after a point, in units of which <paramref name="unit"/> make one; what is below one unit is dropped.</summary>
    /// <param name="digits">The digits, any number of them.</param>
    /// <param name="unit">At most the ticks of a week: with 18 digits the product stays within <see cref="Int128"/>.</param>
    public static long Fraction(ReadOnlySpan<byte> digits, long unit)
    {
        const int Significant = 18;

        Int128 numerator = 0;
        Int128 denominator = 1;
        foreach (byte character in digits[..Math.Min(digits.Length, Significant)])
        {
            numerator = (numerator * 10) + (character - '0');
            denominator *= 10;
        }

        return (long)(numerator * unit / denominator);
    }
}
