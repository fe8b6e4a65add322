namespace Dragoman;

/// <summary>What the decision to retry needs to know of a failed try.</summary>
/// <param name="Rule">The rule of the failure.</param>
/// <param name="IsHarmless">Whether repeating cannot make the request take effect twice.</param>
/// <param name="RetryAfter">The pause the service asked for.</param>
internal readonly record struct RetryFailure(RetryRule Rule, bool IsHarmless, TimeSpan? RetryAfter)
{
    /// <summary>Whether the request can be sent with another credential of the same kind.</summary>
    public bool CanRenew { get; init; }

    /// <summary>Whether what helps is a new token, and one can be had.</summary>
    public bool IsCuredByRenewal => CanRenew && Rule.Recovery == Recovery.Authenticate;

    /// <summary>The service answered with an error.</summary>
    public static RetryFailure Of(int status, ResponseError error, bool isRepeatable)
    {
        // 429 and 503 say that the request was not processed, and a code's rule was written for exactly this failure.
        bool isHarmless = isRepeatable || error.HasKnownCode || status is 429 or 503;
        return new(error.Rule, isHarmless, error.RetryAfter);
    }

    /// <summary>No complete response arrived.</summary>
    public static RetryFailure Of(TransportException exception, bool isRepeatable) =>
        new(exception.IsRetryable ? DefaultRules.Transient : RetryRule.Never, isRepeatable || !exception.MayHaveBeenReceived, RetryAfter: null);
}
