using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>Responses that are JSON values one after the other.</summary>
public class JsonLineTests
{
    [Fact]
    public async Task A_value_is_there_before_the_next_one_is_sent()
    {
        TaskCompletionSource isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("1\n2");
            await context.Response.Body.FlushAsync();
            await isRead.Task;
            await context.Response.WriteAsync("3\n4");
        });
        using TestClient client = Client(server);
        List<long> values = [];

        await foreach (long value in Lines(client))
        {
            values.Add(value);
            isRead.TrySetResult();
        }

        Assert.Equal([1, 23, 4], values);
    }

    // RFC 7464, section 2: RS before each text, LF behind it, and line feeds within one.
    [Theory]
    [InlineData("application/json-seq", "\u001e1\n\u001e 2\n\n\u001e\u001e3\n", new long[] { 1, 2, 3 })]
    [InlineData("application/geo+json-seq; a=b", "\u001e1\n", new long[] { 1 })]
    [InlineData("application/x-ndjson", "\uFEFF1\r\n \n2", new long[] { 1, 2 })]
    [InlineData("application/x-ndjson", "", new long[] { })]
    [InlineData("text/plain", "5\n", new long[] { 5 })]
    public async Task Texts_are_told_apart_by_the_media_type(string contentType, string body, long[] values)
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        });
        using TestClient client = Client(server);

        Assert.Equal(values, await ReadAsync(Lines(client)));
    }

    [Theory]
    [InlineData("1\n{\n", "Line 2 of the response is not as described, at $")]
    [InlineData("1\n\n\"a\"\n", "Line 3 of the response is not as described, at $")]
    public async Task A_line_that_is_not_as_described_is_named(string body, string message)
    {
        await using WebServer server = await WebServer.StartAsync(context => context.Response.WriteAsync(body));
        using TestClient client = Client(server);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => ReadAsync(Lines(client)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(body.TrimEnd('\n').Split('\n')[^1], error.Body);
    }

    [Fact]
    public async Task A_line_has_a_limit_and_the_stream_has_none()
    {
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            for (int i = 0; i < 20; i++)
            {
                await context.Response.WriteAsync("1".PadLeft(1000) + "\n");
            }

            await context.Response.WriteAsync(new string('1', 10_000));
        });
        using TestClient client = new(configure: options => (options.BaseAddress, options.MaxResponseBytes) = (server.Address, 5000));
        int count = 0;

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(async () =>
        {
            await foreach (long _ in Lines(client))
            {
                count++;
            }
        });

        Assert.Equal(20, count);
        Assert.Contains("larger than 5000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_thrown_before_the_first_value()
    {
        using TestClient client = new(StubHandler.Of((404, """{"error":{"code":"AGENT_NOT_FOUND"}}""")));

        await Assert.ThrowsAsync<AgentNotFoundException>(() => ReadAsync(Lines(client)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_carries_the_token_that_was_canceled(bool byCall)
    {
        TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("1\n");
            await context.Response.Body.FlushAsync();
            await stop.Task;
        });
        using TestClient client = Client(server);
        using CancellationTokenSource call = new();
        using CancellationTokenSource enumeration = new();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (long _ in Lines(client, call.Token).WithCancellation(enumeration.Token))
            {
                await (byCall ? call : enumeration).CancelAsync();
            }
        });

        stop.SetResult();
        Assert.Equal((byCall ? call : enumeration).Token, canceled.CancellationToken);
    }

    private static TestClient Client(WebServer server) => new(configure: options => options.BaseAddress = server.Address);

    private static IAsyncEnumerable<long> Lines(TestClient client, CancellationToken cancellationToken = default) =>
        client.Pipeline.LinesAsync(new(new("lines", HttpMethod.Get, "/lines")), "application/x-ndjson", static (ref Utf8JsonReader reader) => reader.Int64(), cancellationToken);

    private static async Task<List<long>> ReadAsync(IAsyncEnumerable<long> lines)
    {
        List<long> values = [];
        await foreach (long value in lines)
        {
            values.Add(value);
        }

        return values;
    }
}
