using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dragoman.Runtime.Tests;

/// <summary>Accepts a handshake by hand, and sends frames that no WebSocket library would send.</summary>
internal static class RawFrames
{
    public static async Task SendAsync(HttpContext context, byte[] frames)
    {
        // RFC 6455, section 4.2.2.
        string key = context.Request.Headers.SecWebSocketKey.ToString();
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes($"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        Stream stream = await context.Features.Get<IHttpUpgradeFeature>()!.UpgradeAsync();
        await stream.WriteAsync(frames);
        await stream.FlushAsync();

        // Until the client ends the connection.
        await stream.CopyToAsync(Stream.Null);
    }
}
