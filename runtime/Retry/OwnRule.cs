namespace Dragoman;

/// <summary>What the options of a client, an operation or a call say of one failure.</summary>
/// <param name="Options">The options.</param>
/// <param name="IsOfCode">Whether they name the failure's code, and not its status.</param>
internal readonly record struct OwnRule(RetryOptions Options, bool IsOfCode)
{
    /// <summary>Whether the options ask for retries of just this failure, whatever is known of it.</summary>
    public bool Insists => IsOfCode && Options.Retries > 0;

    /// <summary>The rule with what the options replace of it.</summary>
    /// <param name="rule">The rule that holds without them.</param>
    /// <param name="status">The status.</param>
    /// <param name="hasKnownCode">Whether the rule is that of a code. What the catalog does not repeat of a code is not repeated for its status either.</param>
    public RetryRule Over(RetryRule rule, int status, bool hasKnownCode)
    {
        if (rule.Recovery == Recovery.Retry)
        {
            return rule.With(Options);
        }

        bool isRepeated = Options.Retries > 0 && (IsOfCode || !hasKnownCode);
        RetryRule usual = Options.Class == RetryClass.Throttled ? DefaultRules.Throttled : DefaultRules.Of(status);
        return isRepeated ? usual.With(Options) : rule;
    }
}
