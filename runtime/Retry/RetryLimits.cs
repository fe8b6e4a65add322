namespace Dragoman;

/// <summary>What bounds the retries of one call, whatever the rules say.</summary>
/// <param name="MaxRetries">How many retries the caller allows; <see langword="null"/>: as many as the rules.</param>
/// <param name="MaxRetryAfter">The longest <c>Retry-After</c> that is waited for.</param>
internal readonly record struct RetryLimits(int? MaxRetries, TimeSpan MaxRetryAfter)
{
    /// <summary>The most retries of a call under all rules together.</summary>
    public const int MostRetries = 10;

    public int Retries => Math.Min(MaxRetries ?? MostRetries, MostRetries);
}
