using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>The client's own handler against a real server.</summary>
public class ServerTests
{
    [Fact]
    public async Task A_call_arrives_and_its_answer_comes_back()
    {
        string? target = null, body = null, contentType = null;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            target = $"{context.Request.Method} {context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget}";
            contentType = context.Request.ContentType;
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            await context.Response.WriteAsync("""{"id":"A1"}""");
        });
        using TestClient client = ClientOf(server);
        ApiCall call = new(TestApi.Speak);
        call.Path("agent_code", "a/b..%2f{ü}");
        call.Query("q", "1 2");
        call.JsonBody("hi", static (writer, value) => writer.WriteStringValue(value));

        Assert.Equal("A1", (await client.CallAsync(call)).Id);
        Assert.Equal("POST /v1/agent/a%2Fb..%252f%7B%C3%BC%7D/speak?q=1%202", target);
        Assert.Equal(("application/json", "\"hi\""), (contentType, body));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task No_redirect_is_followed(int status)
    {
        await using WebServer target = await WebServer.StartAsync(static context => context.Response.WriteAsync("""{"id":"stolen"}"""));
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = target.Address.ToString();
            return Task.CompletedTask;
        });
        using TestClient client = ClientOf(server);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.PostAsync());

        Assert.Equal(status, error.Status);
        Assert.Equal((1, 0), (server.RequestCount, target.RequestCount));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_answers_are_decompressed(string encoding)
    {
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            Assert.Contains(encoding, context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
            context.Response.Headers.ContentEncoding = encoding;
            await using Stream stream = encoding switch
            {
                "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
                _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            };
            await stream.WriteAsync("""{"id":"A1"}"""u8.ToArray());
        });
        using TestClient client = ClientOf(server);

        Assert.Equal("A1", (await client.GetAsync()).Id);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_bomb_is_counted_as_it_unfolds(int status)
    {
        // 64 MB of zeros in some 60 KB on the wire.
        byte[] megabyte = new byte[1024 * 1024];
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = "gzip";
            await using GZipStream stream = new(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
            for (int i = 0; i < 64 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await stream.WriteAsync(megabyte);
                await stream.FlushAsync();
            }
        });
        using TestClient client = ClientOf(server, static options => options.MaxResponseBytes = 1024 * 1024);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.GetAsync());

        Assert.IsType(status == 200 ? typeof(ResponseFormatException) : typeof(NotFoundException), error);
        Assert.Equal(64 * 1024, error.Body!.Length);
        Assert.Equal(1, server.RequestCount);
    }

    [Fact]
    public async Task HEAD_has_no_body_whatever_its_headers_announce()
    {
        await using WebServer server = await WebServer.StartAsync(static context =>
        {
            context.Response.ContentLength = 1000;
            return Task.CompletedTask;
        });
        using TestClient client = ClientOf(server);

        using ApiResponse response = await client.Pipeline.SendAsync(new(new("head", HttpMethod.Head, "/x")), CancellationToken.None);

        Assert.Equal((200, 0, "1000"), (response.Status, response.Body.Length, response.Header("Content-Length")));
    }

    [Fact]
    public async Task A_server_that_recovers_is_asked_until_it_does()
    {
        int count = 0;
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++count < 4 ? 503 : 200;
            return context.Response.WriteAsync(count < 4 ? """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""" : """{"id":"A1"}""");
        });
        using TestClient client = ClientOf(server);

        Assert.Equal("A1", (await client.PostAsync()).Id);
        Assert.Equal(4, server.RequestCount);
        Assert.Equal([0.5, 1, 2], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_server_sees_a_cancellation()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource aborted = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await source.CancelAsync();
            await aborted.Task;
        });
        using TestClient client = ClientOf(server);

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
        await aborted.Task;
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        List<string> cookies = [];
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            cookies.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Cookies.Append("session", "1");
            return context.Response.WriteAsync("""{"id":"A1"}""");
        });
        using TestClient client = ClientOf(server);

        await client.GetAsync();
        await client.GetAsync();

        Assert.Equal(["", ""], cookies);
    }

    private static TestClient ClientOf(WebServer server, Action<ApiClientOptions>? configure = null) => new(configure: options =>
    {
        options.BaseAddress = server.Address;
        configure?.Invoke(options);
    });
}
