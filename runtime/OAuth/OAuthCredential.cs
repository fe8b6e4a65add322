namespace Dragoman;

/// <summary>A bearer token from an authorization server. It is reached by what sends the client's own calls.</summary>
internal sealed class OAuthCredential : TokenCredential
{
    private readonly OAuthTokens _tokens;

    public OAuthCredential(string scheme, OAuthGrant grant, OAuthEndpoints endpoints)
        : this(scheme, new OAuthTokens(grant, endpoints))
    {
    }

    private OAuthCredential(string scheme, OAuthTokens tokens)
        : base(scheme, tokens.FetchAsync, TimeSpan.FromSeconds(60)) => _tokens = tokens;

    internal override IEnumerable<string> Secrets => [.. base.Secrets, .. _tokens.Secrets];

    /// <summary>Gives it the client's way to servers.</summary>
    public void Connect(HttpClient client, ApiClientOptions options, BaseAddress baseAddress) => _tokens.Server = new(client, options, baseAddress);
}
