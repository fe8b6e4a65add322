using System.Text;

namespace Dragoman.Runtime.Tests;

/// <summary>RFC 6749: tokens for the program itself, and what a token endpoint may answer.</summary>
public class ClientCredentialsTests
{
    private const string Token = """{"access_token":"t1","token_type":"Bearer","expires_in":3600}""";

    [Fact]
    public async Task The_request_is_that_of_section_4_4()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("s6BhdRkqt3", "gX1fBat3bV", "read:pets", "write:pets"));

        await client.ReadAsync();
        await client.ReadAsync();

        (Dictionary<string, string> form, string authorization) = Assert.Single(server.TokenRequests);
        Assert.Equal(new() { ["grant_type"] = "client_credentials", ["scope"] = "read:pets write:pets" }, form);

        // The example of section 2.3.1's header, which section 4.4.2 shows again.
        Assert.Equal("Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW", authorization);
        Assert.Equal(["Bearer t1", "Bearer t1"], server.Sent);
    }

    /// <summary>Section 2.3.1 and appendix B: encoded as a form before the colon joins them.</summary>
    [Fact]
    public async Task Identifier_and_secret_are_encoded()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("a:b", "c d&é"));

        await client.ReadAsync();

        string header = server.TokenRequests.Single().Authorization["Basic ".Length..];
        Assert.Equal("a%3Ab:c+d%26%C3%A9", Encoding.ASCII.GetString(Convert.FromBase64String(header)));
    }

    [Fact]
    public async Task The_secret_is_in_the_body_where_the_server_wants_it_there()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        OAuthGrant grant = OAuthGrant.ClientCredentials("id", "secret") with { SendsSecretInBody = true, Parameters = new Dictionary<string, string> { ["audience"] = "https://api.example" } };
        using OAuthClient client = new(server.Address, grant);

        await client.ReadAsync();

        (Dictionary<string, string> form, string authorization) = Assert.Single(server.TokenRequests);
        Assert.Equal(new() { ["grant_type"] = "client_credentials", ["audience"] = "https://api.example", ["client_id"] = "id", ["client_secret"] = "secret" }, form);
        Assert.Equal("", authorization);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("\"3600\"")]
    public async Task A_token_is_renewed_a_minute_before_its_end(string seconds)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token.Replace("3600", seconds)), (200, Token.Replace("t1", "t2")));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"));

        await client.ReadAsync();
        client.Clock.Advance(TimeSpan.FromSeconds(3539));
        await client.ReadAsync();
        client.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.ReadAsync();

        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], server.Sent);
    }

    [Fact]
    public async Task A_token_that_the_service_refuses_is_renewed_once()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token), (200, Token.Replace("t1", "t2")));
        server.Status = static authorization => authorization == "Bearer t1" ? 401 : 200;
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"));

        await client.ReadAsync();

        Assert.Equal(["Bearer t1", "Bearer t2"], server.Sent);
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_code_and_without_the_secret()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((401, """{"error":"invalid_client","error_description":"The secret hunter2-hunter2 is wrong.","error_uri":"https://login.example/errors"}"""));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "hunter2-hunter2"));

        OAuthException error = await Assert.ThrowsAsync<OAuthException>(client.ReadAsync);

        Assert.Equal(("invalid_client", 401, "https://login.example/errors"), (error.Code, error.Status, error.DocsUrl));
        Assert.StartsWith("The secret ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Sent);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((503, ""), (400, """{"error":"temporarily_unavailable"}"""), (200, Token));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"));

        await client.ReadAsync();

        Assert.Equal(3, server.TokenRequests.Count);
    }

    [Theory]
    [InlineData("""{"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"t1","token_type":"mac"}""")]
    [InlineData("""{"access_token":"a\r\nX-Evil: 1"}""")]
    [InlineData("""["t1"]""")]
    [InlineData("""{"access_token":"t1","token_type":"Bearer","access_token":"t2"}""")]
    [InlineData("""{"access_token":"t1","\u0061ccess_token":"t2"}""")]
    [InlineData("<html></html>")]
    public async Task What_is_no_bearer_token_is_not_sent(string answer)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, answer));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"));

        await Assert.ThrowsAsync<ResponseFormatException>(client.ReadAsync);

        Assert.Empty(server.Sent);
    }

    [Theory]
    [InlineData("http://login.example/token")]
    [InlineData("https://user:password@login.example/token")]
    [InlineData("file:///token")]
    public async Task Secrets_go_to_no_address_that_anybody_could_read(string endpoint)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret") with { TokenEndpoint = new Uri(endpoint) });

        await Assert.ThrowsAsync<InvalidOperationException>(client.ReadAsync);
    }

    [Theory]
    [InlineData("http://login.example/.well-known/openid-configuration")]
    [InlineData("https://user:password@login.example/.well-known/openid-configuration")]
    public async Task Addresses_are_taken_from_no_document_that_anybody_could_write(string discovery)
    {
        using OAuthClient client = new(new("http://127.0.0.1:9"), OAuthGrant.ClientCredentials("id", "secret"), new() { Discovery = discovery });

        await Assert.ThrowsAsync<InvalidOperationException>(client.ReadAsync);
    }

    [Theory]
    [InlineData("client_assertion", "The assertion *** is wrong.")]
    [InlineData("password", "The assertion *** is wrong.")]
    [InlineData("audience", "The assertion proof-canary is wrong.")]
    public async Task A_parameter_that_proves_who_asks_is_in_no_exception(string name, string message)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, """{"error":"invalid_client","error_description":"The assertion proof-canary is wrong."}"""));
        OAuthGrant grant = OAuthGrant.ClientCredentials("id", "secret") with { Parameters = new Dictionary<string, string> { [name] = "proof-canary" } };
        using OAuthClient client = new(server.Address, grant);

        Assert.Equal(message, (await Assert.ThrowsAsync<OAuthException>(client.ReadAsync)).Message);
    }

    [Fact]
    public void A_grant_shows_no_secret() =>
        Assert.Equal("ClientCredentials (id)", (OAuthGrant.ClientCredentials("id", "secret") with { Parameters = new Dictionary<string, string> { ["assertion"] = "secret" } }).ToString());

    [Fact]
    public async Task The_quota_of_the_client_is_that_of_its_token_requests_too()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((503, """{"error":"temporarily_unavailable"}"""));
        RetryQuota quota = new(tokens: 28 + 13);
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"), quota: quota);

        Assert.Equal(StopReason.AttemptsSpent, (await Assert.ThrowsAsync<OAuthException>(client.ReadAsync)).StopReason);
        Assert.Equal(StopReason.QuotaSpent, (await Assert.ThrowsAsync<OAuthException>(client.ReadAsync)).StopReason);

        // The first call makes two retries at 14, and the second one none.
        Assert.Equal((3 + 1, 13), (server.TokenRequests.Count, quota.Tokens));
    }

    // 100 tokens are seven retries at 14, of all clients that ask the one server as the one client.
    [Fact]
    public async Task Without_one_the_clients_of_an_authorization_server_share_theirs()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((503, """{"error":"temporarily_unavailable"}"""));
        FakeTimeProvider clock = new();
        for (int i = 0; i < 10; i++)
        {
            using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"), clock: clock);
            await Assert.ThrowsAsync<OAuthException>(client.ReadAsync);
        }

        Assert.Equal(10 + 7, server.TokenRequests.Count);
    }
}
