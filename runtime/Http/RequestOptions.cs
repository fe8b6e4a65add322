namespace Dragoman;

/// <summary>What one call does otherwise than its operation (<see cref="ApiClientOptions.Operations"/>) and its client. What is not set is as these have it.</summary>
public sealed class RequestOptions : OperationOptions
{
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

    /// <summary>Told how the call went, after <see cref="ApiClientOptions.OnCompleted"/>, which says when and how.</summary>
    public Action<CallSummary>? OnCompleted { get; set; }

    /// <summary>Whether <see cref="OperationOptions.AttemptTimeout"/> is that of the API's description, which holds where neither the caller nor the operation's options have one.</summary>
    internal bool IsAttemptTimeoutDescribed { get; private set; }

    /// <summary>Whether the call is a question that is asked again and again, and is sent whatever happens to other calls.</summary>
    internal bool IsProbe { get; private set; }

    /// <summary>The same settings with the limit of each try that the API's description has, where they have none.</summary>
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
        limited.IsAttemptTimeoutDescribed = true;
        return limited;
    }

    /// <summary>The same settings with one more observer of the call.</summary>
    internal static RequestOptions WithObserver(RequestOptions? options, Action<CallSummary> observer)
    {
        RequestOptions observed = (RequestOptions?)options?.MemberwiseClone() ?? new();
        observed.OnCompleted = observer + options?.OnCompleted;
        return observed;
    }

    /// <summary>The settings of a question that is asked again and again anyway: without retries of its own.</summary>
    internal static RequestOptions OfProbe(RequestOptions? options, TimeSpan attemptTimeout)
    {
        RequestOptions probe = (RequestOptions)WithAttemptTimeout(options, attemptTimeout).MemberwiseClone();
        probe.MaxRetries = 0;
        probe.IsProbe = true;
        return probe;
    }

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentException">A value is outside its range, or a header is not one.</exception>
    internal void Check()
    {
        CheckValues();
        if (Retry.Count > 0)
        {
            RetryOptions.Checked(Retry, nameof(Retry));
        }

        foreach ((string name, string value) in Headers)
        {
            HeaderField.CheckName(name, nameof(Headers));
            HeaderField.CheckValue(value, name);
        }
    }
}
