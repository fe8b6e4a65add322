namespace Dragoman;

/// <summary>How often a call was repeated, in total and by each rule.</summary>
internal sealed class RetryHistory
{
    private readonly Dictionary<RetryRule, int> _byRule = [];

    public int Total { get; private set; }

    public int Count(RetryRule rule) => _byRule.GetValueOrDefault(rule);

    public void Add(RetryRule rule)
    {
        Total++;
        _byRule[rule] = Count(rule) + 1;
    }
}
