namespace Dragoman;

/// <summary><c>partial-time</c> of RFC 3339, section 5.6: hours, minutes, seconds and any number of digits after the point.</summary>
/// <param name="Minutes">Whole minutes since midnight.</param>
/// <param name="Ticks">Ticks of 100 ns since midnight; in a leap second counted on, so that it is the second after it.</param>
/// <param name="IsLeapSecond">Whether the second is 60.</param>
internal readonly record struct ClockTime(int Minutes, long Ticks, bool IsLeapSecond)
{
    private const int Length = 8;

    /// <summary>Parses the time that a text begins with.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ClockTime time, out ReadOnlySpan<byte> rest)
    {
        time = default;
        rest = default;
        if (text.Length < Length || text[2] != ':' || text[5] != ':'
            || !Digits.TryParse(text[..2], out int hours)
            || !Digits.TryParse(text[3..5], out int minutes)
            || !Digits.TryParse(text[6..8], out int seconds)
            || hours > 23 || minutes > 59 || seconds > 60)
        {
            return false;
        }

        rest = text[Length..];
        long ticks = 0;
        if (!rest.IsEmpty && rest[0] == '.')
        {
            ReadOnlySpan<byte> fraction = rest[1..(1 + Digits.Leading(rest[1..]))];
            if (fraction.IsEmpty)
            {
                return false;
            }

            ticks = Digits.Fraction(fraction, TimeSpan.TicksPerSecond);
            rest = rest[(1 + fraction.Length)..];
        }

        minutes += hours * 60;
        time = new ClockTime(minutes, (minutes * TimeSpan.TicksPerMinute) + (seconds * TimeSpan.TicksPerSecond) + ticks, seconds == 60);
        return true;
    }
}
