using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class EventStreamTests
{
    private const string Hello = "event:delta\ndata:{\"text\":\"Hello\"}\n\n";
    private const string Done = "event:done\ndata\n\n";

    [Fact]
    public async Task A_stream_is_complete_with_the_event_that_ends_it()
    {
        TaskCompletionSource aborted = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Hello + Done);
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        Assert.Equal(["Hello", "done"], await client.StreamTexts().ToListAsync());

        // The service would have gone on: the connection is closed all the same.
        await aborted.Task;
    }

    [Fact]
    public async Task A_stream_without_such_events_is_complete_when_the_service_ends_it()
    {
        using TestClient client = new(EventApi.Answering(Hello));

        Assert.Single(await client.Stream().ToListAsync());
    }

    [Fact]
    public async Task A_stream_that_ends_before_is_not_complete()
    {
        StubHandler handler = EventApi.Answering(Hello);
        using TestClient client = new(handler);
        List<string> received = [];

        TransportException error = await Assert.ThrowsAsync<TransportException>(async () =>
        {
            await foreach (string text in client.StreamTexts())
            {
                received.Add(text);
            }
        });

        Assert.Equal(["Hello"], received);
        Assert.True(error.MayHaveBeenReceived);
        Assert.True(error.IsRetryable);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.Equal("speak", error.Operation!.Id);
        Assert.Single(error.Attempts);
        Assert.Equal((1, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task A_connection_that_breaks_does_not_send_the_request_again()
    {
        TaskCompletionSource isReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Hello);
            await context.Response.Body.FlushAsync();
            await isReceived.Task;
            context.Abort();
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(async () =>
        {
            await foreach (ServerSentEvent next in client.Stream(EventApi.Chat, TestApi.GetCall()))
            {
                isReceived.SetResult();
            }
        });

        Assert.True(error.MayHaveBeenReceived);
        Assert.NotNull(error.InnerException);
        Assert.Equal(1, server.RequestCount);
    }

    [Fact]
    public async Task Failures_before_the_head_are_repeated_by_their_rules()
    {
        StubHandler handler = new(
            static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            static _ => Task.FromResult(StubHandler.Response(503, """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""")),
            static _ => Task.FromResult(EventApi.Response(new MemoryStream([.. System.Text.Encoding.UTF8.GetBytes(Hello + Done)]))));
        using TestClient client = new(handler);

        Assert.Equal(["Hello", "done"], await client.StreamTexts().ToListAsync());
        Assert.Equal((3, 0), (handler.Requests.Count, handler.LiveResponses));
        Assert.Equal([0.05, 0.5], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task An_error_instead_of_a_stream_is_the_error()
    {
        StubHandler handler = StubHandler.Of((404, """{"error":{"code":"AGENT_NOT_FOUND","message":"gone"}}"""));
        using TestClient client = new(handler);

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.StreamTexts().ToListAsync());

        Assert.Equal(("gone", 404), (error.Message, error.Status));
        Assert.Equal(0, handler.LiveResponses);
    }

    [Theory]
    [InlineData("", 204)]
    [InlineData("<html>Sign in</html>", 200)]
    public async Task A_success_that_is_no_stream_breaks_the_contract(string body, int status)
    {
        StubHandler handler = StubHandler.Of((status, body));
        using TestClient client = new(handler);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.StreamTexts().ToListAsync());

        Assert.Equal((status, body), (error.Status, error.Body));
        Assert.Equal(0, handler.LiveResponses);
    }

    [Fact]
    public async Task An_event_that_is_not_as_described_says_where()
    {
        const string secret = TestClient.Secret;
        StubHandler handler = EventApi.Answering($"{Hello}event:delta\ndata:{{\"note\":\"{secret.Replace("\"", "\\\"")}\",\ndata:\"text\":5}}\n\n");
        using TestClient client = new(handler);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.StreamTexts().ToListAsync());

        Assert.Equal("$.text", error.JsonPath);
        Assert.Contains("'delta'", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"text\":5", error.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", error.Body + error, StringComparison.Ordinal);
        Assert.Equal((1, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task Each_enumeration_sends_the_call_and_none_does_without_a_move()
    {
        StubHandler handler = EventApi.Answering(Hello);
        using TestClient client = new(handler);
        IAsyncEnumerable<ServerSentEvent> events = client.Stream();

        Assert.Empty(handler.Requests);
        await events.ToListAsync();
        await events.ToListAsync();

        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaving_closes_the_connection(bool throws)
    {
        TaskCompletionSource aborted = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Hello);
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        try
        {
            await foreach (string text in client.StreamTexts())
            {
                Assert.Equal("Hello", text);
                if (throws)
                {
                    throw new NotSupportedException("The caller's mistake.");
                }

                break;
            }
        }
        catch (NotSupportedException)
        {
            // The caller's own.
        }

        await aborted.Task;
    }
}
