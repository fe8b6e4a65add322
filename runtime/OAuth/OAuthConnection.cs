namespace Dragoman;

/// <summary>Asks one authorization server, as the client that a grant names.</summary>
internal sealed class OAuthConnection(OAuthTransport transport, OAuthGrant grant, Uri token, Uri refresh, Uri? device, bool sendsSecretInBody, TimeProvider clock)
{
    private static readonly ApiOperationInfo s_token = new("requestToken", HttpMethod.Post, "/") { Security = [["client"]] };
    private static readonly ApiOperationInfo s_device = new("authorizeDevice", HttpMethod.Post, "/") { Security = [["client"]] };

    public TimeProvider Clock { get; } = clock;

    /// <exception cref="OAuthException">The server refused.</exception>
    public async Task<OAuthToken> AskForTokenAsync(IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<string> secrets, bool isRefresh, CancellationToken cancellationToken)
    {
        using ApiResponse response = await SendAsync(s_token, isRefresh ? refresh : token, fields, secrets, cancellationToken).ConfigureAwait(false);
        return OAuthToken.Read(response);
    }

    /// <exception cref="OAuthException">The server refused.</exception>
    public async Task<DeviceAnswer> BeginDeviceAsync(IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<string> secrets, CancellationToken cancellationToken)
    {
        using ApiResponse response = await SendAsync(s_device, device!, fields, secrets, cancellationToken).ConfigureAwait(false);
        return DeviceAnswer.Read(response);
    }

    private Task<ApiResponse> SendAsync(ApiOperationInfo operation, Uri endpoint, IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<string> secrets, CancellationToken cancellationToken)
    {
        bool isBasic = grant.ClientSecret is not null && !sendsSecretInBody;
        List<KeyValuePair<string, string>> form = [.. fields, .. grant.Parameters];
        if (!isBasic)
        {
            form.Add(new("client_id", grant.ClientId));
        }

        if (!isBasic && grant.ClientSecret is { } secret)
        {
            form.Add(new("client_secret", secret));
        }

        // Both are form-encoded before they are joined (RFC 6749, section 2.3.1), so that a colon in them is no separator.
        ApiCredential? basic = isBasic ? ApiCredential.Basic("client", PercentText.EscapeForm(grant.ClientId), PercentText.EscapeForm(grant.ClientSecret!)) : null;
        return transport.SendAsync(operation, endpoint, new OAuthForm(form), basic, secrets, cancellationToken);
    }
}
