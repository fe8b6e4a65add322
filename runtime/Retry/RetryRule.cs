namespace Dragoman;

/// <summary>Whether and how a request that met a failure is repeated.</summary>
/// <remarks>Retries are counted for each rule; two rules with equal values are one rule.</remarks>
public sealed record RetryRule
{
    private RetryRule(Recovery recovery) => Recovery = recovery;

    /// <summary>Not repeated: something outside the request has to be put right first.</summary>
    public static RetryRule Never { get; } = new(Recovery.None);

    /// <summary>Not repeated: another operation shows when it is worth asking again.</summary>
    public static RetryRule Poll { get; } = new(Recovery.Poll);

    /// <summary>Not repeated: another resource must finish or be freed first.</summary>
    public static RetryRule Wait { get; } = new(Recovery.Wait);

    /// <summary>Not repeated: only a different request can succeed.</summary>
    public static RetryRule ChangeRequest { get; } = new(Recovery.ChangeRequest);

    /// <summary>What a caller can do about the failure.</summary>
    public Recovery Recovery { get; }

    /// <summary>How often the request is repeated at most, 0 to 10.</summary>
    public int Retries { get; private init; }

    /// <summary>The longest wait before the first retry; it doubles with each further one.</summary>
    public TimeSpan BaseDelay { get; private init; }

    /// <summary>No wait is longer than this, unless the service asks for a longer one.</summary>
    public TimeSpan MaxDelay { get; private init; }

    /// <summary>Repeats after exponentially growing waits with full jitter: a random part of <c>min(maxDelay, baseDelay * 2^k)</c> before retry <c>k</c> = 0, 1, …</summary>
    /// <param name="retries">How often at most, 0 to 10.</param>
    /// <param name="baseDelay">The longest wait before the first retry; above zero.</param>
    /// <param name="maxDelay">The longest wait at all; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RetryRule Backoff(int retries, TimeSpan baseDelay, TimeSpan maxDelay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retries, RetryLimits.MostRetries);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(baseDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxDelay, TimeSpan.Zero);
        return new(Recovery.Retry) { Retries = retries, BaseDelay = baseDelay, MaxDelay = maxDelay };
    }
}
