using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dragoman.Runtime.Tests;

/// <summary>What large files take of memory, client and server together.</summary>
[Collection(AloneCollection.Name)]
public class FileMemoryTests
{
    [Fact]
    public async Task A_body_that_is_sent_is_not_held_in_memory()
    {
        const long length = 64 * 1024 * 1024;
        long received = 0;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            int count;
            byte[] buffer = new byte[64 * 1024];
            while ((count = await context.Request.Body.ReadAsync(buffer)) > 0)
            {
                received += count;
            }

            await context.Response.WriteAsync("""{"id":"A1"}""");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        await client.CallAsync(UploadApi.File(FileUpload.FromFactory(static _ => new(new CountingStream(1000)), length: 1000)));

        long before = GC.GetTotalAllocatedBytes();
        await client.CallAsync(UploadApi.File(FileUpload.FromFactory(static _ => new(new CountingStream(length)), length: length)));

        // Client and server together.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, length / 4);
        Assert.Equal(length + 1000, received);
    }

    [Fact]
    public async Task A_file_that_is_received_is_not_held_in_memory_and_may_be_larger_than_a_buffered_body()
    {
        const long length = 32 * 1024 * 1024;
        await using WebServer server = await WebServer.StartAsync(static async context =>
        {
            byte[] chunk = new byte[64 * 1024];
            for (long sent = 0; sent < length; sent += chunk.Length)
            {
                await context.Response.Body.WriteAsync(chunk);
            }
        });
        using TestClient client = new(configure: options =>
        {
            options.BaseAddress = server.Address;
            options.MaxResponseBytes = 1000;
        });

        using ApiResponse response = await client.Pipeline.OpenAsync(new(new("getFrame", HttpMethod.Get, "/frame")), CancellationToken.None);
        await using FileDownload file = response.TakeFile();
        long before = GC.GetTotalAllocatedBytes();
        long read = 0;
        byte[] buffer = new byte[64 * 1024];
        for (int count; (count = await file.Stream.ReadAsync(buffer)) > 0; read += count)
        {
        }

        Assert.Equal((length, null), (read, file.Length));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, length / 4);
    }
}
