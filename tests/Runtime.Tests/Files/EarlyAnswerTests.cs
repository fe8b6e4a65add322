using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>Services that refuse a body before they have read it.</summary>
public class EarlyAnswerTests
{
    private const string Refusal = "HTTP/1.1 413 Content Too Large\r\nContent-Type: application/json\r\nContent-Length: 43\r\nConnection: close\r\n\r\n{\"error\":{\"code\":\"TOO_LARGE\",\"message\":\"\"}}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_that_is_asked_beforehand_gets_no_body(bool isLengthKnown)
    {
        await using WebServer server = await WebServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 413;
            return context.Response.WriteAsync("""{"error":{"code":"TOO_LARGE"}}""");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        CountingStream stream = new(100_000_000);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() =>
            client.CallAsync(UploadApi.Form(form => form.File("file", FileUpload.FromFactory(_ => new(stream), length: isLengthKnown ? 100_000_000 : null)))));

        Assert.Equal((413, "TOO_LARGE", 0), (error.Status, error.Code, stream.BytesRead));
    }

    [Fact]
    public async Task A_refused_body_can_be_sent_with_the_next_try()
    {
        int count = 0;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            if (++count == 1)
            {
                context.Response.StatusCode = 503;
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("""{"id":"A1"}""");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        CountingStream stream = new(5_000_000);

        await client.CallAsync(UploadApi.File(FileUpload.FromStream(stream)));

        Assert.Equal((2, 5_000_000), (count, stream.BytesRead));
    }

    /// <summary>Small enough not to ask, larger than what the sockets buffer; or large, and the service lets it begin.</summary>
    [Theory]
    [InlineData(1_000_000, "")]
    [InlineData(50_000_000, "HTTP/1.1 100 Continue\r\n\r\n")]
    public async Task The_answer_of_a_service_that_stops_reading_is_read(int length, string continuation)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Server.ReceiveBufferSize = 4096;
        listener.Start();
        Task server = RefuseAsync(listener, continuation);
        using TestClient client = new(configure: options => options.BaseAddress = new($"http://{listener.LocalEndpoint}"));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[length]), new() { MaxRetries = 0 })));

        Assert.Equal((413, "TOO_LARGE"), (error.Status, error.Code));
        await server;
    }

    private static async Task RefuseAsync(TcpListener listener, string continuation)
    {
        using Socket socket = await listener.AcceptSocketAsync();
        byte[] buffer = new byte[4096];
        StringBuilder head = new();
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append(Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer)));
        }

        await socket.SendAsync(Encoding.Latin1.GetBytes(continuation));
        _ = await socket.ReceiveAsync(buffer);
        await socket.SendAsync(Encoding.Latin1.GetBytes(Refusal));

        // Closing with unread bytes resets the connection.
    }
}
