namespace Dragoman;

/// <summary>The rules that hold where the catalog is silent.</summary>
internal static class DefaultRules
{
    public static RetryRule Transient { get; } = RetryRule.Backoff(2, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8));

    public static RetryRule OfStatus(int status, ErrorCatalog catalog) => status switch
    {
        408 or 429 or 500 or 502 or 503 or 504 => Transient,

        // Credentials are missing or no longer valid (RFC 9110, section 15.5.2): another token may help. A catalog that has codes for it says which of them it helps against.
        401 when catalog.Errors.All(static error => error.Status != 401) => RetryRule.Authenticate,
        _ => RetryRule.Never,
    };
}
