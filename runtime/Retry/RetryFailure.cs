namespace Dragoman;

/// <summary>What the decision to retry needs to know of a failed try.</summary>
/// <param name="Rule">The rule of the failure.</param>
/// <param name="IsHarmless">Whether repeating cannot make the request take effect twice.</param>
/// <param name="Directive">What the service says of another try.</param>
internal readonly record struct RetryFailure(RetryRule Rule, bool IsHarmless, ServerDirective Directive)
{
    /// <summary>The status; <see langword="null"/> without an answer.</summary>
    public int? Status { get; init; }

    /// <summary>Whether what helps is a new token, and one can be had.</summary>
    public bool IsCuredByRenewal { get; init; }

    /// <summary>Whether the same request is worth another try.</summary>
    public bool IsRepeated => Directive.Repeats ?? (Rule.Recovery == Recovery.Retry && (Rule.Pointer is null || Directive.Wait is not null));

    /// <summary>What kind of failure it is: what the rule says, else what the status is known for.</summary>
    public RetryClass Class => Rule.Recovery switch
    {
        Recovery.Retry => Rule.Class ?? (Status == 429 ? RetryClass.Throttled : RetryClass.Transient),
        Recovery.None => RetryClass.Terminal,
        _ => RetryClass.Action,
    };

    /// <summary>The failure as one that is repeated because somebody else than its rule says so.</summary>
    public RetryFailure AsRepeated() => Rule.Recovery == Recovery.Retry ? this : this with { Rule = DefaultRules.Of(Status) };

    /// <summary>The service answered a call with an error.</summary>
    public static RetryFailure Of(ApiResponse response, PipelineContext context) =>
        Of(response.Status, response.Error, context.OwnRuleOf(response), context.Call.IsRepeatable, context.CanRenew);

    /// <summary>The service answered with an error.</summary>
    /// <param name="status">The status.</param>
    /// <param name="error">The error as the catalog sees it.</param>
    /// <param name="own">What the options say of it; <see langword="null"/> if they say nothing.</param>
    /// <param name="isRepeatable">Whether the request can be sent twice with the effect of once.</param>
    /// <param name="canRenew">Whether it can be sent with another credential of the same kind.</param>
    public static RetryFailure Of(int status, ResponseError error, OwnRule? own, bool isRepeatable, bool canRenew)
    {
        bool isCured = canRenew && error.Rule.Recovery == Recovery.Authenticate;
        RetryRule rule = own?.Over(error.Rule, status, error.HasKnownCode) ?? error.Rule;

        // A rule that says not to repeat has no waits and no number of retries, and was not written for repeating. A token that can be had anew goes first.
        bool isOverruled = error.Directive.Repeats == true && rule.Recovery != Recovery.Retry && !isCured;
        if (isOverruled)
        {
            rule = own is { Options: { } options } ? DefaultRules.Of(status).With(options) : DefaultRules.Of(status);
        }

        // 429 and 503 say that the request was not processed, and a code's rule was written for exactly this failure.
        bool isHarmless = isRepeatable || status is 429 or 503 || (error.HasKnownCode && !isOverruled) || own is { Insists: true };
        return new(rule, isHarmless, error.Directive) { Status = status, IsCuredByRenewal = isCured };
    }

    /// <summary>No complete response arrived.</summary>
    public static RetryFailure Of(TransportException exception, bool isRepeatable) =>
        new(exception.IsRetryable ? DefaultRules.Transient : RetryRule.Never, isRepeatable || !exception.MayHaveBeenReceived, default);
}
