using System.Net;
using System.Net.Sockets;

namespace Dragoman;

/// <summary>A connection whose answer can still be read when the service has stopped reading.</summary>
/// <remarks>A service that refuses a large body answers early and closes. The platform's handler sends the whole body before it reads, fails, and would never see the answer.</remarks>
internal sealed class ServiceConnection(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private bool _isClosedForWriting;

    /// <summary>How a client of ours connects.</summary>
    /// <param name="connect">Makes a connection, or <see langword="null"/> for the platform's own way.</param>
    public static SocketsHttpHandler CreateHandler(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new()
    {
        // Connections are renewed, so that a change of the service's addresses is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // A stream that was left open is closed soon; one that has all but ended keeps its connection for the next call.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
        ConnectCallback = connect,
        // Following a redirect would hand credentials and body to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
    };

    /// <summary>What the platform does by itself, with this class around the socket.</summary>
    public static async ValueTask<Stream> ConnectAsync(EndPoint endPoint, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new ServiceConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A write that fails ends nothing yet: the next read brings what the service has answered, or else fails as well.</summary>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isClosedForWriting)
        {
            return ValueTask.CompletedTask;
        }

        ValueTask write = base.WriteAsync(buffer, cancellationToken);
        return write.IsCompletedSuccessfully ? write : WriteAsync(write);
    }

    private async ValueTask WriteAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (IOException)
        {
            _isClosedForWriting = true;
        }
    }
}
