using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>A server on the loopback address that takes requests and answers none.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _requests;

    /// <summary>Starts to listen.</summary>
    /// <param name="received">Called with every request, once its headers have arrived.</param>
    /// <param name="hangsUp">Whether the connection is closed after that, instead of being kept open.</param>
    public SilentServer(Action received, bool hangsUp = false)
    {
        _listener.Start();
        BaseAddress = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync(received, hangsUp);
    }

    public Uri BaseAddress { get; }

    /// <summary>How many requests have arrived.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync(Action received, bool hangsUp)
    {
        List<TcpClient> open = [];
        try
        {
            while (true)
            {
                TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                open.Add(connection);
                await ReadHeadersAsync(connection.GetStream());
                Interlocked.Increment(ref _requests);
                received();
                if (hangsUp)
                {
                    connection.Dispose();
                }
            }
        }
        catch (OperationCanceledException)
        {
            open.ForEach(connection => connection.Dispose());
        }
    }

    private async Task ReadHeadersAsync(NetworkStream stream)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
            {
                throw new EndOfStreamException("The connection was closed before a request had arrived.");
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }
}
