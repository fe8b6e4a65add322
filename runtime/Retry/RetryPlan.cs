namespace Dragoman;

/// <summary>Whether a failed try is followed by another one.</summary>
/// <param name="Stop">Why it is not, or <see langword="null"/> if it is.</param>
/// <param name="Delay">How long to wait before the next try.</param>
internal readonly record struct RetryPlan(StopReason? Stop, TimeSpan Delay)
{
    /// <summary>Decides; a pure function.</summary>
    /// <param name="failure">The failed try.</param>
    /// <param name="history">The retries so far.</param>
    /// <param name="limits">The bounds of the call.</param>
    /// <param name="remaining">The time left to the deadline; <see langword="null"/> without one.</param>
    /// <param name="jitter">The random part of the delay, 0 to 1.</param>
    public static RetryPlan Of(RetryFailure failure, RetryHistory history, RetryLimits limits, TimeSpan? remaining, double jitter)
    {
        if (!failure.IsRepeated && !failure.IsCuredByRenewal)
        {
            return Stopped(StopReason.NotRetryable);
        }

        if (remaining == TimeSpan.Zero)
        {
            return Stopped(StopReason.DeadlineTooClose);
        }

        if (failure.IsCuredByRenewal)
        {
            // What was refused for its credential has had no effect, and no load caused it.
            return new(null, TimeSpan.Zero);
        }

        if (!failure.IsHarmless)
        {
            return Stopped(StopReason.NotIdempotent);
        }

        if (history.Count(failure.Rule) >= failure.Rule.Retries || history.Total >= limits.Retries)
        {
            return Stopped(StopReason.AttemptsSpent);
        }

        TimeSpan own = Backoff.Delay(failure.Rule, history.Growth(failure.Rule), jitter);
        TimeSpan? asked = failure.Directive.Replacing(own, failure.Rule.IsFixed);
        TimeSpan delay = asked ?? own;
        if (asked > limits.MaxRetryAfter)
        {
            return Stopped(StopReason.RetryAfterTooLong);
        }

        return delay >= remaining ? Stopped(StopReason.DeadlineTooClose) : new(null, delay);
    }

    private static RetryPlan Stopped(StopReason reason) => new(reason, TimeSpan.Zero);
}
