using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace Dragoman;

/// <summary>Turns the connection of a request into a WebSocket (RFC 6455, section 4.1).</summary>
/// <remarks>The platform's client can do so as well, but doesn't show the body of a refusal, and with it its error code.</remarks>
/// <param name="tokenProtocol">The subprotocol after which the token is sent; <see langword="null"/>: it stays in its header.</param>
/// <param name="keepAlive">How often a ping is sent.</param>
internal sealed class ChannelUpgrade(string? tokenProtocol, TimeSpan keepAlive)
{
    private const string KeyHeader = "Sec-WebSocket-Key";
    private const string ProtocolHeader = "Sec-WebSocket-Protocol";

    /// <summary>Makes a request the opening handshake.</summary>
    /// <exception cref="ArgumentException">The token cannot be a subprotocol.</exception>
    public void Apply(HttpRequestMessage request)
    {
        // "http" and "https" become "ws" and "wss", by which the platform knows that a proxy needs a tunnel.
        request.RequestUri = new($"ws{request.RequestUri!.AbsoluteUri["http".Length..]}");
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;

        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("Connection", "Upgrade");
        headers.TryAddWithoutValidation("Upgrade", "websocket");
        headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        headers.TryAddWithoutValidation(KeyHeader, Convert.ToBase64String(Guid.NewGuid().ToByteArray()));
        if (tokenProtocol is not null && Token(headers) is { } token)
        {
            HeaderField.CheckProtocol(token);
            headers.Remove("Authorization");
            headers.TryAddWithoutValidation(ProtocolHeader, $"{tokenProtocol}, {token}");
        }
    }

    /// <summary>Takes the connection out of the response that accepts the handshake.</summary>
    /// <exception cref="ResponseFormatException">The response doesn't keep to the protocol.</exception>
    public async ValueTask<WebSocket> AcceptAsync(HttpRequestMessage request, HttpResponseMessage message, ApiResponse response, CancellationToken cancellationToken)
    {
        Stream stream = await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        string? protocol = response.Header(ProtocolHeader);
        if (Fault(request, response, protocol) is { } fault)
        {
            throw response.FormatFailure($"The server accepted the WebSocket wrongly: {fault}.");
        }

        // The connection outlives the response, which disposes its content.
        message.Content = null;
        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            SubProtocol = protocol,
            KeepAliveInterval = keepAlive == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : keepAlive,
#if NET9_0_OR_GREATER
            KeepAliveTimeout = keepAlive,
#endif
        });
    }

    /// <summary>The bearer token (RFC 6750) as it is: the platform's own reading of the header refuses some that services use.</summary>
    private static string? Token(HttpRequestHeaders headers)
    {
        const string scheme = "Bearer ";
        return headers.NonValidated.TryGetValues("Authorization", out HeaderStringValues values) && values.ToString() is { } value && value.StartsWith(scheme, StringComparison.Ordinal)
            ? value[scheme.Length..]
            : null;
    }

    private static string? Fault(HttpRequestMessage request, ApiResponse response, string? protocol)
    {
        if (!string.Equals(response.Header("Upgrade"), "websocket", StringComparison.OrdinalIgnoreCase)
            || response.Header("Connection")?.Contains("upgrade", StringComparison.OrdinalIgnoreCase) != true)
        {
            return "it does not say that it upgrades the connection";
        }

        if (response.Header("Sec-WebSocket-Accept") != Answer(request.Headers.NonValidated[KeyHeader].ToString()))
        {
            return "Sec-WebSocket-Accept does not answer the key";
        }

        if (response.Header("Sec-WebSocket-Extensions") is not null)
        {
            return "it uses an extension that was not asked for";
        }

        bool isKnown = protocol is null
            || (request.Headers.NonValidated.TryGetValues(ProtocolHeader, out HeaderStringValues offered) && offered.ToString().Split(", ").Contains(protocol, StringComparer.Ordinal));
        return isKnown ? null : "it uses a subprotocol that was not offered";
    }

    /// <summary>What shows that the server has read the key. SHA-1 protects nothing here.</summary>
    private static string Answer(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes($"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
}
