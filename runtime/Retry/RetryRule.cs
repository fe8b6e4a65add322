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

    /// <summary>Not repeated: what was wanted is so already, or no longer matters.</summary>
    public static RetryRule Nothing { get; } = new(Recovery.Nothing);

    /// <summary>Not repeated as it is: a new token or sign-in is needed.</summary>
    public static RetryRule Authenticate { get; } = new(Recovery.Authenticate);

    /// <summary>Not repeated: a new session has to be created first.</summary>
    public static RetryRule Restart { get; } = new(Recovery.NewSession);

    /// <summary>Not repeated within the connection: a new one has to be made.</summary>
    public static RetryRule Reconnect { get; } = new(Recovery.Reconnect);

    /// <summary>Not repeated: another operation has to be called first.</summary>
    public static RetryRule Prepare { get; } = new(Recovery.Prepare);

    /// <summary>Not repeated: a notice that needs no other try.</summary>
    public static RetryRule Advisory { get; } = new(Recovery.Advisory);

    /// <summary>What a caller can do about the failure.</summary>
    public Recovery Recovery { get; }

    /// <summary>What kind of failure it is, and with it what a retry costs: <see cref="RetryClass.Transient"/>, <see cref="RetryClass.Throttled"/>, <see cref="RetryClass.Capacity"/> or <see cref="RetryClass.NotReady"/>. Default: <see langword="null"/>, throttled with a status of 429, else transient.</summary>
    public RetryClass? Class { get; init; }

    /// <summary>How often the request is repeated at most, 0 to 10.</summary>
    public int Retries { get; private init; }

    /// <summary>The longest wait before the first retry; it doubles with each further one.</summary>
    public TimeSpan BaseDelay { get; private init; }

    /// <summary>No wait is longer than this, unless the service asks for a longer one.</summary>
    public TimeSpan MaxDelay { get; private init; }

    /// <summary>Where the error body says from when on the request can succeed, a JSON pointer (RFC 6901); <see langword="null"/> for every rule but those of <see cref="Until"/>.</summary>
    public string? Pointer { get; private init; }

    /// <summary>Whether every wait is <see cref="BaseDelay"/> as it is, without growth and jitter.</summary>
    internal bool IsFixed { get; private init; }

    /// <summary>Repeats after exponentially growing waits with full jitter: a random part of <c>min(maxDelay, baseDelay * 2^k)</c> before retry <c>k</c> = 0, 1, …</summary>
    /// <param name="retries">How often at most, 0 to 10.</param>
    /// <param name="baseDelay">The longest wait before the first retry; above zero.</param>
    /// <param name="maxDelay">The longest wait at all; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RetryRule Backoff(int retries, TimeSpan baseDelay, TimeSpan maxDelay)
    {
        CheckRetries(retries);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(baseDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxDelay, TimeSpan.Zero);
        return new(Recovery.Retry) { Retries = retries, BaseDelay = baseDelay, MaxDelay = maxDelay };
    }

    /// <summary>Repeats after a wait that the API names: always the same, without jitter. A longer <c>Retry-After</c> goes before it.</summary>
    /// <param name="wait">The wait; above zero.</param>
    /// <param name="retries">How often at most, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RetryRule After(TimeSpan wait, int retries)
    {
        CheckRetries(retries);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero);
        return new(Recovery.Retry) { Retries = retries, BaseDelay = wait, MaxDelay = wait, IsFixed = true };
    }

    /// <summary>Repeats at an instant that the error body names, if that is within <see cref="ApiClientOptions.MaxRetryAfter"/>. Without a readable one and without a <c>Retry-After</c> nothing is repeated.</summary>
    /// <param name="pointer">The JSON pointer (RFC 6901) of the instant: a text of RFC 3339, or the seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="retries">How often at most, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of retries is outside its range.</exception>
    public static RetryRule Until(string pointer, int retries)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        CheckRetries(retries);

        // The delays are for an instant that has passed, which asks for no wait of its own. What ends at an instant is a limit.
        return new(Recovery.Retry) { Retries = retries, Pointer = pointer, BaseDelay = DefaultRules.Throttled.BaseDelay, MaxDelay = DefaultRules.Throttled.MaxDelay };
    }

    /// <summary>The rule with other numbers, as far as they are given.</summary>
    internal RetryRule With(RetryOptions options)
    {
        TimeSpan first = options.BaseDelay ?? BaseDelay;
        TimeSpan longest = options.MaxDelay ?? (MaxDelay > first ? MaxDelay : first);
        if (IsFixed)
        {
            first = longest = first < longest ? first : longest;
        }

        return this with { Retries = options.Retries ?? Retries, BaseDelay = first, MaxDelay = longest, Class = options.Class ?? Class };
    }

    private static void CheckRetries(int retries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retries, RetryLimits.MostRetries);
    }
}
