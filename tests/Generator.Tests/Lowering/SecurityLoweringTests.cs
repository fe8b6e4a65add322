extern alias runtime;

using System.Reflection;
using Dragoman.Generator.Model;
using Options = runtime::Dragoman.ApiClientOptions;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Security schemes and requirements (OpenAPI 3.1, 4.8.27 and 4.8.30).</summary>
public sealed class SecurityLoweringTests
{
    [Theory]
    [InlineData("apiSecret: { type: apiKey, in: header, name: api-secret }", "Header api-secret ApiSecret apiSecret")]
    [InlineData("key: { type: apiKey, in: query, name: api_key }", "Query api_key Key key")]
    [InlineData("session: { type: apiKey, in: cookie, name: sid }", "Cookie sid Session session")]
    [InlineData("bearerAuth: { type: http, scheme: bearer }", "Bearer  BearerAuthToken bearerAuthToken")]
    [InlineData("apiToken: { type: http, scheme: Bearer }", "Bearer  ApiToken apiToken")]
    [InlineData("basic: { type: http, scheme: basic }", "Basic  Basic basic")]
    [InlineData("shared: { type: http, scheme: SharedAccessKey }", "Http SharedAccessKey Shared shared")]
    [InlineData("login: { type: oauth2, flows: {} }", "Bearer  LoginToken loginToken")]
    [InlineData("login: { type: openIdConnect, openIdConnectUrl: 'https://example.com' }", "Bearer  LoginToken loginToken")]
    [InlineData("timeout: { type: apiKey, in: header, name: X-Timeout }", "Header X-Timeout Timeout2 timeout2")]
    [InlineData("'***': { type: apiKey, in: header, name: X-Key }", "Header X-Key Secret secret")]
    public void A_scheme_is_a_credential(string scheme, string expected)
    {
        CredentialModel credential = Assert.Single(Client(scheme, "").Model.Client.Credentials);

        Assert.Equal(expected, $"{credential.Kind} {credential.WireName} {credential.PropertyName} {credential.ParameterName}");
    }

    [Fact]
    public void No_credential_has_the_name_of_another_setting()
    {
        IEnumerable<string> members = typeof(Options)
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static member => member is PropertyInfo { GetMethod.IsAssembly: false } or MethodInfo { IsFamily: true, IsSpecialName: false })
            .Select(static member => member.Name);
        string schemes = string.Join(", ", members.Select(static name => $"{name}: {{ type: apiKey, in: header, name: x-{name} }}"));

        IEnumerable<CredentialModel> credentials = Client(schemes, "").Model.Client.Credentials;

        Assert.Contains(credentials, static credential => credential.PropertyName == "MaxRetries2");
        Assert.All(credentials, static credential => Assert.EndsWith("2", credential.PropertyName, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ type: certificate }")]
    [InlineData("{ type: http }")]
    [InlineData("{ type: http, scheme: 'a b' }")]
    [InlineData("{ type: apiKey, name: X-Key }")]
    [InlineData("{}")]
    public void Another_scheme_is_left_out(string scheme)
    {
        LoweredClient client = Of($"key: {scheme}", "");

        Assert.Equal(["Security scheme 'key' is left out: its type must be apiKey, with a place and a name, or http, with a scheme, or oauth2, openIdConnect or mutualTLS"], client.Messages);
        Assert.Empty(client.Model.Client.Credentials);
    }

    /// <summary>Certificates are shown while the connection is made (RFC 8446), and challenges answered by its handler (RFC 7616, RFC 4559).</summary>
    [Theory]
    [InlineData("{ type: mutualTLS }")]
    [InlineData("{ type: http, scheme: digest }")]
    [InlineData("{ type: http, scheme: Negotiate }")]
    public void A_scheme_of_the_connection_is_left_to_it(string scheme)
    {
        LoweredClient client = Of($"a: {scheme}, b: {{ type: http, scheme: bearer }}", "security: [{ a: [], b: [] }, { a: [] }]");

        Assert.Equal(["Security scheme 'a' is left to the HttpClient that the client is given"], client.Messages);
        Assert.Equal("b | ", string.Join(" | ", client.Operations[0].Security.Select(alternative => string.Join("+", alternative))));
    }

    [Theory]
    [InlineData("{ type: apiKey, in: header, name: 'X A' }", "'X A' cannot be sent as a header: a header's name is letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("{ type: apiKey, in: header, name: \"Authorization\\n\" }", "'Authorization\n' cannot be sent as a header: a header's name is letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("{ type: apiKey, in: header, name: Host }", "'Host' cannot be sent as a header: HTTP itself uses this header")]
    [InlineData("{ type: apiKey, in: header }", "'' cannot be sent as a header: a header's name is letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("{ type: apiKey, in: cookie, name: 'a b' }", "Security scheme 'key' is left out: a cookie's name is letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("{ type: apiKey, in: cookie }", "Security scheme 'key' is left out: a cookie's name is letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("{ type: apiKey, in: query }", "'name' is missing: an API key in a query is sent under a name")]
    public void A_key_without_a_good_name_is_left_out(string scheme, string message)
    {
        LoweredClient client = Of($"key: {scheme}", "");

        Assert.Equal([message], client.Messages);
        Assert.Empty(client.Model.Client.Credentials);
    }

    /// <summary>OpenAPI 3.2, 4.28 and 4.29: the flows' addresses, and those of a discovery document.</summary>
    [Theory]
    [InlineData("oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example/t' } }", "LoginGrant loginGrant https://a.example/t   ")]
    [InlineData("oauth2, flows: { authorizationCode: { tokenUrl: '/t', refreshUrl: '/r' }, implicit: { authorizationUrl: '/i' } }", "LoginGrant loginGrant /t /r  ")]
    [InlineData("oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: '/d', tokenUrl: '/t', refreshUrl: '/t' } }", "LoginGrant loginGrant /t  /d ")]
    [InlineData("openIdConnect, openIdConnectUrl: 'https://a.example/.well-known/openid-configuration'", "LoginGrant loginGrant    https://a.example/.well-known/openid-configuration")]
    [InlineData("oauth2, flows: { implicit: { authorizationUrl: '/i' } }", null)]
    public void An_authorization_server_is_known_by_its_addresses(string type, string? expected)
    {
        OAuthModel? server = Assert.Single(Client($"login: {{ type: {type} }}", "").Model.Client.Credentials).OAuth;

        Assert.Equal(expected, server is null ? null : $"{server.PropertyName} {server.ParameterName} {server.Token} {server.Refresh} {server.DeviceAuthorization} {server.Discovery}");
    }

    /// <summary>4.8.30: the schemes of one object are needed together, and one of the objects is enough; an empty one makes it optional.</summary>
    [Theory]
    [InlineData("", "a")]
    [InlineData("security: []", "")]
    [InlineData("security: [{ b: [] }]", "b")]
    [InlineData("security: [{ a: [], b: [] }]", "a+b")]
    [InlineData("security: [{ a: [] }, { b: [read] }]", "a | b")]
    [InlineData("security: [{ a: [] }, {}]", "a | ")]
    [InlineData("security: [{ unsupported: [] }, { b: [] }]", "b")]
    [InlineData("security: [{ unsupported: [], a: [] }, { b: [] }]", "b")]
    [InlineData("security: [{ unsupported: [] }]", "")]
    public void Requirements_are_alternatives(string security, string expected)
    {
        LoweredClient client = Of("a: { type: http, scheme: bearer }, b: { type: http, scheme: basic }, unsupported: { type: unknown }", security);

        Assert.Equal(["DRG2108"], client.Problems.Select(problem => problem.Split(' ')[0]));
        Assert.Equal(expected, string.Join(" | ", client.Operations[0].Security.Select(alternative => string.Join("+", alternative))));
    }

    [Fact]
    public void A_scheme_that_is_not_declared_is_shown()
    {
        LoweredClient client = Of("a: { type: http, scheme: bearer }, apiKey: { type: http, scheme: basic }", "security: [{ apikey: [] }]");

        Assert.Equal(["No security scheme is called 'apikey'. Did you mean 'apiKey'?"], client.Messages);
    }

    /// <summary>One problem for one cause: the scheme is declared, though what it refers to is not there.</summary>
    [Fact]
    public void A_scheme_that_cannot_be_read_is_shown_once() =>
        Assert.Equal(["'#/x' points to nothing in this document."], Of("a: { $ref: '#/x' }", "security: [{ a: [] }]").Messages);

    private static LoweredClient Client(string schemes, string security)
    {
        LoweredClient client = Of(schemes, security);
        Assert.Empty(client.Messages);
        return client;
    }

    private static LoweredClient Of(string schemes, string security) =>
        LoweredClient.Of($"{(schemes.StartsWith("a:", StringComparison.Ordinal) ? "security: [{ a: [] }]" : "x-none: ~")}\ncomponents: {{ securitySchemes: {{ {schemes} }} }}\npaths: {{ /a: {{ get: {{ {security} }} }} }}");
}
