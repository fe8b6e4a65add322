namespace Dragoman.Runtime.Tests;

public class ApiPipelineTests
{
    [Fact]
    public void Without_a_base_address_it_says_what_to_set()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => new ApiPipeline(new(), TestApi.Catalog, []));

        Assert.Contains("ApiClientOptions.BaseAddress", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relative/path")]
    [InlineData("ftp://host")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@host")]
    [InlineData("https://host?x=1")]
    [InlineData("https://host#x")]
    public void Other_addresses_are_refused(string address)
    {
        ApiClientOptions options = new() { BaseAddress = new(address, UriKind.RelativeOrAbsolute) };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new ApiPipeline(options, TestApi.Catalog, []));

        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_given_client_stands_in()
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using HttpClient httpClient = new(handler) { BaseAddress = new("https://other.example/v2/") };
        using ApiPipeline pipeline = new(new(), TestApi.Catalog, [], httpClient);

        await pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None);

        Assert.Equal("https://other.example/v2/v1/agent/A1", handler.Requests[0].Uri.AbsoluteUri);
    }

    public static TheoryData<Action<ApiClientOptions>> BadOptions => new(
        static options => options.Timeout = TimeSpan.Zero,
        static options => options.Timeout = TimeSpan.FromDays(50),
        static options => options.AttemptTimeout = TimeSpan.FromSeconds(-5),
        static options => options.MaxRetries = 11,
        static options => options.MaxRetries = -1,
        static options => options.MaxRetryAfter = TimeSpan.FromTicks(-1),
        static options => options.MaxResponseBytes = 0,
        static options => options.MaxResponseBytes = long.MaxValue,
        static options => options.UserAgent = "a\r\nb",
        static options => options.UserAgent = null!,
        static options => options.TimeProvider = null!,
        static options => options.Random = null!);

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void Options_outside_their_range_are_refused(Action<ApiClientOptions> spoil)
    {
        ApiClientOptions options = new() { BaseAddress = new("https://api.example") };
        spoil(options);

        Assert.ThrowsAny<ArgumentException>(() => new ApiPipeline(options, TestApi.Catalog, []));
    }

    [Fact]
    public void Request_options_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => TestApi.GetCall(new() { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TestApi.GetCall(new() { AttemptTimeout = TimeSpan.FromSeconds(-2) }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TestApi.GetCall(new() { MaxRetries = 11 }));
    }

    [Fact]
    public async Task Options_are_copied()
    {
        StubHandler handler = StubHandler.Of((502, ""));
        ApiClientOptions? later = null;
        using TestClient client = new(handler, options => later = options);
        later!.MaxRetries = 0;

        await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task A_given_client_is_not_disposed_and_a_disposed_pipeline_refuses_calls()
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using HttpClient httpClient = new(handler);
        ApiPipeline pipeline = new(new() { BaseAddress = new("https://api.example") }, TestApi.Catalog, [], httpClient);
        pipeline.Dispose();
        pipeline.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None));
        Assert.Equal("{}", await httpClient.GetStringAsync(new Uri("https://api.example")));
    }

    [Theory]
    [InlineData(null, "theirs/1")]
    [InlineData("mine/1", "mine/1")]
    public async Task A_user_agent_of_a_given_client_beats_the_default_one_only(string? own, string sent)
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using HttpClient httpClient = new(handler);
        httpClient.DefaultRequestHeaders.UserAgent.ParseAdd("theirs/1");
        ApiClientOptions options = new() { BaseAddress = new("https://api.example") };
        options.UserAgent = own ?? options.UserAgent;
        using ApiPipeline pipeline = new(options, TestApi.Catalog, [], httpClient);

        await pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None);

        Assert.Equal(sent, handler.Requests[0].Headers["User-Agent"]);
    }

    [Fact]
    public async Task Many_calls_at_once_do_not_disturb_each_other()
    {
        StubHandler handler = new(static async _ =>
        {
            await Task.Yield();
            return StubHandler.Response(200, """{"id":"A1"}""");
        });
        using TestClient client = new(handler);

        Agent[] agents = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => client.GetAsync())));

        Assert.Equal(0, handler.LiveResponses);
        Assert.All(agents, static agent => Assert.Equal("A1", agent.Id));
    }
}
