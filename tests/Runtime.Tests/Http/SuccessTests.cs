using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>Calls with one success: what each kind of them makes of a response, and that none is left undisposed.</summary>
public class SuccessTests
{
    private static readonly Dictionary<string, Func<TestClient, RequestOptions?, Task<string>>> s_kinds = new()
    {
        ["none"] = static async (client, options) =>
        {
            await client.Pipeline.SendAsync(TestApi.GetCall(options), 200, CancellationToken.None);
            return "";
        },
        ["json"] = static async (client, options) => (await client.Pipeline.SendAsync(TestApi.GetCall(options), 200, TestApi.ReadAgent, CancellationToken.None)).Id,
        ["own"] = static async (client, options) => (await client.Pipeline.SendAsync<Badge>(TestApi.GetCall(options), 200, CancellationToken.None)).Id,
        ["text"] = static (client, options) => client.Pipeline.TextAsync(TestApi.GetCall(options), 200, CancellationToken.None),
        ["file"] = static async (client, options) =>
        {
            await using FileDownload file = await client.Pipeline.FileAsync(TestApi.GetCall(options), 200, CancellationToken.None);
            using StreamReader reader = new(file.Stream);
            return await reader.ReadToEndAsync();
        },
    };

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("none", "not even read", "")]
    [InlineData("json", """{"id":"A1"}""", "A1")]
    [InlineData("own", """{"id":"A1"}""", "A1")]
    [InlineData("text", "", "")]
    [InlineData("text", "\uFEFFWelcome, Zoë.", "Welcome, Zoë.")]
    [InlineData("file", "bytes", "bytes")]
    public async Task The_success_is_what_was_asked_for(string kind, string body, string expected)
    {
        StubHandler handler = StubHandler.Of((200, body));
        using TestClient client = new(handler);

        Assert.Equal(expected, await s_kinds[kind](client, null));
        Assert.Equal(0, handler.LiveResponses);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("json")]
    [InlineData("own")]
    [InlineData("text")]
    [InlineData("file")]
    public async Task Another_success_is_none_of_the_description(string kind)
    {
        StubHandler handler = StubHandler.Of((201, """{"id":"A1"}"""));
        using TestClient client = new(handler);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => s_kinds[kind](client, null));

        Assert.Equal(201, error.Status);
        Assert.Equal(0, handler.LiveResponses);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("json")]
    [InlineData("own")]
    [InlineData("text")]
    [InlineData("file")]
    public async Task An_error_is_the_exception_of_its_code(string kind)
    {
        StubHandler handler = StubHandler.Of((404, """{"error":{"code":"AGENT_NOT_FOUND"}}"""));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<AgentNotFoundException>(() => s_kinds[kind](client, null));
        Assert.Equal(0, handler.LiveResponses);
    }

    [Theory]
    [InlineData("none", 200)]
    [InlineData("json", 200)]
    [InlineData("text", 200)]
    [InlineData("file", 200)]
    [InlineData("json", 202)]
    [InlineData("file", 202)]
    public async Task Every_response_is_observed(string kind, int status)
    {
        List<int?> seen = [];
        using TestClient client = new(StubHandler.Of((status, """{"id":"A1"}""")));

        await Record.ExceptionAsync(() => s_kinds[kind](client, new() { OnCompleted = call => seen.Add(call.Status) }));

        Assert.Equal([status], seen);
    }

    [Fact]
    public async Task A_redirect_is_a_success_where_it_is_the_answer()
    {
        using TestClient client = new(StubHandler.Of((302, "")));
        ApiCall call = new(new("getOld", HttpMethod.Get, "/old") { AnswersWithRedirects = true });

        await client.Pipeline.SendAsync(call, 302, CancellationToken.None);
    }

    [Fact]
    public async Task What_cannot_be_read_is_disposed_too()
    {
        StubHandler handler = StubHandler.Of((200, ""));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());
        Assert.Equal(0, handler.LiveResponses);
    }

    /// <summary>A type that reads itself.</summary>
    private sealed record Badge(string Id) : IJsonValue<Badge>
    {
        public static Badge Read(ref Utf8JsonReader reader) => new(TestApi.ReadAgent(ref reader).Id);

        public static void Write(Utf8JsonWriter writer, Badge value) => throw new NotSupportedException();
    }
}
