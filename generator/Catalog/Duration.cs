using System.Globalization;

namespace Dragoman.Generator.Catalog;

/// <summary>Durations as catalogs and <c>x-polling</c> write them: an integer and a unit, as in <c>500ms</c>, <c>20s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static class Duration
{
    /// <summary>What a duration looks like, for messages.</summary>
    public const string Form = "a duration such as 500ms, 20s, 5m or 1h";

    /// <summary>Parses a duration of any length, also of none; one too long for a <see cref="TimeSpan"/> becomes the longest.</summary>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        int digits = 0;
        while (digits < text.Length && text[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        long ticks = TicksOf(text.Substring(digits));
        if (digits == 0 || ticks == 0)
        {
            return false;
        }

        bool fits = long.TryParse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count <= long.MaxValue / ticks;
        value = fits ? TimeSpan.FromTicks(count * ticks) : TimeSpan.MaxValue;
        return true;
    }

    private static long TicksOf(string unit) => unit switch
    {
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => 0,
    };
}
