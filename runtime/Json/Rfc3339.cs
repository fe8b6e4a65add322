using System.Globalization;

namespace Dragoman;

/// <summary>Dates and times as RFC 3339, section 5.6, writes them. Parsed by hand: the platform's parsers take formats this one refuses, refuse some it takes, and follow a culture.</summary>
internal static class Rfc3339
{
    /// <summary>A format of the platform, to be used with the invariant culture: another one brings its own calendar and separators.</summary>
    public const string TimeFormat = "HH:mm:ss.FFFFFFF";

    /// <inheritdoc cref="TimeFormat"/>
    public const string DateFormat = "yyyy-MM-dd";

    private const int DateLength = 10;
    private const int MinutesPerDay = 24 * 60;
    private const int MaxOffsetMinutes = 14 * 60;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= DateLength
            || !TryParse(text[..DateLength], out DateOnly date)
            || text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !ClockTime.TryParse(text[(DateLength + 1)..], out ClockTime time, out ReadOnlySpan<byte> rest)
            || !TryParseOffset(rest, out int offset))
        {
            return false;
        }

        // Section 5.7: a leap second is the last of a day in UTC.
        if (time.IsLeapSecond && (time.Minutes - offset + MinutesPerDay) % MinutesPerDay != MinutesPerDay - 1)
        {
            return false;
        }

        long local = (date.DayNumber * TimeSpan.TicksPerDay) + time.Ticks;
        long utc = local - (offset * TimeSpan.TicksPerMinute);
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        // DateTimeOffset keeps an offset of at most 14 hours, RFC 3339 allows one of 23:59.
        value = Math.Abs(offset) <= MaxOffsetMinutes ? new DateTimeOffset(local, TimeSpan.FromMinutes(offset)) : new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !Digits.TryParse(text[..4], out int year)
            || !Digits.TryParse(text[5..7], out int month)
            || !Digits.TryParse(text[8..], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!ClockTime.TryParse(text, out ClockTime time, out ReadOnlySpan<byte> rest)
            || time.IsLeapSecond
            || !TryParseOffset(rest, out int offset)
            || offset != 0)
        {
            return false;
        }

        value = new TimeOnly(time.Ticks);
        return true;
    }

    /// <summary>Seconds' digits only where there are any, <c>Z</c> for UTC: a plus sign in a query is read as a space by servers that decode forms.</summary>
    public static string Format(DateTimeOffset value) => value.ToString(
        value.Offset == TimeSpan.Zero ? $"{DateFormat}'T'{TimeFormat}'Z'" : $"{DateFormat}'T'{TimeFormat}zzz",
        CultureInfo.InvariantCulture);

    public static string Format(DateOnly value) => value.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static string Format(TimeOnly value) => value.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Minutes east of UTC; nothing at all is UTC.</summary>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !Digits.TryParse(text[1..3], out int hours)
            || !Digits.TryParse(text[4..], out int rest)
            || hours > 23 || rest > 59)
        {
            return false;
        }

        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
