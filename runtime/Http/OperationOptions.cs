namespace Dragoman;

/// <summary>What the calls of one operation do otherwise than their client. What is not set is as the client has it.</summary>
public class OperationOptions
{
    /// <summary>Replaces <see cref="ApiClientOptions.Timeout"/>. Default: <see langword="null"/>.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.AttemptTimeout"/>, and what the API's description says of one try. Default: <see langword="null"/>.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.IdleTimeout"/>. Default: <see langword="null"/>.</summary>
    public TimeSpan? IdleTimeout { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.MaxRetries"/>, 0 to 10. Default: <see langword="null"/>.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>What is done otherwise than the error catalog says after single failures, before <see cref="ApiClientOptions.Retry"/> and by the same keys. Default: empty.</summary>
    public IDictionary<string, RetryOptions> Retry { get; private set; } = new Dictionary<string, RetryOptions>();

    /// <summary>Replaces <see cref="ApiClientOptions.DecideRetry"/>. Default: <see langword="null"/>.</summary>
    public Func<FailedTry, RetryDecision>? DecideRetry { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.HedgingDelay"/>; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> turns hedging off. Default: <see langword="null"/>.</summary>
    public TimeSpan? HedgingDelay { get; set; }

    internal static void CheckRetries(int? retries, string name)
    {
        if (retries is < 0 or > RetryLimits.MostRetries)
        {
            throw new ArgumentOutOfRangeException(name, retries, "The number of retries must be 0 to 10.");
        }
    }

    internal static void CheckTime(TimeSpan? time, string name)
    {
        if (time is { } value)
        {
            TimeLimit.Check(value, name: name);
        }
    }

    /// <summary>A time that may be zero.</summary>
    internal static void CheckDelay(TimeSpan? delay, string name)
    {
        if (delay != TimeSpan.Zero)
        {
            CheckTime(delay, name);
        }
    }

    /// <summary>A copy whose values were checked.</summary>
    /// <param name="place">Where the options stand, for the names of those that are refused.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal OperationOptions Checked(string place)
    {
        CheckValues($"{place}.");
        OperationOptions copy = (OperationOptions)MemberwiseClone();
        copy.Retry = RetryOptions.Checked(Retry, $"{place}.{nameof(Retry)}");
        return copy;
    }

    /// <summary>Checks the values that operations and calls have in common.</summary>
    /// <param name="place">What stands before the name of a refused one.</param>
    private protected void CheckValues(string place = "")
    {
        CheckTime(Timeout, place + nameof(Timeout));
        CheckTime(AttemptTimeout, place + nameof(AttemptTimeout));
        CheckTime(IdleTimeout, place + nameof(IdleTimeout));
        CheckDelay(HedgingDelay, place + nameof(HedgingDelay));
        CheckRetries(MaxRetries, place + nameof(MaxRetries));
    }
}
