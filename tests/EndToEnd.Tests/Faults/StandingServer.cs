using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A server on the loopback address that takes one connection, reads the beginning of what comes, and then stands still.</summary>
internal sealed class StandingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Socket? _socket;

    public StandingServer()
    {
        // As little as the platform allows, so that a sender soon finds no room.
        _listener.Server.ReceiveBufferSize = 1;
        _listener.Start();
    }

    public Uri AddressOf(string scheme) => new($"{scheme}://{_listener.LocalEndpoint}");

    /// <summary>Takes the connection, and returns when something has come.</summary>
    public async Task AcceptAsync()
    {
        _socket = await _listener.AcceptSocketAsync();
        Assert.NotEqual(0, await _socket.ReceiveAsync(new byte[1]));
    }

    /// <summary>Asks for the body of a request (RFC 9110, section 10.1.1), of which nothing is read.</summary>
    public async Task AskForBodyAsync() => await _socket!.SendAsync(Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n"));

    public void Dispose()
    {
        _socket?.Dispose();
        _listener.Dispose();
    }
}
