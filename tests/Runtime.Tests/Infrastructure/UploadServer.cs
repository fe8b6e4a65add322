using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dragoman.Runtime.Tests;

/// <summary>A server that takes in bodies and answers each with the next status, the last one again and again.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly WebServer _server;

    private UploadServer(WebServer server, List<ReceivedBody> bodies)
    {
        _server = server;
        Bodies = bodies;
    }

    public Uri Address => _server.Address;

    public List<ReceivedBody> Bodies { get; }

    public static async Task<UploadServer> StartAsync(params int[] statuses)
    {
        List<ReceivedBody> bodies = [];
        WebServer server = await WebServer.StartAsync(async context =>
        {
            ReceivedBody body = await ReceivedBody.ReadAsync(context.Request);
            lock (bodies)
            {
                bodies.Add(body);
                context.Response.StatusCode = statuses.Length == 0 ? 200 : statuses[Math.Min(bodies.Count, statuses.Length) - 1];
            }

            await context.Response.WriteAsync("""{"id":"A1"}""");
        });
        return new(server, bodies);
    }

    public TestClient Client(Action<ApiClientOptions>? configure = null) => new(configure: options =>
    {
        options.BaseAddress = Address;
        configure?.Invoke(options);
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

/// <summary>A body as it arrived.</summary>
internal sealed record ReceivedBody(string? ContentType, long? ContentLength, bool IsChunked, string Expect, byte[] Bytes)
{
    public static async Task<ReceivedBody> ReadAsync(HttpRequest request)
    {
        using MemoryStream bytes = new();
        await request.Body.CopyToAsync(bytes);
        return new(request.ContentType, request.ContentLength, request.Headers.TransferEncoding == "chunked", request.Headers.Expect.ToString(), bytes.ToArray());
    }

    /// <summary>The parts as ASP.NET's own reader sees them.</summary>
    public async Task<List<ReceivedPart>> PartsAsync()
    {
        string boundary = MediaTypeHeaderValue.Parse(ContentType!).Boundary.Value!;
        MultipartReader reader = new(boundary, new MemoryStream(Bytes));
        List<ReceivedPart> parts = [];
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using MemoryStream bytes = new();
            await section.Body.CopyToAsync(bytes);
            parts.Add(new(section.Headers!, bytes.ToArray()));
        }

        return parts;
    }
}

/// <summary>A part of a form as it arrived.</summary>
internal sealed record ReceivedPart(Dictionary<string, StringValues> Headers, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public string Header(string name) => Headers.TryGetValue(name, out StringValues value) ? value.ToString() : "";
}
