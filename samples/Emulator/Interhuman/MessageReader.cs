using System.Net.WebSockets;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>Reads whole messages.</summary>
internal sealed class MessageReader(WebSocket socket, int maxBytes)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    public async Task<ReceivedMessage> ReadAsync(CancellationToken ct)
    {
        using var content = new MemoryStream();
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult received = await socket.ReceiveAsync(_buffer.AsMemory(), ct).ConfigureAwait(false);
            length += received.Count;
            if (length <= maxBytes)
            {
                content.Write(_buffer, 0, received.Count);
            }

            if (received.EndOfMessage || received.MessageType == WebSocketMessageType.Close)
            {
                return new ReceivedMessage(received.MessageType, content.ToArray(), length);
            }
        }
    }
}
