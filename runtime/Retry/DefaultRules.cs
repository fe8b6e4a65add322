namespace Dragoman;

/// <summary>The rules that hold where the catalog is silent.</summary>
internal static class DefaultRules
{
    public static RetryRule Transient { get; } = RetryRule.Backoff(2, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8));

    public static RetryRule OfStatus(int status) => status is 408 or 429 or 500 or 502 or 503 or 504 ? Transient : RetryRule.Never;
}
