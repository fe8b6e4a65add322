namespace Dragoman.Runtime.Tests;

public class TransportTests
{
    [Fact]
    public async Task A_refused_connection_is_repeated_for_a_POST_too()
    {
        using RefusingPort port = new();
        using TestClient client = new(configure: options => options.BaseAddress = port.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.PostAsync());

        Assert.False(error.MayHaveBeenReceived);
        Assert.Equal(3, error.Attempts.Count);
        Assert.Equal([0.05, 0.1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
        Assert.Contains(port.Address.Authority, error.Message, StringComparison.Ordinal);
        Assert.Null(error.Status);
    }

    public static TheoryData<string, bool> BrokenAnswers => new()
    {
        { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":\"A1\"}", false },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n", false },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"id\"\r\n", false },
        { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":", true },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", false },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\n\u00ff\u00ff\u00ff\u00ff\u00ff", false },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 5\r\n\r\nhello", false },
        { "SSH-2.0-OpenSSH_9.2\r\n", false },
        { "\0\u0001\u0002garbage", false },
        { "", true },
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task An_answer_that_breaks_off_is_repeated_for_a_GET_only(string answer, bool resets)
    {
        using RawServer getServer = new(answer, resets);
        using RawServer postServer = new(answer, resets);
        using TestClient getClient = new(configure: options => options.BaseAddress = getServer.Address);
        using TestClient postClient = new(configure: options => options.BaseAddress = postServer.Address);

        TransportException getError = await Assert.ThrowsAsync<TransportException>(() => getClient.GetAsync());
        TransportException postError = await Assert.ThrowsAsync<TransportException>(() => postClient.PostAsync());

        Assert.Equal(3, getServer.RequestCount);
        Assert.Equal(StopReason.AttemptsSpent, getError.StopReason);
        Assert.Equal(1, postServer.RequestCount);
        Assert.Equal(StopReason.NotIdempotent, postError.StopReason);
        Assert.True(postError.MayHaveBeenReceived);
        Assert.True(postError.IsRetryable);
        Assert.NotNull(postError.InnerException);
    }

    [Fact]
    public async Task A_connection_closed_without_an_answer_is_a_failure_and_a_POST_is_sent_once_with_or_without_a_body()
    {
        using RawServer server = new("");
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        ApiOperationInfo stop = new("stop", HttpMethod.Post, "/v1/stop");

        TransportException withBody = await Assert.ThrowsAsync<TransportException>(() => client.PostAsync());
        TransportException withoutBody = await Assert.ThrowsAsync<TransportException>(() => client.CallAsync(new ApiCall(stop)));

        Assert.Equal(2, server.RequestCount);
        Assert.Equal((StopReason.NotIdempotent, StopReason.NotIdempotent), (withBody.StopReason, withoutBody.StopReason));

        TransportException get = await Assert.ThrowsAsync<TransportException>(() => client.GetAsync());
        Assert.Equal(3, get.Attempts.Count);
    }

    [Fact]
    public async Task An_error_that_breaks_off_is_still_the_error()
    {
        using RawServer server = new("HTTP/1.1 404 Not Found\r\nContent-Length: 1000\r\n\r\n{\"error\":{\"code\":\"AGENT_NOT_FOUND\",\"message\":\"No such age");
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.GetAsync());

        Assert.Equal("No agent has this code.", error.Message);
        Assert.EndsWith("No such age", error.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_error_that_cannot_be_decompressed_is_still_the_error(string encoding)
    {
        using RawServer server = new($"HTTP/1.1 404 Not Found\r\nContent-Encoding: {encoding}\r\nContent-Length: 5\r\n\r\n\u00ff\u00ff\u00ff\u00ff\u00ff");
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => client.GetAsync());

        Assert.Equal(("", 404), (error.Body, error.Status));
    }

    [Fact]
    public async Task Headers_that_are_too_large_are_not_asked_for_again()
    {
        using RawServer server = new($"HTTP/1.1 200 OK\r\nX-Large: {new string('x', 70_000)}\r\n\r\n");
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.GetAsync());

        Assert.Single(error.Attempts);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false, 3)]
    [InlineData(HttpRequestError.ConnectionError, false, 3)]
    [InlineData(HttpRequestError.SecureConnectionError, false, 3)]
    [InlineData(HttpRequestError.ProxyTunnelError, false, 3)]
    [InlineData(HttpRequestError.ResponseEnded, true, 1)]
    [InlineData(HttpRequestError.InvalidResponse, true, 1)]
    [InlineData(HttpRequestError.HttpProtocolError, true, 1)]
    [InlineData(HttpRequestError.Unknown, true, 1)]
    public async Task Only_what_surely_was_not_received_is_posted_again(HttpRequestError kind, bool mayHaveBeenReceived, int requests)
    {
        StubHandler handler = new(_ => throw new HttpRequestException(kind, "broken"));
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.PostAsync());

        Assert.Equal(mayHaveBeenReceived, error.MayHaveBeenReceived);
        Assert.Equal(requests, handler.Requests.Count);
    }

    [Fact]
    public async Task A_failure_on_the_way_and_an_error_count_by_their_own_rules()
    {
        StubHandler handler = new(
            static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            static _ => Task.FromResult(StubHandler.Response(500, """{"error":{"code":"INTERNAL_ERROR"}}""")),
            static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            static _ => Task.FromResult(StubHandler.Response(200, """{"id":"A1"}""")));
        using TestClient client = new(handler);

        Assert.Equal("A1", (await client.GetAsync()).Id);
        Assert.Equal([0.05, 1, 0.1], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_connection_that_is_not_established_in_time_is_tried_again_for_a_POST_too()
    {
        using SocketsHttpHandler handler = new()
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return Stream.Null;
            },
        };
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.PostAsync());

        Assert.False(error.MayHaveBeenReceived);
        Assert.Equal(3, error.Attempts.Count);
    }

    [Fact]
    public async Task Requests_that_the_given_client_cancels_are_a_failure_and_no_cancellation()
    {
        HttpClient? httpClient = null;
        StubHandler handler = new(async token =>
        {
            httpClient!.CancelPendingRequests();
            await Task.Delay(Timeout.Infinite, token);
            return StubHandler.Response(200);
        });
        using HttpClient canceling = httpClient = new(handler);
        using ApiPipeline pipeline = new(new() { BaseAddress = new("https://api.example") }, TestApi.Catalog, [], canceling);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => pipeline.SendAsync(TestApi.PostCall(), CancellationToken.None));

        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
    }

    [Fact]
    public async Task A_mistake_of_the_program_is_thrown_as_it_is()
    {
        StubHandler handler = new(static _ => throw new NotSupportedException("a handler's mistake"));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task No_response_is_left_undisposed()
    {
        Random random = new(17);
        StubHandler handler = new(_ => random.Next(6) switch
        {
            0 => throw new HttpRequestException("broken"),
            1 => Task.FromResult(StubHandler.Response(200, """{"id":"A1"}""")),
            2 => Task.FromResult(StubHandler.Response(200, "no JSON")),
            3 => Task.FromResult(StubHandler.Response(404, "<html>")),
            4 => Task.FromResult(StubHandler.Response(503, """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""")),
            _ => Task.FromResult(StubHandler.Response(200, new string(' ', 2000))),
        });
        using TestClient client = new(handler, static options => options.MaxResponseBytes = 1000);

        for (int i = 0; i < 2000; i++)
        {
            await ApiResult.From(client.GetAsync());
        }

        Assert.True(handler.Requests.Count > 2000);
        Assert.Equal(0, handler.LiveResponses);
    }
}
