using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>What the new connections of streams cost.</summary>
public class ReconnectionQuotaTests
{
    // The quota begins with 100, and gets one for each of the 200 streams that open: 300 tokens are 21 requests at 14, be they new connections or their retries.
    [Fact(Timeout = 60_000)]
    public async Task Two_hundred_streams_whose_server_dies_make_no_more_connections_than_the_quota_allows()
    {
        const int streams = 200;
        bool isDead = false;
        TaskCompletionSource death = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            if (!isDead)
            {
                await WriteAsync(context, "data:a\n\n");
                await death.Task;
            }

            context.Abort();
        });
        RetryQuota quota = new();
        using TestClient client = Client(server, quota);
        IAsyncEnumerator<ServerSentEvent>[] all = [.. Enumerable.Range(0, streams).Select(_ => client.Stream(EventApi.News, TestApi.GetCall()).GetAsyncEnumerator())];
        Assert.All(await Task.WhenAll(all.Select(static stream => stream.MoveNextAsync().AsTask())), Assert.True);

        isDead = true;
        death.SetResult();
        TransportException[] ends = await Task.WhenAll(all.Select(static stream => Assert.ThrowsAsync<TransportException>(async () => await stream.MoveNextAsync())));

        Assert.All(ends, static end => Assert.Equal(StopReason.QuotaSpent, end.StopReason));
        Assert.Equal((streams + 21, 300 - (21 * 14)), (server.RequestCount, quota.Tokens));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connection_that_brings_an_event_gives_back_what_it_cost()
    {
        TaskCompletionSource isRead = new();
        int count = 0;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            if (++count == 5)
            {
                context.Response.StatusCode = 204;
                return;
            }

            Task read = isRead.Task;
            await WriteAsync(context, "data:a\n\n");
            await read;
            context.Abort();
        });
        RetryQuota quota = new(tokens: 14);
        using TestClient client = Client(server, quota);
        List<int> held = [];
        await foreach (ServerSentEvent _ in client.Stream(EventApi.News, TestApi.GetCall()))
        {
            held.Add(quota.Tokens);
            TaskCompletionSource read = isRead;
            isRead = new();
            read.SetResult();
        }

        // Each head that arrives is a success, which gives one.
        Assert.Equal([15, 16, 17, 18], held);
        Assert.Equal(18 - 14 + 1, quota.Tokens);
    }

    [Fact]
    public async Task A_stream_without_tokens_waits_for_a_later_turn_of_its_row()
    {
        RetryQuota quota = new(tokens: 0);
        FakeTimeProvider clock = new();
        int count = 0;
        using StubHandler handler = new(_ => Task.FromResult(++count == 3 ? StubHandler.Response(204) : EventApi.Response(new BreakingStream("data:a\n\n"u8.ToArray()))));
        using TestClient client = new(handler, options => options.RetryQuota = quota, clock: clock);
        clock.Waiting = wait =>
        {
            if (clock.Waits.Count == 4)
            {
                quota.Return(100);
            }

            clock.Advance(wait);
        };

        List<ServerSentEvent> events = await client.Stream(EventApi.News, TestApi.GetCall()).ToListAsync();

        // Three turns without tokens, the fourth with them; then one turn, after which there is nothing more.
        Assert.Equal((2, 3, 5), (events.Count, handler.Requests.Count, clock.Waits.Count));
    }

    [Fact]
    public async Task A_stream_that_the_service_ends_in_order_is_opened_again_for_nothing()
    {
        RetryQuota quota = new(tokens: 0);
        StubHandler handler = EventApi.Answering("data:a\n\n", "data:b\n\n", "");
        using TestClient client = new(handler, options => options.RetryQuota = quota);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.Stream(EventApi.News).ToListAsync());

        Assert.Equal((StopReason.AttemptsSpent, 2 + 10), (error.StopReason, handler.Requests.Count));
    }

    private static TestClient Client(WebServer server, RetryQuota quota) => new(configure: options =>
    {
        options.BaseAddress = server.Address;
        options.RetryQuota = quota;

        // One clock for all streams goes on with the wait of each.
        options.Timeout = options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        options.IdleTimeout = Timeout.InfiniteTimeSpan;
    });

    private static async Task WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(text);
        await context.Response.Body.FlushAsync();
    }

    /// <summary>A body that breaks off after its last byte.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is int count and > 0 ? count : throw new IOException("broken");
    }
}
