namespace Dragoman;

/// <summary>A limit of the client's own had no room for a try, which was therefore not sent (<see cref="ApiClientOptions.RateLimits"/>).</summary>
public sealed class ClientRateLimitException : ApiException
{
    internal ClientRateLimitException(ApiError error, string? limit)
        : base(error)
    {
        Limit = limit;
    }

    /// <summary>The name of the limit in the catalog; <see langword="null"/> for <see cref="RateLimitOptions.Limiter"/>.</summary>
    public string? Limit { get; }
}
