using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The emulated Interhuman API with a plain HttpClient and plain WebSockets on it.</summary>
internal sealed class InterhumanSession : IAsyncDisposable
{
    private readonly List<ClientWebSocket> _sockets = [];

    private InterhumanSession(InterhumanEmulator emulator, FakeTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        Http = new HttpClient { BaseAddress = emulator.BaseAddress };
    }

    public InterhumanEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public static async Task<InterhumanSession> StartAsync()
    {
        FakeTimeProvider clock = new();
        var options = new EmulatorOptions { TimeProvider = clock };
        return new InterhumanSession(await InterhumanEmulator.StartAsync(options, TestContext.Current.CancellationToken), clock);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> AuthAsync(string body)
    {
        using HttpResponseMessage response = await Http.PostAsync("/v0/auth", new StringContent(body, Encoding.UTF8, "application/json"));
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> UploadAsync(byte[] video, string fileName = "talk.mp4", string field = "file", string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v0/upload/analyze")
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(video), field, fileName } },
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Emulator.CreateToken());
        using HttpResponseMessage response = await Http.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public Task<ClientWebSocket> ConnectAsync(string? token = null) =>
        ConnectAsync(options => options.SetRequestHeader("Authorization", $"Bearer {token ?? Emulator.CreateToken()}"));

    public async Task<ClientWebSocket> ConnectAsync(Action<ClientWebSocketOptions> configure)
    {
        var socket = new ClientWebSocket();
        _sockets.Add(socket);
        socket.Options.CollectHttpResponseDetails = true;
        configure(socket.Options);
        Uri address = new UriBuilder(Emulator.BaseAddress) { Scheme = "ws", Path = "/v0/stream/analyze" }.Uri;
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return socket;
    }

    public static async Task SendAsync(ClientWebSocket socket, int bytes) => await socket.SendAsync(
        new byte[bytes], WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>The next frame.</summary>
    public static async Task<JsonNode> ReadAsync(ClientWebSocket socket) => JsonNode.Parse(await ReadTextAsync(socket))!;

    public static async Task<string> ReadTextAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[4096];
        ValueWebSocketReceiveResult received = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketMessageType.Text, received.MessageType);
        Assert.True(received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    public static async Task<string[]> StatusesAsync(ClientWebSocket socket, int count)
    {
        string[] statuses = new string[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (string)(await ReadAsync(socket))["status"]!;
        }

        return statuses;
    }

    /// <summary>The close frame that must come next.</summary>
    public static async Task<(int? Status, string? Reason)> CloseAsync(ClientWebSocket socket)
    {
        ValueWebSocketReceiveResult received = await socket.ReceiveAsync(new byte[1].AsMemory(), TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketMessageType.Close, received.MessageType);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        return ((int?)socket.CloseStatus, socket.CloseStatusDescription);
    }

    public async ValueTask DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}
