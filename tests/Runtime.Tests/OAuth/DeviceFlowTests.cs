namespace Dragoman.Runtime.Tests;

/// <summary>RFC 8628: a user signs in elsewhere, while the program asks again and again; and refresh tokens afterwards.</summary>
public class DeviceFlowTests
{
    private const string Pending = """{"error":"authorization_pending"}""";
    private const string SlowDown = """{"error":"slow_down"}""";
    private const string Token = """{"access_token":"t1","token_type":"bearer","expires_in":600,"refresh_token":"r1"}""";
    private const string Device = """{"device_code":"GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS","user_code":"WDJB-MJHT","verification_uri":"https://example.com/device","verification_uri_complete":"https://example.com/device?user_code=WDJB-MJHT","expires_in":1800,"interval":5}""";

    private DeviceAuthorization? _shown;

    [Fact]
    public async Task The_user_is_shown_the_code_and_asked_for_at_the_servers_pace()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, Pending), (400, SlowDown), (400, Pending), (200, Token));
        server.Device = Device;
        using OAuthClient client = new(server.Address, Grant("profile"));

        await client.ReadAsync();

        Assert.Equal(new() { ["client_id"] = "1406020730", ["scope"] = "profile" }, Assert.Single(server.DeviceRequests));
        Assert.Equal(new("WDJB-MJHT", new("https://example.com/device"), new("https://example.com/device?user_code=WDJB-MJHT"), TimeSpan.FromSeconds(1800)), _shown);
        Assert.All(server.TokenRequests, static request => Assert.Equal(
            new() { ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code", ["device_code"] = "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS", ["client_id"] = "1406020730" },
            request.Form));

        // Section 3.5: "slow_down" adds five seconds, now and from then on.
        Assert.Equal([5, 5, 10, 10], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(["Bearer t1"], server.Sent);
    }

    [Theory]
    [InlineData("access_denied")]
    [InlineData("expired_token")]
    public async Task A_user_who_says_no_ends_it(string code)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, Pending), (400, $$"""{"error":"{{code}}"}"""));
        server.Device = Device;
        using OAuthClient client = new(server.Address, Grant());

        Assert.Equal(code, (await Assert.ThrowsAsync<OAuthException>(client.ReadAsync)).Code);
    }

    [Fact]
    public async Task Nobody_is_asked_for_longer_than_the_code_is_good_for()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, Pending));
        server.Device = Device.Replace("1800", "12").Replace(",\"interval\":5", "");
        using OAuthClient client = new(server.Address, Grant());

        Assert.Equal("authorization_pending", (await Assert.ThrowsAsync<OAuthException>(client.ReadAsync)).Code);
        Assert.Equal(3, server.TokenRequests.Count);
    }

    /// <summary>RFC 8628, section 3.5: after a connection that failed, half as often.</summary>
    [Fact]
    public async Task A_connection_that_fails_makes_the_pace_slower()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, Pending), (0, ""), (400, Pending), (200, Token));
        server.Device = Device;
        using OAuthClient client = new(server.Address, Grant());

        await client.ReadAsync();

        Assert.Equal([5, 5, 10, 10], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(["Bearer t1"], server.Sent);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.001")]
    public async Task A_server_is_never_asked_without_a_pause(string interval)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, Pending), (200, Token));
        server.Device = Device.Replace("\"interval\":5", $"\"interval\":{interval}");
        using OAuthClient client = new(server.Address, Grant());

        await client.ReadAsync();

        Assert.Equal([1, 1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_pace_that_no_timer_has_ends_with_the_time_of_the_call()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        server.Device = Device.Replace("\"interval\":5", "\"interval\":1e30");
        using OAuthClient client = new(server.Address, Grant());

        await Assert.ThrowsAsync<ApiTimeoutException>(client.ReadAsync);
    }

    [Fact]
    public async Task A_refresh_token_brings_the_next_token_without_the_user()
    {
        List<string> kept = [];
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token), (200, Token.Replace("t1", "t2").Replace("r1", "r2")), (200, Token.Replace("t1", "t3")));
        server.Device = Device;
        using OAuthClient client = new(server.Address, Grant() with { RefreshTokenReceived = kept.Add });

        for (int i = 0; i < 3; i++)
        {
            await client.ReadAsync();
            client.Clock.Advance(TimeSpan.FromSeconds(600));
        }

        Assert.Single(server.DeviceRequests);
        Assert.Equal(["Bearer t1", "Bearer t2", "Bearer t3"], server.Sent);
        Assert.Equal([null, "r1", "r2"], server.TokenRequests.Select(static request => request.Form.GetValueOrDefault("refresh_token")));
        Assert.Equal(["r1", "r2", "r1"], kept);
    }

    [Fact]
    public async Task A_refresh_token_that_is_refused_makes_the_user_sign_in_again()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, """{"error":"invalid_grant"}"""), (200, Token));
        server.Device = Device;
        using OAuthClient client = new(server.Address, OAuthGrant.Device("1406020730", Show, "old"));

        await client.ReadAsync();

        Assert.NotNull(_shown);
        Assert.Equal(["refresh_token", "urn:ietf:params:oauth:grant-type:device_code"], server.TokenRequests.Select(static request => request.Form["grant_type"]));
    }

    [Fact]
    public async Task A_refresh_token_of_the_callers_is_enough()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        using OAuthClient client = new(server.Address, OAuthGrant.RefreshToken("id", "mine"));

        await client.ReadAsync();

        Assert.Equal(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = "mine", ["client_id"] = "id" }, Assert.Single(server.TokenRequests).Form);
    }

    [Fact]
    public async Task A_refresh_token_that_nobody_can_replace_is_refused_with_its_code()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((400, """{"error":"invalid_grant","error_description":"mine-mine-mine is revoked"}"""));
        using OAuthClient client = new(server.Address, OAuthGrant.RefreshToken("id", "mine-mine-mine"));

        OAuthException error = await Assert.ThrowsAsync<OAuthException>(client.ReadAsync);

        Assert.Equal("invalid_grant", error.Code);
        Assert.DoesNotContain("mine-mine", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A program may open the address it is given.</summary>
    [Theory]
    [InlineData("https://example.com/device", "javascript:alert(1)")]
    [InlineData("WDJB-MJHT", "")]
    public async Task An_answer_that_is_nothing_to_show_is_refused(string text, string replacement)
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        server.Device = Device.Replace(text, replacement);
        using OAuthClient client = new(server.Address, Grant());

        await Assert.ThrowsAsync<ResponseFormatException>(client.ReadAsync);

        Assert.Null(_shown);
    }

    /// <summary>OpenID Connect Discovery 1.0, section 4.</summary>
    [Fact]
    public async Task Addresses_are_discovered()
    {
        await using AuthorizationServer server = await AuthorizationServer.StartAsync((200, Token));
        server.Discovery = static address => $$"""{"token_endpoint":"{{address}}oauth/token","token_endpoint_auth_methods_supported":[1,null,"client_secret_post"]}""";
        using OAuthClient client = new(server.Address, OAuthGrant.ClientCredentials("id", "secret"), new() { Discovery = "/.well-known/openid-configuration" });

        await client.ReadAsync();

        Assert.Equal("secret", Assert.Single(server.TokenRequests).Form["client_secret"]);
        Assert.Equal(["Bearer t1"], server.Sent);
    }

    private OAuthGrant Grant(params string[] scopes) => OAuthGrant.Device("1406020730", Show, null, scopes);

    private Task Show(DeviceAuthorization shown, CancellationToken cancellationToken)
    {
        _shown = shown;
        return Task.CompletedTask;
    }
}
