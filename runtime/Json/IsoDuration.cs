using System.Globalization;
using System.Text;

namespace Dragoman;

/// <summary>Durations in ISO 8601 (RFC 3339, appendix A) that have a fixed length.</summary>
internal static class IsoDuration
{
    private const long NoFixedLength = 0;

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        bool negative = !text.IsEmpty && text[0] == '-';
        if (!text.IsEmpty && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        if (text.IsEmpty || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        int mark = text.IndexOf((byte)'T');
        ReadOnlySpan<byte> days = mark < 0 ? text : text[..mark];
        ReadOnlySpan<byte> time = mark < 0 ? default : text[(mark + 1)..];

        // A T must be followed by something; ISO 8601 gives a fraction to the last number only.
        if (mark >= 0 ? time.IsEmpty : days.IsEmpty)
        {
            return false;
        }

        Int128 ticks = 0;
        if (!TryAdd(days, "YMWD"u8, [NoFixedLength, NoFixedLength, 7 * TimeSpan.TicksPerDay, TimeSpan.TicksPerDay], mark < 0, ref ticks)
            || !TryAdd(time, "HMS"u8, [TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond], true, ref ticks))
        {
            return false;
        }

        ticks = negative ? -ticks : ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
        {
            return false;
        }

        value = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>Days, hours, minutes and seconds, each only where it is not zero; <c>PT0S</c> for none.</summary>
    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        // Unsigned, as the least duration has no positive counterpart.
        ulong ticks = value.Ticks < 0 ? unchecked((ulong)-value.Ticks) : (ulong)value.Ticks;
        ulong time = ticks % TimeSpan.TicksPerDay;

        StringBuilder text = new(value.Ticks < 0 ? "-P" : "P", 32);
        Append(text, ticks / TimeSpan.TicksPerDay, 'D');
        if (time != 0)
        {
            text.Append('T');
            Append(text, time / TimeSpan.TicksPerHour, 'H');
            Append(text, time / TimeSpan.TicksPerMinute % 60, 'M');
            AppendSeconds(text, time % TimeSpan.TicksPerMinute);
        }

        return text.ToString();
    }

    /// <summary>Adds the numbers of one half; each designator may come once, in this order.</summary>
    private static bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> designators, ReadOnlySpan<long> units, bool isLastHalf, ref Int128 ticks)
    {
        while (!text.IsEmpty)
        {
            ReadOnlySpan<byte> whole = text[..Digits.Leading(text)];
            text = text[whole.Length..];

            ReadOnlySpan<byte> fraction = default;
            if (!text.IsEmpty && text[0] is (byte)'.' or (byte)',')
            {
                fraction = text[1..(1 + Digits.Leading(text[1..]))];
                text = text[(1 + fraction.Length)..];
                if (fraction.IsEmpty || !isLastHalf || text.Length != 1)
                {
                    return false;
                }
            }

            int index = text.IsEmpty ? -1 : designators.IndexOf(text[0]);
            if (index < 0 || !TryTicks(whole, fraction, units[index], out Int128 term))
            {
                return false;
            }

            ticks += term;
            text = text[1..];
            designators = designators[(index + 1)..];
            units = units[(index + 1)..];
        }

        return true;
    }

    private static bool TryTicks(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long unit, out Int128 ticks)
    {
        ticks = 0;
        if (!ulong.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out ulong count))
        {
            return false;
        }

        ticks = ((Int128)count * unit) + Digits.Fraction(fraction, unit);
        return unit != NoFixedLength || (count == 0 && fraction.TrimStart((byte)'0').IsEmpty);
    }

    private static void Append(StringBuilder text, ulong count, char designator)
    {
        if (count != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count}{designator}");
        }
    }

    private static void AppendSeconds(StringBuilder text, ulong ticks)
    {
        if (ticks != 0)
        {
            // A decimal prints every digit and, after a division, no zero at the end.
            text.Append(CultureInfo.InvariantCulture, $"{(decimal)ticks / TimeSpan.TicksPerSecond}S");
        }
    }
}
