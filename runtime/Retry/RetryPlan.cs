namespace Dragoman;

/// <summary>Whether a failed try is followed by another one.</summary>
/// <param name="Stop">Why it is not, or <see langword="null"/> if it is.</param>
/// <param name="Delay">How long to wait before the next try; zero if there is none.</param>
public readonly record struct RetryPlan(StopReason? Stop, TimeSpan Delay)
{
    /// <summary>Decides; a pure function.</summary>
    /// <param name="failure">The failed try.</param>
    /// <param name="history">The retries so far.</param>
    /// <param name="limits">The bounds of the call.</param>
    /// <param name="remaining">The time left to the deadline; <see langword="null"/> without one.</param>
    /// <param name="jitter">The random part of the delay, 0 to 1.</param>
    internal static RetryPlan Of(RetryFailure failure, RetryHistory history, RetryLimits limits, TimeSpan? remaining, double jitter)
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

        (TimeSpan delay, bool isAsked) = DelayOf(failure, history, jitter);
        return isAsked && delay > limits.MaxRetryAfter ? Stopped(StopReason.RetryAfterTooLong) : Within(delay, remaining);
    }

    /// <summary>What becomes of the plan by a decision to try again. It may overrule the failure's rule, but neither the caller's limits nor the time.</summary>
    /// <param name="delay">How long to wait; <see langword="null"/> for the wait that the service asks for, or else the rule's.</param>
    /// <param name="failure">The failed try, with a rule that repeats.</param>
    /// <param name="history">The retries so far.</param>
    /// <param name="limits">The bounds of the call.</param>
    /// <param name="remaining">The time left to the deadline; <see langword="null"/> without one.</param>
    /// <param name="jitter">The random part of the delay, 0 to 1.</param>
    internal RetryPlan Repeated(TimeSpan? delay, RetryFailure failure, RetryHistory history, RetryLimits limits, TimeSpan? remaining, double jitter) =>
        history.Total >= limits.Retries ? Stopped(StopReason.AttemptsSpent)
        : delay is null && Stop is null ? Left(remaining)
        : Within(delay ?? DelayOf(failure, history, jitter).Delay, remaining);

    /// <summary>The plan, if there still is the time for it.</summary>
    /// <param name="remaining">The time left to the deadline; <see langword="null"/> without one.</param>
    internal RetryPlan Left(TimeSpan? remaining) => Stop is null ? Within(Delay, remaining) : this;

    /// <summary>The end of a call.</summary>
    internal static RetryPlan Stopped(StopReason reason) => new(reason, TimeSpan.Zero);

    private static RetryPlan Within(TimeSpan delay, TimeSpan? remaining) => delay >= remaining ? Stopped(StopReason.DeadlineTooClose) : new(null, delay);

    private static (TimeSpan Delay, bool IsAsked) DelayOf(RetryFailure failure, RetryHistory history, double jitter)
    {
        TimeSpan own = Backoff.Delay(failure.Rule, history.Growth(failure.Rule), jitter);
        TimeSpan? asked = failure.Directive.Replacing(own, failure.Rule.IsFixed);
        return (asked ?? own, asked is not null);
    }
}
