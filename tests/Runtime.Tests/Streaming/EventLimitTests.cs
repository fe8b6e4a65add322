using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class EventLimitTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData("data:", "")]
    [InlineData(":", "")]
    [InlineData("", "data:x\n")]
    [InlineData("", "data\n")]
    [InlineData("id:", "")]
    public async Task A_line_or_an_event_without_an_end_is_refused_while_it_arrives(string beginning, string repeated)
    {
        byte[] block = Encoding.ASCII.GetBytes(repeated.Length == 0 ? new string('x', 10_000) : string.Concat(Enumerable.Repeat(repeated, 1000)));
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync($"data:first\n\n{beginning}");
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block);
            }
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        List<ServerSentEvent> received = [];

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(async () =>
        {
            await foreach (ServerSentEvent next in client.Stream())
            {
                received.Add(next);
            }
        });

        Assert.Contains("1 MB", error.Message, StringComparison.Ordinal);
        Assert.Single(received);
        Assert.Equal(1, server.RequestCount);
    }

    [Fact]
    public async Task No_more_is_read_than_the_limit_and_what_one_read_takes()
    {
        CountingStream endless = new(long.MaxValue);
        StubHandler handler = new(_ => Task.FromResult(EventApi.Response(endless)));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<ResponseFormatException>(() => client.Stream().ToListAsync());

        Assert.InRange(endless.BytesRead, Limit + 1, 3 * Limit);
        Assert.Equal(0, handler.LiveResponses);
    }

    [Theory]
    [InlineData(Limit - 5, true)]
    [InlineData(Limit - 4, false)]
    public async Task The_limit_is_one_megabyte_with_the_name_of_the_field(int dataLength, bool isRead)
    {
        using TestClient client = new(EventApi.Answering($"data:{new string('x', dataLength)}\n\n"));

        if (isRead)
        {
            Assert.Equal(dataLength, Assert.Single(await client.Stream().ToListAsync()).Data.Length);
        }
        else
        {
            await Assert.ThrowsAsync<ResponseFormatException>(() => client.Stream().ToListAsync());
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task A_stream_of_any_length_has_no_limit(string lineEnd)
    {
        string comments = string.Concat(Enumerable.Repeat($": still here{lineEnd}", 200_000));
        string events = string.Concat(Enumerable.Repeat($"data:{new string('x', 1000)}{lineEnd}{lineEnd}", 3_000));
        using TestClient client = new(EventApi.Answering($"data:1{lineEnd}{comments}data:2{lineEnd}{lineEnd}{events}"));

        List<ServerSentEvent> received = await client.Stream().ToListAsync();

        Assert.Equal("1\n2", received[0].Data);
        Assert.Equal(3_001, received.Count);
    }

    [Fact]
    public async Task A_stream_that_is_silent_too_long_is_a_timeout_and_not_repeated()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = Stalling("data:x\n\n"u8.ToArray(), () => clock.Advance(TimeSpan.FromMinutes(2)));
        using TestClient client = new(handler, clock: clock);
        EventStreamInfo info = new() { IdleTimeout = TimeSpan.FromSeconds(90) };
        List<ServerSentEvent> received = [];

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(async () =>
        {
            await foreach (ServerSentEvent next in client.Stream(info, TestApi.GetCall()))
            {
                received.Add(next);
            }
        });

        Assert.Equal((TimeoutScope.Idle, TimeSpan.FromSeconds(90)), (error.Scope, error.Timeout));
        Assert.Single(received);
        Assert.Equal((1, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task A_stream_may_last_longer_than_any_limit_of_a_call()
    {
        FakeTimeProvider clock = new();
        using TestClient client = new(EventApi.Answering("data:1\n\ndata:2\n\n"), clock: clock);
        int count = 0;

        await foreach (ServerSentEvent next in client.Stream())
        {
            clock.Advance(TimeSpan.FromHours(1));
            count++;
        }

        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_carries_the_token_that_was_canceled(bool isOfCall)
    {
        using CancellationTokenSource source = new(), other = new();
        StubHandler handler = Stalling("data:x\n\n"u8.ToArray(), source.Cancel);
        using TestClient client = new(handler);

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ServerSentEvent next in client.Stream(cancellationToken: (isOfCall ? source : other).Token).WithCancellation((isOfCall ? other : source).Token))
            {
            }
        });

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Equal((1, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_token_that_is_canceled_already()
    {
        StubHandler handler = EventApi.Answering("data:x\n\n");
        using TestClient client = new(handler);
        CancellationToken token = new(canceled: true);

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Stream(cancellationToken: token).ToListAsync());

        Assert.Equal(token, canceled.CancellationToken);
        Assert.Empty(handler.Requests);
    }

    private static StubHandler Stalling(byte[] beginning, Action stalled) =>
        new(_ => Task.FromResult(EventApi.Response(new StallingStream(beginning, stalled))));
}
