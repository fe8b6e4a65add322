namespace Dragoman;

/// <summary>How often a call was repeated, in total and by each rule, and what the last retry cost.</summary>
internal sealed class RetryHistory
{
    private readonly Dictionary<RetryRule, (int Retries, int Growth)> _byRule = [];

    public int Total { get; private set; }

    /// <summary>What a success gives back to the quota.</summary>
    public int LastCost { get; private set; } = RetryCost.OfSuccess;

    /// <summary>How often the rule's failures were followed by a retry.</summary>
    public int Count(RetryRule rule) => _byRule.GetValueOrDefault(Counted(rule)).Retries;

    /// <summary>How often the rule's wait has doubled.</summary>
    public int Growth(RetryRule rule) => _byRule.GetValueOrDefault(Counted(rule)).Growth;

    /// <summary>Counts a retry after a failure.</summary>
    public void Add(RetryFailure failure)
    {
        Total++;
        LastCost = RetryCost.Of(failure.Class);
        RetryRule rule = Counted(failure.Rule);
        (int retries, int growth) = _byRule.GetValueOrDefault(rule);

        // A pushback is the service's own backoff, and the client's begins anew after it.
        _byRule[rule] = (retries + 1, failure.Directive.Kind == DirectiveKind.Pushback ? 0 : growth + 1);
    }

    /// <summary>The two default rules together allow three tries, whichever of them each failure follows.</summary>
    private static RetryRule Counted(RetryRule rule) => rule == DefaultRules.Throttled ? DefaultRules.Transient : rule;
}
