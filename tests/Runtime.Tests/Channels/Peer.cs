using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>The server's side of one connection.</summary>
internal sealed class Peer(HttpContext context, WebSocket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    public WebSocket Socket => socket;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type, bool isEnd = true) => socket.SendAsync(bytes, type, isEnd, CancellationToken.None);

    public Task SendFrameAsync(string status, int segment) => SendAsync(Frame.Json(status, segment));

    /// <summary>The next message, or <see langword="null"/> for a close frame.</summary>
    public async Task<byte[]?> ReceiveAsync()
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return _buffer[..length];
            }
        }
    }

    public Task CloseAsync(int status = 1000, string? reason = null) => socket.CloseAsync((WebSocketCloseStatus)status, reason, CancellationToken.None);

    /// <summary>Ends the connection without a word.</summary>
    public void Drop() => context.Abort();
}
