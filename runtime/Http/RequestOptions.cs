namespace Dragoman;

/// <summary>What one call does otherwise than its client.</summary>
public sealed class RequestOptions
{
    /// <summary>Replaces <see cref="ApiClientOptions.Timeout"/>.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.AttemptTimeout"/>.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.IdleTimeout"/>.</summary>
    public TimeSpan? IdleTimeout { get; set; }

    /// <summary>Replaces <see cref="ApiClientOptions.MaxRetries"/>, 0 to 10.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>
    /// Where to send the request, instead of to the path and query of the operation: a link that an answer gave, such as that of
    /// the next page. A relative one starts from the operation's own address (RFC 3986, section 5.1.3). It has to lead to scheme, host and
    /// port of <see cref="ApiClientOptions.BaseAddress"/>, or of the operation's own server where it has one, because the credentials
    /// go with it; else the call throws an <see cref="ArgumentException"/>. Default: <see langword="null"/>.
    /// </summary>
    public Uri? Link { get; set; }

    /// <summary>Told how many bytes of the body the present try has sent: with every hundredth of the body, but at least 64 KB, and at last the whole. A further try begins anew.</summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>Headers to send besides the operation's own; one of the same name is replaced. Names are compared without case.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Told status and headers of the response that the call ends with, a success or an error, before its body is read as a value; of a stream, of every response that it is read from. What it throws is thrown by the call.</summary>
    /// <remarks>It is called while the call is under way, by another thread than the caller's.</remarks>
    public Action<int, ResponseHeaders>? OnResponse { get; set; }

    /// <summary>The same settings with a limit of each try, where they have none.</summary>
    /// <param name="options">The settings, or <see langword="null"/> for none.</param>
    /// <param name="attemptTimeout">The limit.</param>
    /// <returns>The settings themselves where they have a limit; else a copy.</returns>
    public static RequestOptions WithAttemptTimeout(RequestOptions? options, TimeSpan attemptTimeout)
    {
        if (options?.AttemptTimeout is not null)
        {
            return options;
        }

        // The copy shares the headers, which nobody changes while the call is under way.
        RequestOptions limited = (RequestOptions?)options?.MemberwiseClone() ?? new();
        limited.AttemptTimeout = attemptTimeout;
        return limited;
    }

    /// <summary>The same settings with one more observer of the response.</summary>
    internal static RequestOptions WithObserver(RequestOptions? options, Action<int, ResponseHeaders> observer)
    {
        RequestOptions observed = (RequestOptions?)options?.MemberwiseClone() ?? new();
        observed.OnResponse = observer + options?.OnResponse;
        return observed;
    }

    /// <summary>The settings of a question that is asked again and again anyway: without retries of its own.</summary>
    internal static RequestOptions OfProbe(RequestOptions? options, TimeSpan attemptTimeout)
    {
        RequestOptions probe = (RequestOptions)WithAttemptTimeout(options, attemptTimeout).MemberwiseClone();
        probe.MaxRetries = 0;
        return probe;
    }

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

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentException">A value is outside its range, or a header is not one.</exception>
    internal void Check()
    {
        CheckTime(Timeout, nameof(Timeout));
        CheckTime(AttemptTimeout, nameof(AttemptTimeout));
        CheckTime(IdleTimeout, nameof(IdleTimeout));
        CheckRetries(MaxRetries, nameof(MaxRetries));
        foreach ((string name, string value) in Headers)
        {
            HeaderField.CheckName(name, nameof(Headers));
            HeaderField.CheckValue(value, name);
        }
    }
}
