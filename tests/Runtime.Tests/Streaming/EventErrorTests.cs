namespace Dragoman.Runtime.Tests;

/// <summary>Errors that arrive as events, after the head of a success.</summary>
public class EventErrorTests
{
    [Fact]
    public async Task An_error_event_is_the_exception_of_its_code()
    {
        StubHandler handler = EventApi.Answering("""
            event:delta
            data:{"text":"Hello"}

            event:error
            data:{"error":{"code":"AGENT_NOT_FOUND","message":"gone","httpStatus":404,"retry_after":7,"details":[1]},"request_id":"r1"}


            """);
        using TestClient client = new(handler);
        List<ServerSentEvent> received = [];

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(async () =>
        {
            await foreach (ServerSentEvent next in client.Stream(EventApi.Chat))
            {
                received.Add(next);
            }
        });

        Assert.Equal("delta", Assert.Single(received).EventType);
        Assert.Equal(("AGENT_NOT_FOUND", "gone", 404, "r1"), (error.Code, error.Message, error.Status, error.RequestId));
        Assert.Equal(("Check the agent code.", "Agent operations", TimeSpan.FromSeconds(7)), (error.Resolution, error.Category, error.RetryAfter));
        Assert.Equal("[1]", error.Members["details"].GetRawText());
        Assert.Equal(("speak", StopReason.NotRetryable), (error.Operation!.Id, error.StopReason));
        Assert.Equal((200, "AGENT_NOT_FOUND"), (Assert.Single(error.Attempts).Status, error.Attempts[0].Code));
        Assert.Equal((1, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task An_error_event_is_not_a_reason_to_send_the_request_again()
    {
        StubHandler handler = EventApi.Answering("event:error\ndata:{\"error\":{\"code\":\"NO_AVAILABLE_WORKERS\"}}\n\n");
        using TestClient client = new(handler);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.Stream(EventApi.Chat, TestApi.GetCall()).ToListAsync());

        Assert.Null(error.Status);
        Assert.True(error.IsRetryable);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("""{"error":{"message":"busy","httpStatus":429}}""", typeof(RateLimitException), "busy", 429)]
    [InlineData("""{"error":{"code":"NEW","message":"what"}}""", typeof(TestApiException), "what", null)]
    [InlineData("""{"error":{"message":"cut o""", typeof(TestApiException), "The stream ended with an error.", null)]
    [InlineData("no JSON", typeof(TestApiException), "The stream ended with an error.", null)]
    [InlineData("", typeof(TestApiException), "The stream ended with an error.", null)]
    public async Task Any_error_event_is_an_exception(string data, Type type, string message, int? status)
    {
        using TestClient client = new(EventApi.Answering($"event:error\ndata:{data}\n\n"));

        TestApiException error = await Assert.ThrowsAnyAsync<TestApiException>(() => client.Stream(EventApi.Chat).ToListAsync());

        Assert.IsType(type, error);
        Assert.Equal((message, status, data), (error.Message, error.Status, error.Body));
    }

    [Fact]
    public async Task A_notice_is_an_event_like_others()
    {
        ErrorDefinition slow = new("SLOW", static error => new TestApiException(error)) { Retry = RetryRule.Advisory };
        ErrorCatalog catalog = new(static error => new TestApiException(error)) { Envelopes = [new() { Code = "/code" }], Errors = [slow] };
        using TestClient client = new(EventApi.Answering("event:error\ndata:{\"code\":\"SLOW\"}\n\nevent:done\ndata\n\n"), catalog: catalog);

        Assert.Equal(["error", "done"], (await client.Stream(EventApi.Chat).ToListAsync()).Select(static next => next.EventType));
    }

    [Fact]
    public async Task A_secret_in_an_error_event_is_not_shown()
    {
        string echo = TestClient.Secret.Replace("\"", "\\\"");
        using TestClient client = new(EventApi.Answering($"event:error\ndata:{{\"error\":{{\"code\":\"AGENT_NOT_FOUND\",\"message\":\"bad key {echo}\",\"details\":\"{echo}\"}}}}\n\n"));

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.Stream(EventApi.Chat).ToListAsync());

        Assert.Equal("bad key ***", error.Message);
        Assert.DoesNotContain("s3cr3t", $"{error}{error.Body}{error.Members["details"]}", StringComparison.Ordinal);
    }
}
