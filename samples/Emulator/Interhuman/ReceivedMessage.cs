using System.Net.WebSockets;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>A message of the client. What is over the limit is counted and not kept.</summary>
internal sealed record ReceivedMessage(WebSocketMessageType Type, byte[] Content, int Length)
{
    public bool IsTooLarge => Length > Content.Length;
}
