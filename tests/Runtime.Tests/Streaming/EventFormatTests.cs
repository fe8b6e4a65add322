using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class EventFormatTests
{
    public static TheoryData<EventVector> Vectors => [.. EventVector.All];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task A_stream_has_the_same_events_however_it_is_divided(EventVector vector)
    {
        foreach (byte[][] chunks in vector.Divisions)
        {
            StubHandler handler = new(_ => Task.FromResult(EventApi.Response(new ChunkStream(chunks))));
            using TestClient client = new(handler);

            List<ServerSentEvent> events = await client.Stream().ToListAsync();

            Assert.Equal(vector.Events, events.Select(static each => (each.EventType, each.Data, each.Id)));
            Assert.Equal(0, handler.LiveResponses);
        }
    }

    [Fact]
    public async Task A_server_sends_the_same_events_at_once_and_byte_by_byte()
    {
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            EventVector vector = EventVector.All[int.Parse(context.Request.Query["vector"]!)];
            context.Response.ContentType = "text/event-stream";
            foreach (byte[] chunk in context.Request.Query["whole"] == "true" ? [vector.Bytes] : vector.Bytes.Chunk(1))
            {
                await context.Response.Body.WriteAsync(chunk);
                await context.Response.Body.FlushAsync();
            }
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        for (int i = 0; i < EventVector.All.Count; i++)
        {
            foreach (bool isWhole in (bool[])[true, false])
            {
                ApiCall call = TestApi.GetCall();
                call.Query("vector", WireText.Of(i));
                call.Query("whole", WireText.Of(isWhole));

                Assert.Equal(EventVector.All[i].Events, (await client.Stream(call: call).ToListAsync()).Select(static each => (each.EventType, each.Data, each.Id)));
            }
        }
    }

    [Theory]
    [InlineData("retry:03000\ndata:x\n\n", 3000)]
    [InlineData("retry:3000\nretry:1000x\ndata:x\n\n", 3000)]
    [InlineData("retry\ndata:x\n\n", null)]
    [InlineData("retry:99999999999999999999\ndata:x\n\n", null)]
    [InlineData("retry:-1\ndata:x\n\n", null)]
    [InlineData("data:x\n\n", null)]
    public async Task The_wait_before_the_next_connection_is_read(string text, int? milliseconds)
    {
        using TestClient client = new(EventApi.Answering(text));

        Assert.Equal(milliseconds, Assert.Single(await client.Stream().ToListAsync()).RetryInterval?.TotalMilliseconds);
    }

    [Theory]
    [InlineData("text/event-stream;", true)]
    [InlineData("text/event-stream;charset=windows-1252", true)]
    [InlineData("Text/Event-Stream ; charset=\"utf-8\"", true)]
    [InlineData("text/event-stream bogus", false)]
    [InlineData("x bogus", false)]
    [InlineData("text/x-bogus", false)]
    [InlineData("application/json", false)]
    [InlineData(";text/event-stream", false)]
    [InlineData("", false)]
    public async Task Only_a_stream_of_events_is_read_as_one_and_always_as_UTF_8(string contentType, bool isRead)
    {
        StubHandler handler = new(_ => Task.FromResult(EventApi.Response(new MemoryStream([.. "data:"u8, 0xC3, 0xBC, .. "\n\n"u8]), contentType)));
        using TestClient client = new(handler);

        if (isRead)
        {
            Assert.Equal("ü", Assert.Single(await client.Stream().ToListAsync()).Data);
        }
        else
        {
            ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.Stream().ToListAsync());
            Assert.Equal(200, error.Status);
            Assert.Single(handler.Requests);
        }

        Assert.Equal(0, handler.LiveResponses);
    }

    [Fact]
    public async Task Events_are_asked_for()
    {
        StubHandler handler = EventApi.Answering("data:x\n\n");
        using TestClient client = new(handler);

        await client.Stream().ToListAsync();

        Assert.Equal("text/event-stream", handler.Requests[0].Headers["Accept"]);
        Assert.False(handler.Requests[0].Headers.ContainsKey("Last-Event-ID"));
    }
}
