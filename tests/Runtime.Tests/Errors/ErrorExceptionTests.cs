using System.Text;
using System.Text.Json;

namespace Dragoman.Runtime.Tests;

public class ErrorExceptionTests
{
    [Fact]
    public async Task A_known_code_brings_what_the_catalog_knows()
    {
        AgentNotFoundException error = await CallAsync<AgentNotFoundException>(404, """{"error":{"code":"AGENT_NOT_FOUND","message":"No agent A1."}}""", ("x-request-id", "r-9"), ("Content-Type", "application/json; charset=bogus"));

        Assert.Equal("AGENT_NOT_FOUND", error.Code);
        Assert.Equal(404, error.Status);
        Assert.Equal("No agent A1.", error.Message);
        Assert.Equal("Check the agent code.", error.Resolution);
        Assert.Equal("Agent operations", error.Category);
        Assert.Equal("https://docs.example/AGENT_NOT_FOUND", error.DocsUrl);
        Assert.Equal("r-9", error.RequestId);
        Assert.Equal("application/json; charset=bogus", error.ContentType);
        Assert.Same(TestApi.AgentNotFound, error.Definition);
        Assert.Same(TestApi.GetAgent, error.Operation);
        Assert.Equal(Recovery.None, error.Recovery);
        Assert.Null(error.RetryAfter);
        Assert.Single(error.Attempts);
    }

    [Fact]
    public async Task The_message_of_the_catalog_stands_in()
    {
        Assert.Equal("No agent has this code.", (await CallAsync<AgentNotFoundException>(404, """{"error":{"code":"AGENT_NOT_FOUND"}}""")).Message);

        NotFoundException byStatus = await CallAsync<NotFoundException>(404, "");
        Assert.Equal(("There is no such thing.", "Look elsewhere."), (byStatus.Message, byStatus.Resolution));
        Assert.Equal(("Missing things", "https://docs.example/404"), (byStatus.Category, byStatus.DocsUrl));
    }

    /// <summary>The page that the service itself names is nearer than the catalog's, if people can follow it.</summary>
    [Theory]
    [InlineData("https://help.example/agents#missing", "https://help.example/agents#missing")]
    [InlineData("http://help.example", "http://help.example")]
    [InlineData("javascript:alert(1)", "https://docs.example/AGENT_NOT_FOUND")]
    [InlineData("/agents", "https://docs.example/AGENT_NOT_FOUND")]
    [InlineData("", "https://docs.example/AGENT_NOT_FOUND")]
    public async Task The_page_of_the_body_goes_before_that_of_the_catalog(string help, string page)
    {
        AgentNotFoundException error = await CallAsync<AgentNotFoundException>(404, $$$"""{"error":{"code":"AGENT_NOT_FOUND","help":"{{{help}}}"}}""");

        Assert.Equal(page, error.DocsUrl);
    }

    [Theory]
    [InlineData(502, "The server answered 502 (Bad Gateway).")]
    [InlineData(418, "The server answered 418.")]
    [InlineData(599, "The server answered 599.")]
    public async Task Without_any_message_the_status_speaks(int status, string message)
    {
        TestApiException error = await CallAsync<TestApiException>(status, "<html>sorry</html>");

        Assert.Equal(message, error.Message);
        Assert.Equal("<html>sorry</html>", error.Body);
        Assert.Null(error.Code);
    }

    [Theory]
    [InlineData(404, typeof(NotFoundException))]
    [InlineData(500, typeof(ServerException))]
    [InlineData(599, typeof(ServerException))]
    [InlineData(501, typeof(TestApiException))] // the single status beats the range, wherever it stands
    [InlineData(400, typeof(TestApiException))]
    [InlineData(302, typeof(TestApiException))]
    public async Task An_unknown_code_goes_by_the_status(int status, Type type)
    {
        TestApiException error = await CallAsync<TestApiException>(status, """{"error":{"code":"agent_not_found","message":"codes are compared to the letter"}}""");

        Assert.Equal(type, error.GetType());
        Assert.Equal("agent_not_found", error.Code);
        Assert.Null(error.Definition);
    }

    [Fact]
    public async Task A_known_code_keeps_its_type_under_another_status()
    {
        AgentNotFoundException error = await CallAsync<AgentNotFoundException>(400, """{"error":{"code":"AGENT_NOT_FOUND","httpStatus":404}}""");

        Assert.Equal(400, error.Status);
    }

    [Fact]
    public async Task At_most_64_KB_of_the_body_are_read()
    {
        CountingStream stream = new(totalBytes: 1_000_000_000);
        TestApiException error = await CallAsync<TestApiException>(() =>
        {
            HttpResponseMessage response = StubHandler.Response(400);
            response.Content = new StreamContent(stream);
            return response;
        });

        Assert.Equal(64 * 1024, error.Body!.Length);
        Assert.InRange(stream.BytesRead, 64 * 1024, 256 * 1024);
    }

    [Fact]
    public async Task A_code_before_the_limit_is_found()
    {
        string body = $$"""{"error":{"code":"AGENT_NOT_FOUND"},"trace":"{{new string('x', 100_000)}}"}""";

        Assert.Equal(64 * 1024, (await CallAsync<AgentNotFoundException>(404, body)).Body!.Length);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_do_not_hide_the_failure()
    {
        NotFoundException error = await CallAsync<NotFoundException>(static () => StubHandler.Response(404, [0xEF, 0xBB, 0xBF, 0xC3, 0x28, 0xFF], ("Content-Type", "text/plain; charset=bogus")));

        Assert.Equal("\uFFFD(\uFFFD", error.Body);
    }

    [Fact]
    public async Task ToString_names_the_failure_in_a_line_each_but_not_the_body()
    {
        NoAvailableWorkersException error = await CallAsync<NoAvailableWorkersException>(503, """{"error":{"code":"NO_AVAILABLE_WORKERS","message":"Busy."},"request_id":"r-1","private":"data"}""");

        string text = error.ToString();
        Assert.StartsWith("Dragoman.Runtime.Tests.NoAvailableWorkersException: Busy.", text, StringComparison.Ordinal);
        Assert.Contains("Code: NO_AVAILABLE_WORKERS", text, StringComparison.Ordinal);
        Assert.Contains("Status: 503 (Service Unavailable)", text, StringComparison.Ordinal);
        Assert.Contains("Operation: getAgent (GET /v1/agent/{agent_code})", text, StringComparison.Ordinal);
        Assert.Contains("Request id: r-1", text, StringComparison.Ordinal);
        Assert.Contains("Try 2: after a wait of 0.5 s, status 503, NO_AVAILABLE_WORKERS (0 s)", text, StringComparison.Ordinal);
        Assert.Contains("Stopped because: AttemptsSpent", text, StringComparison.Ordinal);
        Assert.Contains($"{nameof(ApiPipeline)}.{nameof(ApiPipeline.SendAsync)}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("private", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_outlive_the_response()
    {
        TestApiException error = await CallAsync<TestApiException>(422, """{"error":{"code":"V","details":[{"loc":["body","prompt"]}]}}""");

        Assert.Equal(JsonValueKind.Array, error.Members["details"].ValueKind);
        Assert.Equal("prompt", error.Members["details"][0].GetProperty("loc")[1].GetString());
        Assert.DoesNotContain("first", error.Members.Keys);
    }

    [Fact]
    public async Task Statuses_without_content_have_an_empty_body()
    {
        TestApiException error = await CallAsync<TestApiException>(304, "");

        Assert.Equal("", error.Body);
        Assert.Equal("The server answered 304 (Not Modified).", error.Message);
    }

    private static Task<T> CallAsync<T>(int status, string body, params (string, string)[] headers)
        where T : ApiException => CallAsync<T>(() => StubHandler.Response(status, Encoding.UTF8.GetBytes(body), headers));

    private static async Task<T> CallAsync<T>(Func<HttpResponseMessage> answer)
        where T : ApiException
    {
        StubHandler handler = StubHandler.Of(answer);
        using TestClient client = new(handler);
        T error = await Assert.ThrowsAnyAsync<T>(() => client.GetAsync());
        Assert.Equal(0, handler.LiveResponses);
        return error;
    }
}
