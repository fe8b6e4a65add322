using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>A real server whose connections follow scripts, one after the other, and a client of it.</summary>
internal sealed class ChannelSession : IAsyncDisposable
{
    public const string Token = "eyJ.s3cr3t.token";

    private readonly WebServer _server;
    private readonly TestClient _client;

    private ChannelSession(WebServer server, TestClient client)
    {
        _server = server;
        _client = client;
    }

    public FakeTimeProvider Clock => _client.Clock;

    public int ConnectionCount => _server.RequestCount;

    /// <summary>Starts a server whose connection <c>n</c> runs script <c>n</c>.</summary>
    public static Task<ChannelSession> StartAsync(params Func<Peer, Task>[] scripts)
    {
        int count = 0;
        return StartAsync(async context =>
        {
            Func<Peer, Task> script = scripts[Interlocked.Increment(ref count) - 1];
            await RunAsync(context, script, protocol: null);
        });
    }

    /// <summary>Starts a server that answers handshakes as the test wants.</summary>
    public static async Task<ChannelSession> StartAsync(RequestDelegate answer, Action<ApiClientOptions>? configure = null, ApiCredential? credential = null)
    {
        WebServer server = await WebServer.StartAsync(answer);
        TestClient client = new(
            configure: options =>
            {
                options.BaseAddress = server.Address;
                configure?.Invoke(options);
            },
            catalog: ChannelApi.Catalog,
            credentials: [credential ?? ApiCredential.Bearer("accessToken", Token)]);
        return new(server, client);
    }

    public static async Task RunAsync(HttpContext context, Func<Peer, Task> script, string? protocol)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        try
        {
            await script(new Peer(context, socket));
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone.
        }
    }

    public async Task<AnalyzeChannel> ConnectAsync(ChannelDescription? description = null, ChannelOptions? options = null, RequestOptions? request = null, CancellationToken cancellationToken = default) =>
        new(await _client.Pipeline.ConnectAsync(new ApiCall(ChannelApi.Analyze, request), description ?? ChannelApi.Description, options, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
