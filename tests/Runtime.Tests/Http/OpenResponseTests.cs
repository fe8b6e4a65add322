using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class OpenResponseTests
{
    [Fact]
    public async Task A_response_is_there_before_its_body_has_ended()
    {
        TaskCompletionSource isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await isRead.Task;
            await context.Response.WriteAsync("second");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        byte[] first = new byte[5];
        await response.OpenBody.ReadExactlyAsync(first);
        isRead.SetResult();
        string rest = await new StreamReader(response.OpenBody).ReadToEndAsync();

        Assert.Equal((200, "first", "second"), (response.Status, Encoding.UTF8.GetString(first), rest));
        Assert.True(response.Body.IsEmpty);
    }

    [Fact]
    public async Task Errors_are_buffered_and_repeated_before_the_head_of_a_success()
    {
        StubHandler handler = StubHandler.Of((503, """{"error":{"code":"NO_AVAILABLE_WORKERS"}}"""), (200, "x"));
        using TestClient client = new(handler);

        using (ApiResponse response = await client.Pipeline.OpenAsync(TestApi.PostCall(), CancellationToken.None))
        {
            Assert.Equal(1, handler.LiveResponses);
            Assert.Equal(1, await response.OpenBody.ReadAsync(new byte[10]));
        }

        Assert.Equal((2, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task An_error_has_no_open_body()
    {
        StubHandler handler = StubHandler.Of((404, """{"error":{"code":"AGENT_NOT_FOUND","message":"gone"}}"""));
        using TestClient client = new(handler);

        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);

        Assert.Equal("gone", Assert.IsType<AgentNotFoundException>(response.ToException()).Message);
        Assert.Throws<InvalidOperationException>(() => response.OpenBody);
        Assert.Equal(0, handler.LiveResponses);
    }

    [Fact]
    public async Task The_limits_of_tries_and_calls_end_with_the_head_and_silence_has_its_own()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = Stalling(() => clock.Advance(TimeSpan.FromSeconds(30)));
        using TestClient client = new(handler, static options => options.IdleTimeout = TimeSpan.FromSeconds(30), clock: clock);

        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(5, await response.OpenBody.ReadAsync(new byte[10]));
        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => response.OpenBody.CopyToAsync(Stream.Null));

        Assert.Equal((TimeoutScope.Idle, TimeSpan.FromSeconds(30)), (error.Scope, error.Timeout));
        Assert.True(error.MayHaveBeenReceived);
        Assert.Single(error.Attempts);
    }

    // The platform closes the connection of a read that is canceled, also where the bytes come at the same moment.
    [Fact]
    public async Task What_comes_as_the_limit_of_silence_ends_comes_too_late()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = new(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new LateStream(() => clock.Advance(TimeSpan.FromSeconds(30)))) }));
        using TestClient client = new(handler, static options => options.IdleTimeout = TimeSpan.FromSeconds(30), clock: clock);

        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => response.OpenBody.CopyToAsync(Stream.Null));

        Assert.Equal(TimeoutScope.Idle, error.Scope);
    }

    [Theory]
    [InlineData(null, null, 120)]
    [InlineData(30, null, 30)]
    [InlineData(30, 40, 40)]
    public async Task A_call_can_have_its_own_limit_of_silence(int? ofClient, int? ofCall, int expected)
    {
        FakeTimeProvider clock = new();
        StubHandler handler = Stalling(() => clock.Advance(TimeSpan.FromSeconds(200)));
        using TestClient client = new(handler, options => options.IdleTimeout = Seconds(ofClient), clock: clock);

        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(new() { IdleTimeout = Seconds(ofCall) }), CancellationToken.None);
        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => response.OpenBody.CopyToAsync(Stream.Null));

        Assert.Equal(expected, error.Timeout.TotalSeconds);

        static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\n\u00ff\u00ff\u00ff\u00ff\u00ff")]
    public async Task A_body_that_breaks_off_is_no_reason_to_send_the_request_again(string answer)
    {
        using RawServer server = new(answer);
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(async () =>
        {
            using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(new() { MaxRetries = 0 }), CancellationToken.None);
            await response.OpenBody.CopyToAsync(Stream.Null);
        });

        Assert.Equal(1, server.RequestCount);
        Assert.True(error.MayHaveBeenReceived);
        Assert.True(error.IsRetryable);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.NotNull(Assert.Single(error.Attempts).Failure);
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_no_reason_either()
    {
        TaskCompletionSource isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("hello");
            await context.Response.Body.FlushAsync();
            await isRead.Task;
            context.Abort();
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        await response.OpenBody.ReadExactlyAsync(new byte[5]);
        isRead.SetResult();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => response.OpenBody.CopyToAsync(Stream.Null));

        Assert.True(error.MayHaveBeenReceived);
        Assert.Equal(1, server.RequestCount);
    }

    [Fact]
    public async Task A_canceled_read_carries_its_token()
    {
        using CancellationTokenSource source = new();
        StubHandler handler = Stalling(source.Cancel);
        using TestClient client = new(handler);

        using ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response.OpenBody.CopyToAsync(Stream.Null, source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task Disposal_closes_the_connection_and_ends_the_body()
    {
        TaskCompletionSource aborted = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await context.Response.WriteAsync("x");
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        ApiResponse response = await client.Pipeline.OpenAsync(TestApi.GetCall(), CancellationToken.None);

        response.Dispose();

        await aborted.Task;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => response.OpenBody.CopyToAsync(Stream.Null));
    }

    private static StubHandler Stalling(Action stalled) => new(_ =>
    {
        HttpResponseMessage response = StubHandler.Response(200);
        response.Content = new StreamContent(new StallingStream("hello"u8.ToArray(), stalled));
        return Task.FromResult(response);
    });

    /// <summary>Gives its bytes when it is too late, and does not notice that it was canceled.</summary>
    private sealed class LateStream(Action reading) : MemoryStream([1, 2, 3])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading();
            return base.ReadAsync(buffer, CancellationToken.None);
        }
    }
}
