using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dragoman.Runtime.Tests;

/// <summary>A server that answers each request with the given bytes, HTTP or not, and then closes or resets the connection.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly bool _resets;
    private readonly CancellationTokenSource _stop = new();
    private int _count;

    public RawServer(string answer, bool resets = false)
    {
        _answer = Encoding.Latin1.GetBytes(answer);
        _resets = resets;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public int RequestCount => _count;

    public void Dispose()
    {
        // Canceled first: between two requests the listener would say that it was never started.
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                await AnswerAsync(socket);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        byte[] buffer = new byte[16 * 1024];
        StringBuilder request = new();
        while (!IsComplete(request.ToString()))
        {
            int count = await socket.ReceiveAsync(buffer);
            if (count == 0)
            {
                return;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        Interlocked.Increment(ref _count);
        await socket.SendAsync(_answer);
        if (_resets)
        {
            socket.LingerState = new(true, 0);
        }
        else
        {
            socket.Shutdown(SocketShutdown.Both);
        }
    }

    private static bool IsComplete(string request)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        const string name = "Content-Length: ";
        int header = request.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        int length = header < 0 ? 0 : int.Parse(request[(header + name.Length)..request.IndexOf("\r\n", header, StringComparison.Ordinal)]);
        return request.Length >= end + 4 + length;
    }
}
