namespace Dragoman;

/// <summary>The rules that hold where the catalog is silent: those of AWS's standard retries, version 2.1.</summary>
internal static class DefaultRules
{
    private const int Retries = 2;

    private static readonly TimeSpan s_cap = TimeSpan.FromSeconds(20);

    public static RetryRule Transient { get; } = RetryRule.Backoff(Retries, TimeSpan.FromMilliseconds(50), s_cap);

    /// <summary>A limit takes longer to pass than a fault.</summary>
    public static RetryRule Throttled { get; } = RetryRule.Backoff(Retries, TimeSpan.FromSeconds(1), s_cap);

    /// <summary>The rule of a status that is repeated, or of no answer.</summary>
    public static RetryRule Of(int? status) => status == 429 ? Throttled : Transient;

    public static RetryRule OfStatus(int status, ErrorCatalog catalog) => status switch
    {
        408 or 429 or 500 or 502 or 503 or 504 => Of(status),

        // Credentials are missing or no longer valid (RFC 9110, section 15.5.2): another token may help. A catalog that has codes for it says which of them it helps against.
        401 when catalog.Errors.All(static error => error.Status != 401) => RetryRule.Authenticate,
        _ => RetryRule.Never,
    };
}
