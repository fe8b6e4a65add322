namespace Dragoman;

/// <summary>What a caller decides about a failed try (<see cref="ApiClientOptions.DecideRetry"/>).</summary>
public readonly record struct RetryDecision
{
    private RetryDecision(bool? isRepeated, TimeSpan? delay = null) => (IsRepeated, Delay) = (isRepeated, delay);

    /// <summary>What the client would do by itself; the default.</summary>
    public static RetryDecision AsPlanned => default;

    /// <summary>No further try. The call throws the failure, with <see cref="StopReason.NotRetryable"/>.</summary>
    public static RetryDecision Stop { get; } = new(isRepeated: false);

    /// <summary>Another try, after the wait that the service asks for, also one beyond <see cref="ApiClientOptions.MaxRetryAfter"/>; else after that of the rule, or of the usual rule where it has none.</summary>
    public static RetryDecision Retry { get; } = new(isRepeated: true);

    /// <summary>Whether there is another try; <see langword="null"/> as planned.</summary>
    public bool? IsRepeated { get; }

    /// <summary>The wait before it; <see langword="null"/> for the one that the service asks for, or else the client's own.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>Another try after a given wait, whatever the service asks for.</summary>
    /// <param name="delay">The wait, 0 to 49 days; taken as it is, without jitter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The wait is below zero or longer than 49 days.</exception>
    public static RetryDecision RetryAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, TimeLimit.Longest);
        return new(isRepeated: true, delay);
    }
}
