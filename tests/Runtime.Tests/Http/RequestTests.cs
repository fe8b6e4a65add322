namespace Dragoman.Runtime.Tests;

public class RequestTests
{
    // RFC 3986: the unreserved characters stay, everything else is encoded, so that a value stays within its segment.
    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("a-b._~", "a-b._~")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("%", "%25")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("?x=1#y", "%3Fx%3D1%23y")]
    [InlineData("ü€😀", "%C3%BC%E2%82%AC%F0%9F%98%80")]
    [InlineData("{agent_code}", "%7Bagent_code%7D")]
    [InlineData("...", "...")]
    [InlineData(";:@&=$,", "%3B%3A%40%26%3D%24%2C")]
    public async Task Path_parameters_are_encoded(string value, string segment)
    {
        ApiCall call = new(TestApi.GetAgent);
        call.Path("agent_code", value);

        Assert.Equal($"https://api.example/base/v1/agent/{segment}", await SentUriAsync(call));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Path_parameters_that_change_the_path_are_refused(string value)
    {
        ApiCall call = new(TestApi.GetAgent);

        Assert.Equal("agent_code", Assert.Throws<ArgumentException>(() => call.Path("agent_code", value)).ParamName);
    }

    [Fact]
    public async Task Path_parameters_that_change_the_path_together_are_refused()
    {
        using TestClient client = new(StubHandler.Of((200, "{}")));
        ApiCall call = new(new("x", HttpMethod.Get, "/v1/.{a}/x"));
        call.Path("a", "...");
        await client.Pipeline.SendAsync(call, CancellationToken.None);

        call = new(new("x", HttpMethod.Get, "/v1/{a}/.{b}/../x"));
        call.Path("a", "1");
        call.Path("b", "2");
        await Assert.ThrowsAsync<ArgumentException>(() => client.Pipeline.SendAsync(call, CancellationToken.None));
    }

    [Fact]
    public async Task A_path_with_an_unset_parameter_is_not_sent()
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Pipeline.SendAsync(new(TestApi.GetAgent), CancellationToken.None));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void An_unknown_path_parameter_is_refused() =>
        Assert.Equal("id", Assert.Throws<ArgumentException>(static () => new ApiCall(TestApi.GetAgent).Path("id", "1")).ParamName);

    [Fact]
    public async Task Query_parameters_are_encoded_and_absent_ones_left_out()
    {
        ApiCall call = TestApi.GetCall();
        call.Query("q", "a&b=c d+ü/?");
        call.Query("none", null);
        call.Query("empty", "");
        call.Query("a&b[]", "1");

        Assert.Equal("https://api.example/base/v1/agent/A1?q=a%26b%3Dc%20d%2B%C3%BC%2F%3F&empty=&a%26b%5B%5D=1", await SentUriAsync(call));
    }

    // The array column of the style table of OpenAPI 3.1, section "Style Examples"; items with the separator in them are encoded.
    [Theory]
    [InlineData(true, ParameterStyle.Form, "color=blue&color=bl%2Cack")]
    [InlineData(false, ParameterStyle.Form, "color=blue,bl%2Cack")]
    [InlineData(false, ParameterStyle.SpaceDelimited, "color=blue%20bl%2Cack")]
    [InlineData(false, ParameterStyle.PipeDelimited, "color=blue%7Cbl%2Cack")]
    public async Task Query_lists_follow_their_style(bool explode, ParameterStyle style, string query)
    {
        ApiCall call = TestApi.GetCall();
        call.QueryList("color", ["blue", null, "bl,ack"], style, explode);
        call.QueryList("none", null, style, explode);
        call.QueryList("empty", [], style, explode);

        Assert.Equal($"https://api.example/base/v1/agent/A1?{query}", await SentUriAsync(call));
    }

    [Fact]
    public async Task A_template_may_bring_a_query()
    {
        ApiCall call = new(new("x", HttpMethod.Get, "/v1/x?beta=true"));
        call.Query("limit", "1");

        Assert.Equal("https://api.example/base/v1/x?beta=true&limit=1", await SentUriAsync(call));
    }

    [Theory]
    [InlineData("https://api.example", "https://api.example/pets")]
    [InlineData("https://api.example/", "https://api.example/pets")]
    [InlineData("https://api.example/api/v3", "https://api.example/api/v3/pets")]
    [InlineData("https://api.example/api/v3/", "https://api.example/api/v3/pets")]
    [InlineData("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x/pets")]
    [InlineData("https://[::1]:8443", "https://[::1]:8443/pets")]
    public async Task The_path_of_the_base_address_is_kept(string baseAddress, string uri) =>
        Assert.Equal(uri, await SentUriAsync(new(new("x", HttpMethod.Get, "/pets")), options => options.BaseAddress = new(baseAddress)));

    [Fact]
    public async Task A_path_with_two_slashes_stays_at_the_host() =>
        Assert.Equal("https://api.example/base//evil.example/x", await SentUriAsync(new(new("x", HttpMethod.Get, "//evil.example/x"))));

    [Theory]
    [InlineData("@evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData(".evil.example/x")]
    [InlineData("")]
    public void A_path_must_begin_with_a_slash(string path) => Assert.Throws<ArgumentException>(() => new ApiOperationInfo("x", HttpMethod.Get, path));

    [Theory]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("ü")]
    public void Header_values_that_cannot_be_sent_are_refused(string value)
    {
        Assert.Equal("X-Trace", Assert.Throws<ArgumentException>(() => new ApiCall(TestApi.GetAgent).Header("X-Trace", value)).ParamName);
        Assert.Throws<ArgumentException>(() => new ApiCall(TestApi.GetAgent).IdempotencyKey("Idempotency-Key", value));
        Assert.Throws<ArgumentException>(() => new ApiCall(TestApi.GetAgent, new() { Headers = { ["X-Trace"] = value } }));
        Assert.Throws<ArgumentException>(() => ApiCredential.Header("s", "X", value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("X Trace")]
    [InlineData("X:Trace")]
    [InlineData("X\r\nEvil")]
    [InlineData("Ü")]
    public void Header_names_that_are_no_tokens_are_refused(string name) => Assert.Throws<ArgumentException>(() => new ApiCall(TestApi.GetAgent).Header(name, "1"));

    [Fact]
    public async Task Headers_are_sent_and_those_of_the_call_come_first()
    {
        RequestOptions options = new() { Headers = { ["x-trace"] = "mine", ["User-Agent"] = "me/1", ["Accept"] = "text/plain", ["api-secret"] = "other", ["Content-Language"] = "de" } };
        ApiCall call = TestApi.PostCall(options);
        call.Header("X-Trace", "theirs");
        call.Header("If-Match", "no-quotes");
        call.Header("X-None", null);

        SentRequest request = await SentAsync(call);

        Assert.Equal("mine", request.Headers["X-Trace"]);
        Assert.Equal("no-quotes", request.Headers["If-Match"]);
        Assert.Equal(("me/1", "text/plain", "other", "de"), (request.Headers["User-Agent"], request.Headers["Accept"], request.Headers["api-secret"], request.Headers["Content-Language"]));
        Assert.DoesNotContain("X-None", request.Headers.Keys);
    }

    [Fact]
    public async Task Defaults_are_sent()
    {
        SentRequest request = await SentAsync(TestApi.PostCall());

        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.StartsWith("Dragoman/", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(TestClient.Secret, request.Headers["api-secret"]);
        Assert.Equal("\"hello\"", request.Body);
    }

    [Fact]
    public async Task A_body_may_have_another_media_type_and_is_written_at_once()
    {
        List<string> items = ["é&<"];
        ApiCall call = new(new("x", HttpMethod.Patch, "/x"));
        call.JsonBody(items, static (writer, value) => writer.List(value, JsonWrite.String), "application/merge-patch+json");
        items.Add("later");

        SentRequest request = await SentAsync(call);

        Assert.Equal("application/merge-patch+json", request.Headers["Content-Type"]);
        Assert.Equal("""["é&<"]""", request.Body);
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("OPTIONS", true)]
    [InlineData("TRACE", true)]
    [InlineData("QUERY", true)]
    [InlineData("POST", false)]
    [InlineData("PATCH", false)]
    [InlineData("CONNECT", false)]
    public void Methods_are_idempotent_as_RFC_9110_says(string method, bool isIdempotent) =>
        Assert.Equal(isIdempotent, new ApiOperationInfo("x", new(method), "/").IsIdempotent);

    private static async Task<string> SentUriAsync(ApiCall call, Action<ApiClientOptions>? configure = null) => (await SentAsync(call, configure)).Uri.AbsoluteUri;

    private static async Task<SentRequest> SentAsync(ApiCall call, Action<ApiClientOptions>? configure = null)
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using TestClient client = new(handler, configure);
        using ApiResponse response = await client.Pipeline.SendAsync(call, CancellationToken.None);
        return Assert.Single(handler.Requests);
    }
}
