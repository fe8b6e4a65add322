namespace Dragoman;

/// <summary>How a client gets its access token from an authorization server (OAuth 2.0, RFC 6749).</summary>
/// <remarks>The token is fetched once for all calls, and again before it expires or when the service refuses it.</remarks>
public sealed record OAuthGrant
{
    private OAuthGrant(OAuthGrantKind kind, string clientId)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        Kind = kind;
        ClientId = clientId;
    }

    /// <summary>The client's identifier at the authorization server.</summary>
    public string ClientId { get; }

    /// <summary>The client's secret; <see langword="null"/> for a public client (RFC 6749, section 2.1).</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What the token is asked to allow (RFC 6749, section 3.3). Default: none, the server decides.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether the secret is sent in the request's body, as servers want it that do not know basic authentication (RFC 6749, section 2.3.1). Default: false; a discovery document that names one way only has precedence.</summary>
    public bool SendsSecretInBody { get; init; }

    /// <summary>More parameters of the requests for tokens, such as <c>audience</c> or <c>resource</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Where tokens are given: an absolute https address, or http on the loopback interface. Default: what the document says.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>Where the device flow begins (RFC 8628, section 3.1). Default: what the document says.</summary>
    public Uri? DeviceAuthorizationEndpoint { get; init; }

    /// <summary>Told every refresh token that the server gives, so that the next start of the program need not ask anybody. Default: <see langword="null"/>.</summary>
    public Action<string>? RefreshTokenReceived { get; init; }

    internal OAuthGrantKind Kind { get; }

    /// <summary>The refresh token to begin with.</summary>
    internal string? InitialRefreshToken { get; init; }

    internal Func<DeviceAuthorization, CancellationToken, Task>? Prompt { get; init; }

    /// <summary>The program's own credentials (RFC 6749, section 4.4).</summary>
    /// <param name="clientId">The client's identifier.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="scopes">What the token is asked to allow.</param>
    /// <exception cref="ArgumentException">The identifier or the secret is empty.</exception>
    public static OAuthGrant ClientCredentials(string clientId, string clientSecret, params string[] scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        ArgumentNullException.ThrowIfNull(scopes);
        return new(OAuthGrantKind.ClientCredentials, clientId) { ClientSecret = clientSecret, Scopes = scopes };
    }

    /// <summary>A user who signs in with a browser, on this device or another (RFC 8628).</summary>
    /// <remarks>The call that needs the token waits for the user, up to its <see cref="ApiClientOptions.Timeout"/>.</remarks>
    /// <param name="clientId">The client's identifier.</param>
    /// <param name="prompt">Shows the user where to go and what to enter.</param>
    /// <param name="refreshToken">A refresh token from before, which is tried first; the user is asked when it is refused. <see langword="null"/> if there is none.</param>
    /// <param name="scopes">What the token is asked to allow.</param>
    /// <exception cref="ArgumentException">The identifier is empty.</exception>
    public static OAuthGrant Device(string clientId, Func<DeviceAuthorization, CancellationToken, Task> prompt, string? refreshToken = null, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(scopes);
        return new(OAuthGrantKind.Device, clientId) { Prompt = prompt, InitialRefreshToken = refreshToken, Scopes = scopes };
    }

    /// <summary>A refresh token that a user's consent has brought (RFC 6749, section 6), for example by the authorization code flow.</summary>
    /// <param name="clientId">The client's identifier.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="clientSecret">The client's secret; <see langword="null"/> for a public client.</param>
    /// <exception cref="ArgumentException">The identifier or the token is empty.</exception>
    public static OAuthGrant RefreshToken(string clientId, string refreshToken, string? clientSecret = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        return new(OAuthGrantKind.RefreshToken, clientId) { InitialRefreshToken = refreshToken, ClientSecret = clientSecret };
    }

    /// <summary>The kind of grant and the client's identifier; never a secret.</summary>
    public override string ToString() => $"{Kind} ({ClientId})";
}
