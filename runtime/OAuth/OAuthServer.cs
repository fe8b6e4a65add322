namespace Dragoman;

/// <summary>Finds the addresses of an authorization server.</summary>
/// <param name="client">What sends the client's own calls.</param>
/// <param name="options">The client's options.</param>
/// <param name="baseAddress">What addresses without a host are relative to.</param>
internal sealed class OAuthServer(HttpClient client, ApiClientOptions options, BaseAddress baseAddress)
{
    private static readonly ApiOperationInfo s_discover = new("discoverAuthorizationServer", HttpMethod.Get, "/");

    private OAuthAnswer? _discovered;

    public async Task<OAuthConnection> ConnectAsync(OAuthGrant grant, OAuthEndpoints endpoints, CancellationToken cancellationToken)
    {
        OAuthTransport transport = new(client, options);
        bool needsDiscovery = grant.TokenEndpoint is null && endpoints is { Token: null, Discovery: not null };
        if (needsDiscovery && _discovered is null)
        {
            using ApiResponse answer = await transport.SendAsync(s_discover, Checked(Absolute(endpoints.Discovery!)), null, null, [], cancellationToken).ConfigureAwait(false);
            _discovered = OAuthAnswer.Read(answer);
        }

        Uri token = grant.TokenEndpoint ?? Find(endpoints.Token, "token_endpoint")
            ?? throw new InvalidOperationException("The description names no token endpoint: set OAuthGrant.TokenEndpoint.");
        Uri? device = grant.DeviceAuthorizationEndpoint ?? Find(endpoints.DeviceAuthorization, "device_authorization_endpoint");
        if (device is null && grant.Kind == OAuthGrantKind.Device)
        {
            throw new InvalidOperationException("The description names no device authorization endpoint: set OAuthGrant.DeviceAuthorizationEndpoint.");
        }

        Uri refresh = grant.TokenEndpoint ?? (endpoints.Refresh is { } other ? Absolute(other) : token);
        return new(transport, grant, Checked(token), Checked(refresh), device is null ? null : Checked(device), grant.SendsSecretInBody || TakesSecretInBodyOnly(), options.TimeProvider);
    }

    private Uri? Find(string? described, string discovered) =>
        described is not null ? Absolute(described)
        : _discovered?.Text(discovered) is { } address ? Absolute(address)
        : null;

    /// <summary>Without a list, basic authentication is what servers know (OpenID Connect Discovery 1.0, section 3).</summary>
    private bool TakesSecretInBodyOnly() =>
        _discovered?.Texts("token_endpoint_auth_methods_supported") is { } methods && methods.Contains("client_secret_post") && !methods.Contains("client_secret_basic");

    private Uri Absolute(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https"
        ? absolute
        : baseAddress.Resolve(address);

    /// <summary>Secrets go to nobody who could be somebody else (RFC 6749, section 3.2), nor to whom somebody else could name (OpenID Connect Discovery 1.0, section 4).</summary>
    private static Uri Checked(Uri endpoint) =>
        endpoint.IsAbsoluteUri && (endpoint.Scheme == "https" || (endpoint.Scheme == "http" && endpoint.IsLoopback)) && endpoint.UserInfo.Length == 0
            ? endpoint
            : throw new InvalidOperationException("An endpoint of the authorization server is no https address.");
}
