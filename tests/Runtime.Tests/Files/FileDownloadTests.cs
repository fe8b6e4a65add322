using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class FileDownloadTests
{
    [Fact]
    public async Task A_file_arrives_with_what_is_known_of_it()
    {
        byte[] picture = [255, 216, 0, 13, 10, 200];
        string? accept = null;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            accept = context.Request.Headers.Accept;
            context.Response.ContentType = "image/jpeg";
            context.Response.ContentLength = picture.Length;
            context.Response.Headers.ContentDisposition = "attachment; filename=\"frame.jpg\"";
            await context.Response.Body.WriteAsync(picture);
        });
        using TestClient client = ClientOf(server);

        await using FileDownload file = await DownloadAsync(client);
        using MemoryStream bytes = new();
        await file.Stream.CopyToAsync(bytes);

        Assert.Equal(("image/jpeg", "frame.jpg", 6L, "image/jpeg"), (file.ContentType, file.FileName, file.Length!.Value, accept));
        Assert.Equal(picture, bytes.ToArray());
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_a_transport_failure()
    {
        using RawServer server = new("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello");
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        await using FileDownload file = await DownloadAsync(client);

        await Assert.ThrowsAsync<TransportException>(() => file.Stream.CopyToAsync(Stream.Null));
        Assert.Equal(1, server.RequestCount);
    }

    [Fact]
    public async Task An_error_is_thrown_and_repeated_as_ever()
    {
        int count = 0;
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++count == 1 ? 503 : 404;
            return context.Response.WriteAsync("""{"error":{"code":"AGENT_NOT_FOUND"}}""".Replace("AGENT", count == 1 ? "X" : "AGENT", StringComparison.Ordinal));
        });
        using TestClient client = ClientOf(server);

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => DownloadAsync(client));

        Assert.Equal(2, error.Attempts.Count);
    }

    [Fact]
    public async Task A_success_that_is_not_described_closes_its_connection()
    {
        TaskCompletionSource aborted = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            context.Response.StatusCode = 206;
            await context.Response.Body.WriteAsync(new byte[1]);
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        using TestClient client = ClientOf(server);

        await Assert.ThrowsAsync<ResponseFormatException>(() => DownloadAsync(client));

        await aborted.Task;
    }

    [Fact]
    public async Task Disposing_a_file_closes_its_connection()
    {
        TaskCompletionSource aborted = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await context.Response.Body.WriteAsync(new byte[1]);
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        using TestClient client = ClientOf(server);

        FileDownload file = await DownloadAsync(client);
        Assert.False(aborted.Task.IsCompleted);
        await file.DisposeAsync();

        await aborted.Task;
    }

    // RFC 6266, section 5 has the first three; section 4.3 asks for the others.
    [Theory]
    [InlineData("Attachment; filename=example.html", "example.html")]
    [InlineData("INLINE; FILENAME= \"an example.html\"", "an example.html")]
    [InlineData("attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates", "€ rates")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\Windows\\x.dll\"", "x.dll")]
    [InlineData("attachment; filename=\"C:x.dll\"", "x.dll")]
    [InlineData("attachment; filename*=utf-8''..%2f..%2fx", "x")]
    [InlineData("attachment; filename*=utf-8''a%00b%0d%0a.txt", "ab.txt")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"a/\"", null)]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment", null)]
    [InlineData(";;;", null)]
    [InlineData("attachment; filename=\"say \\\"hi\\\".txt\"", "say \"hi\".txt")]
    public void A_proposed_name_has_no_folders(string header, string? name) => Assert.Equal(name, ProposedFileName.Read(header));

    /// <summary>As a generated method does.</summary>
    private static Task<FileDownload> DownloadAsync(TestClient client)
    {
        ApiCall call = new(new("getFrame", HttpMethod.Get, "/frame"));
        call.Header("Accept", "image/jpeg");
        return client.Pipeline.FileAsync(call, 200, CancellationToken.None);
    }

    private static TestClient ClientOf(WebServer server, Action<ApiClientOptions>? configure = null) => new(configure: options =>
    {
        options.BaseAddress = server.Address;
        configure?.Invoke(options);
    });
}
