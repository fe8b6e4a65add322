namespace Dragoman;

/// <summary>Exponential backoff with full jitter, or a fixed wait.</summary>
internal static class Backoff
{
    /// <summary>The wait before retry <paramref name="retry"/> of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="retry">The retry's number by this rule, from 0.</param>
    /// <param name="jitter">The random part, 0 to 1.</param>
    public static TimeSpan Delay(RetryRule rule, int retry, double jitter)
    {
        if (rule.IsFixed)
        {
            return rule.BaseDelay;
        }

        // In floating point 2^k grows to infinity instead of wrapping round, so that the cap holds for every k.
        double ticks = Math.Min(rule.MaxDelay.Ticks, rule.BaseDelay.Ticks * Math.Pow(2, retry));
        return TimeSpan.FromTicks((long)(ticks * jitter));
    }

    /// <summary>The random part of a wait.</summary>
    public static double Jitter(Random random)
    {
        // A given Random needn't be safe for several calls at once.
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
