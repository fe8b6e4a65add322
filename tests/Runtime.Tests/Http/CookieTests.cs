using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>Cookies that a client sends (RFC 6265, section 5.4).</summary>
public class CookieTests
{
    private static readonly ApiOperationInfo s_operation = new("page", HttpMethod.Get, "/page") { Security = [["session", "csrf"]] };

    [Fact]
    public async Task Cookies_of_the_caller_the_operation_and_the_credentials_are_one_header()
    {
        List<string> headers = [];
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            headers.Add(context.Request.Headers.Cookie.ToString());
            return context.Response.WriteAsync("{}");
        });
        using ApiPipeline pipeline = Pipeline(server.Address, "abc/def=", "t0k3n");
        ApiCall call = new(s_operation, new() { Headers = { ["cookie"] = "lang=de;  theme=own" } });
        call.Cookie("theme", "dark");
        call.Cookie("note", "a; b=\"c\" é");
        call.Cookie("none", null);

        using ApiResponse response = await pipeline.SendAsync(call, CancellationToken.None);

        Assert.Equal(["lang=de; theme=own; note=a%3B%20b%3D%22c%22%20%C3%A9; sid=abc/def=; csrf=t0k3n"], headers);
    }

    [Fact]
    public async Task A_cookie_of_the_caller_goes_before_the_credential_of_its_name()
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using HttpClient httpClient = new(handler);
        using ApiPipeline pipeline = Pipeline(new("https://api.example"), "mine", "t0k3n", httpClient);

        using ApiResponse response = await pipeline.SendAsync(new(s_operation, new() { Headers = { ["Cookie"] = "sid=other" } }), CancellationToken.None);

        Assert.Equal("sid=other; csrf=t0k3n", handler.Requests[0].Headers["Cookie"]);
    }

    // RFC 6265, section 4.1.1: cookie-octet, and the same within quotation marks.
    [Theory]
    [InlineData("abc")]
    [InlineData("\"abc\"")]
    [InlineData("!#$%&'()*+-./09:<=>?@AZ[]^_`az{|}~")]
    public void A_value_of_cookie_octets_is_taken(string value) => Assert.Equal("s (set)", ApiCredential.Cookie("s", "sid", value).ToString());

    [Theory]
    [InlineData("canary;x")]
    [InlineData("canary x")]
    [InlineData("canary,x")]
    [InlineData("canary\\x")]
    [InlineData("canary\"")]
    [InlineData("\"canary")]
    [InlineData("canary\r\nX: y")]
    [InlineData("canaryé")]
    public void Another_value_is_refused_without_being_shown(string value)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ApiCredential.Cookie("s", "sid", value));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a=b")]
    [InlineData("a;b")]
    public void A_name_is_a_token(string name)
    {
        Assert.Throws<ArgumentException>(() => ApiCredential.Cookie("s", name, "x"));
        Assert.Throws<ArgumentException>(() => new ApiCall(s_operation).Cookie(name, "x"));
    }

    [Theory]
    [InlineData("sid-canary")]
    [InlineData("csrf-canary")]
    [InlineData("own-canary-value")]
    [InlineData("own=own-canary-value")]
    public async Task What_was_sent_is_masked(string echo)
    {
        StubHandler handler = StubHandler.Of((400, $"bad {echo} 1"));
        using HttpClient httpClient = new(handler);
        using ApiPipeline pipeline = Pipeline(new("https://api.example"), "sid-canary", "csrf-canary", httpClient);

        using ApiResponse response = await pipeline.SendAsync(new(s_operation, new() { Headers = { ["Cookie"] = "own=own-canary-value; big=1" } }), CancellationToken.None);

        Assert.Equal("bad *** 1", response.ToException().Body);
    }

    private static ApiPipeline Pipeline(Uri address, string session, string csrf, HttpClient? httpClient = null) =>
        new(new() { BaseAddress = address }, TestApi.Catalog, [ApiCredential.Cookie("session", "sid", session), ApiCredential.Cookie("csrf", "csrf", csrf)], httpClient);
}
