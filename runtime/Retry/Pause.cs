namespace Dragoman;

/// <summary>Makes a pause out of what a service sends, whatever it sends.</summary>
internal static class Pause
{
    /// <summary>A pause of so many seconds, or <see langword="null"/> if that is not a length of time.</summary>
    public static TimeSpan? FromSeconds(double seconds)
    {
        if (double.IsNaN(seconds) || seconds < 0)
        {
            return null;
        }

        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    /// <summary>The time from one instant to another; zero if that has passed.</summary>
    public static TimeSpan Until(DateTimeOffset instant, DateTimeOffset now) => instant > now ? instant - now : TimeSpan.Zero;
}
