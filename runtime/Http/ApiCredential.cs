using System.Text;

namespace Dragoman;

/// <summary>What a client authenticates with under one of the API's security schemes.</summary>
public abstract class ApiCredential
{
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromSeconds(60);

    private protected ApiCredential(string scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        Scheme = scheme;
    }

    /// <summary>The name of the security scheme.</summary>
    internal string Scheme { get; }

    /// <summary>Whether the credential has a value; one without is not sent.</summary>
    internal abstract bool IsSet { get; }

    /// <summary>All texts that must not be shown.</summary>
    internal abstract IEnumerable<string> Secrets { get; }

    /// <summary>A secret in a header.</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="headerName">The header.</param>
    /// <param name="value">The secret, or <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentException">The header or the value cannot be sent.</exception>
    public static ApiCredential Header(string scheme, string headerName, string? value) => new HeaderCredential(scheme, headerName, value, value is null ? [] : [value]);

    /// <summary>A secret in a query parameter.</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The secret, or <see langword="null"/> if there is none.</param>
    public static ApiCredential Query(string scheme, string name, string? value) => new QueryCredential(scheme, name, value);

    /// <summary>A secret in a cookie. Several cookies are sent as one header.</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="name">The cookie.</param>
    /// <param name="value">The secret as the service has given it, or <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentException">The name is not a token, or the value has a character that a cookie cannot have (RFC 6265, section 4.1.1).</exception>
    public static ApiCredential Cookie(string scheme, string name, string? value) => new CookieCredential(scheme, name, value);

    /// <summary>A bearer token (RFC 6750).</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="token">The token, or <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentException">The token cannot be sent.</exception>
    public static ApiCredential Bearer(string scheme, string? token) =>
        new HeaderCredential(scheme, "Authorization", token is null ? null : $"Bearer {token}", token is null ? [] : [token]);

    /// <summary>A bearer token (RFC 6750), or a source that gives one again when it expires or is refused.</summary>
    /// <remarks>
    /// The source is asked once for all callers that need a token, and before the token expires. A token that the service refuses
    /// with an error whose rule is <see cref="RetryRule.Authenticate"/> is renewed, and the call repeated once. What the source throws reaches all who wait.
    /// </remarks>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="token">The token, or <see langword="null"/> if there is none.</param>
    /// <param name="source">Gives a token where <paramref name="token"/> is <see langword="null"/>; its argument is canceled when nobody waits any longer. <see langword="null"/> if there is none.</param>
    /// <param name="renewBefore">How long before its end a token is renewed. Default: 60 seconds. One that lasts no longer than this is renewed after half of its time.</param>
    /// <exception cref="ArgumentException">The token cannot be sent, or the time is negative.</exception>
    public static ApiCredential Bearer(string scheme, string? token, Func<CancellationToken, ValueTask<AccessToken>>? source, TimeSpan? renewBefore = null)
    {
        TimeSpan early = renewBefore ?? s_renewBefore;
        ArgumentOutOfRangeException.ThrowIfLessThan(early, TimeSpan.Zero, nameof(renewBefore));
        return string.IsNullOrEmpty(token) && source is not null ? new TokenCredential(scheme, source, early) : Bearer(scheme, token);
    }

    /// <summary>A bearer token (RFC 6750), a source that gives one, or a grant by which an authorization server does; the first that is there.</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="token">The token, or <see langword="null"/> if there is none.</param>
    /// <param name="source">Gives a token. <see langword="null"/> if there is none.</param>
    /// <param name="grant">How an authorization server gives one. <see langword="null"/> if there is none.</param>
    /// <param name="endpoints">The server's addresses as described.</param>
    /// <exception cref="ArgumentException">The token cannot be sent.</exception>
    public static ApiCredential OAuth(string scheme, string? token, Func<CancellationToken, ValueTask<AccessToken>>? source, OAuthGrant? grant, OAuthEndpoints endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return string.IsNullOrEmpty(token) && source is null && grant is not null ? new OAuthCredential(scheme, grant, endpoints) : Bearer(scheme, token, source);
    }

    /// <summary>A secret in the header <c>Authorization</c>, after the name of an HTTP scheme (RFC 9110, section 11.4).</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="httpScheme">The HTTP scheme, for example <c>ApiKey</c>.</param>
    /// <param name="value">What follows it, or <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentException">The value cannot be sent.</exception>
    public static ApiCredential Http(string scheme, string httpScheme, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(httpScheme);
        return new HeaderCredential(scheme, "Authorization", string.IsNullOrEmpty(value) ? null : $"{httpScheme} {value}", string.IsNullOrEmpty(value) ? [] : [value]);
    }

    /// <summary>User name and password (RFC 7617, UTF-8).</summary>
    /// <param name="scheme">The name of the security scheme.</param>
    /// <param name="user">The user name, or <see langword="null"/> if there is none.</param>
    /// <param name="password">The password; <see langword="null"/> is the empty one.</param>
    /// <exception cref="ArgumentException">The user name contains a colon.</exception>
    public static ApiCredential Basic(string scheme, string? user, string? password)
    {
        if (user is null)
        {
            return new HeaderCredential(scheme, "Authorization", null, []);
        }

        if (user.Contains(':'))
        {
            throw new ArgumentException("A user name must not contain a colon (RFC 7617, section 2).", nameof(user));
        }

        string token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new HeaderCredential(scheme, "Authorization", $"Basic {token}", [token, password ?? ""]);
    }

    /// <summary>The scheme and whether the credential is set; never its value.</summary>
    public sealed override string ToString() => $"{Scheme} ({(IsSet ? "set" : "not set")})";

    /// <summary>Adds the credential to a request.</summary>
    internal abstract void Apply(RequestDraft request);
}
