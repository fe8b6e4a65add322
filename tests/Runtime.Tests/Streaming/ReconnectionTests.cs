using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class ReconnectionTests
{
    [Fact]
    public async Task A_stream_goes_on_after_the_last_event_that_arrived_whole()
    {
        List<string?> ids = [];
        List<ServerSentEvent> events = [];
        TaskCompletionSource isReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] streams = ["id:1\ndata:a\n\nid:2\ndata:b", "data:c\n\n", "id\ndata:d\n\n"];
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            ids.Add(context.Request.Headers["Last-Event-ID"].FirstOrDefault());
            if (ids.Count > streams.Length)
            {
                context.Response.StatusCode = 204;
                return;
            }

            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(streams[ids.Count - 1]);
            await context.Response.Body.FlushAsync();
            if (ids.Count == 1)
            {
                // A reset can overtake what was sent before it.
                await isReceived.Task;
                context.Abort();
            }
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        await foreach (ServerSentEvent next in client.Stream(EventApi.News, TestApi.GetCall()))
        {
            events.Add(next);
            isReceived.TrySetResult();
        }

        Assert.Equal([("a", "1"), ("c", "1"), ("d", "")], events.Select(static next => (next.Data, next.Id)));
        Assert.Equal([null, "1", "1", null], ids);
        Assert.Equal([1, 1, 1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_id_of_the_caller_holds_for_the_first_connection_only()
    {
        StubHandler handler = Ending("data:a\n\nid:8\ndata:b\n\n");
        using TestClient client = new(handler);
        RequestOptions options = new() { Headers = { ["Last-Event-ID"] = "7" } };

        await client.Stream(EventApi.News, TestApi.GetCall(options)).ToListAsync();

        Assert.Equal(["7", "8"], handler.Requests.Select(static request => request.Headers["Last-Event-ID"]));
    }

    [Fact]
    public async Task The_service_says_how_long_to_wait()
    {
        StubHandler handler = Ending("retry:3000\ndata:a\n\n", "retry:10\ndata:b\n\n", "data:c\n\n");
        using TestClient client = new(handler);

        await client.Stream(EventApi.News).ToListAsync();

        // Not less than the backoff, however little is asked for.
        Assert.Equal([3, 1, 1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_service_that_asks_for_too_long_a_wait_is_not_waited_for()
    {
        StubHandler handler = EventApi.Answering("retry:61000\ndata:a\n\n");
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.Stream(EventApi.News).ToListAsync());

        Assert.Equal(StopReason.RetryAfterTooLong, error.StopReason);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Ten_connections_in_a_row_without_an_event_are_enough()
    {
        StubHandler handler = EventApi.Answering("data:a\n\n", "", "", "data:b\n\n", ": nothing\n\n");
        using TestClient client = new(handler);
        List<string> received = [];

        TransportException error = await Assert.ThrowsAsync<TransportException>(async () =>
        {
            await foreach (ServerSentEvent next in client.Stream(EventApi.News))
            {
                received.Add(next.Data);
            }
        });

        Assert.Equal(["a", "b"], received);
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
        Assert.Equal((4 + 10, 0), (handler.Requests.Count, handler.LiveResponses));
        Assert.Equal([1, 2, 4, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30], client.Clock.Waits.Select(static wait => wait.TotalSeconds));

        // The connection that brought the last event, and those after it.
        Assert.Equal([4, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30], error.Attempts.Select(static attempt => attempt.WaitedBefore.TotalSeconds));
        Assert.Equal(Enumerable.Range(1, 11), error.Attempts.Select(static attempt => attempt.Number));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task The_caller_can_allow_less(int maxRetries, int requests)
    {
        StubHandler handler = EventApi.Answering("");
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.Stream(EventApi.News, TestApi.GetCall(new() { MaxRetries = maxRetries })).ToListAsync());

        Assert.Equal((StopReason.AttemptsSpent, requests), (error.StopReason, handler.Requests.Count));
    }

    [Fact]
    public async Task Silence_and_refused_connections_are_reasons_to_connect_again()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = new(
            _ => Task.FromResult(EventApi.Response(new StallingStream("id:1\ndata:a\n\n"u8.ToArray(), () => clock.Advance(TimeSpan.FromMinutes(2))))),
            static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException()),
            static _ => Task.FromResult(EventApi.Response(new MemoryStream("data:b\n\n"u8.ToArray()))),
            static _ => Task.FromResult(StubHandler.Response(204)));
        using TestClient client = new(handler, static options => options.MaxRetries = 3, clock: clock);

        Assert.Equal(["a", "b"], (await client.Stream(EventApi.News).ToListAsync()).Select(static next => next.Data));
        Assert.Equal(0, handler.LiveResponses);
    }

    [Fact]
    public async Task The_first_connection_follows_the_rules_of_every_call()
    {
        StubHandler handler = new(static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.Stream(EventApi.News).ToListAsync());

        Assert.Equal((3, 3), (handler.Requests.Count, error.Attempts.Count));
    }

    [Fact]
    public async Task An_error_ends_a_stream_that_reconnects()
    {
        StubHandler handler = new(
            static _ => Task.FromResult(EventApi.Response(new MemoryStream("data:a\n\n"u8.ToArray()))),
            static _ => Task.FromResult(StubHandler.Response(404, """{"error":{"code":"AGENT_NOT_FOUND"}}""")));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<AgentNotFoundException>(() => client.Stream(EventApi.News).ToListAsync());

        Assert.Equal((2, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task A_stream_that_reconnects_is_complete_with_the_event_that_ends_it()
    {
        StubHandler handler = EventApi.Answering("data:a\n\n", "event:done\ndata\n\ndata:more\n\n");
        using TestClient client = new(handler);
        EventStreamInfo info = new() { End = ["done"], Reconnects = true };

        Assert.Equal(["message", "done"], (await client.Stream(info).ToListAsync()).Select(static next => next.EventType));
        Assert.Equal((2, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task A_stream_with_an_id_that_no_header_can_carry_is_not_begun_again()
    {
        StubHandler handler = EventApi.Answering("id:\u00e9\ndata:a\n\n");
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<TransportException>(() => client.Stream(EventApi.News).ToListAsync());

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_cancellation_ends_the_wait()
    {
        using CancellationTokenSource source = new();
        StubHandler handler = EventApi.Answering("data:a\n\n");
        using TestClient client = new(handler);
        client.Clock.Waiting = _ => source.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Stream(EventApi.News, cancellationToken: source.Token).ToListAsync());

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Equal((1, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    /// <summary>Answers with these streams and then with 204.</summary>
    private static StubHandler Ending(params string[] streams) => new([
        .. streams.Select(static text => (Func<CancellationToken, Task<HttpResponseMessage>>)(_ => Task.FromResult(EventApi.Response(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))))),
        static _ => Task.FromResult(StubHandler.Response(204)),
    ]);
}
