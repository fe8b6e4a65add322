namespace Dragoman;

/// <summary>How many tokens of the quota a retry takes. The numbers are those of AWS's standard retries, version 2.1.</summary>
internal static class RetryCost
{
    /// <summary>What a success at the first try gives.</summary>
    public const int OfSuccess = 1;

    public static int Of(RetryClass kind) => kind switch
    {
        RetryClass.Transient => 14,
        RetryClass.Throttled => 5,
        _ => 0,
    };
}
