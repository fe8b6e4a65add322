namespace Dragoman;

/// <summary>What is done otherwise than the error catalog says after one failure: what is set replaces that part of its rule, and what is not set stays.</summary>
public sealed class RetryOptions
{
    /// <summary>How often the request is repeated at most after this failure, 0 (not at all) to 10. Above 0, and for a failure that is not repeated otherwise, the waits are the usual ones of its class. Default: <see langword="null"/>, as the rule says.</summary>
    public int? Retries { get; set; }

    /// <summary>The longest wait before the first retry, which doubles with each further one; of a rule whose waits are all the same, the wait. Above zero, at most 49 days. It raises the longest wait where that is shorter and not set. Default: <see langword="null"/>, as the rule says.</summary>
    public TimeSpan? BaseDelay { get; set; }

    /// <summary>No wait is longer than this, unless the service asks for a longer one. Above zero, at most 49 days. Default: <see langword="null"/>, as the rule says.</summary>
    public TimeSpan? MaxDelay { get; set; }

    /// <summary>What kind of failure it is, and with it what a retry costs: <see cref="RetryClass.Transient"/>, <see cref="RetryClass.Throttled"/>, <see cref="RetryClass.Capacity"/> or <see cref="RetryClass.NotReady"/>. Default: <see langword="null"/>, as the rule says.</summary>
    public RetryClass? Class { get; set; }

    /// <summary>Copies whose keys and values were checked.</summary>
    /// <param name="entries">The options by code, status or range of statuses.</param>
    /// <param name="place">Where they stand, for the names of those that are refused.</param>
    /// <exception cref="ArgumentException">A key stands for no failure, or a value is outside its range.</exception>
    internal static Dictionary<string, RetryOptions> Checked(IDictionary<string, RetryOptions> entries, string place)
    {
        Dictionary<string, RetryOptions> copies = [];
        foreach ((string key, RetryOptions options) in entries)
        {
            RetryKey.Check(key, place);
            string name = $"{place}[{key}]";
            ArgumentNullException.ThrowIfNull(options, name);
            options.Check(name);
            copies.Add(key, (RetryOptions)options.MemberwiseClone());
        }

        return copies;
    }

    private void Check(string place)
    {
        OperationOptions.CheckRetries(Retries, $"{place}.{nameof(Retries)}");
        CheckDelay(BaseDelay, $"{place}.{nameof(BaseDelay)}");
        CheckDelay(MaxDelay, $"{place}.{nameof(MaxDelay)}");
        if (Class is not (null or RetryClass.Transient or RetryClass.Throttled or RetryClass.Capacity or RetryClass.NotReady))
        {
            throw new ArgumentOutOfRangeException($"{place}.{nameof(Class)}", Class, "The class must be one of those that are repeated.");
        }
    }

    private static void CheckDelay(TimeSpan? delay, string name)
    {
        if (delay is { } value)
        {
            TimeLimit.Check(value, isInfiniteAllowed: false, name);
        }
    }
}
