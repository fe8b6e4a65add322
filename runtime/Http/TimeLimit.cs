using System.Runtime.CompilerServices;

namespace Dragoman;

/// <summary>Checks a limit of time where it is configured, so that no timer has to refuse it in the middle of a call.</summary>
internal static class TimeLimit
{
    /// <summary>The longest time a timer of the platform takes: 2^32 - 2 milliseconds, about 49 days.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static TimeSpan Check(TimeSpan value, bool isInfiniteAllowed = true, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        bool isInfinite = isInfiniteAllowed && value == Timeout.InfiniteTimeSpan;
        if (!isInfinite && (value <= TimeSpan.Zero || value > Longest))
        {
            throw new ArgumentOutOfRangeException(name, value, "The time must be above zero and at most 49 days.");
        }

        return value;
    }
}
