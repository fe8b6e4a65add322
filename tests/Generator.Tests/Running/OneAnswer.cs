using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dragoman.Generator.Tests.Running;

/// <summary>A server on the loopback address that answers every request with one text, byte for byte, and then closes the connection.</summary>
internal sealed class OneAnswer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public OneAnswer(string answer)
    {
        _listener.Start();
        _serving = ServeAsync(Encoding.UTF8.GetBytes(answer));
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The requests, as far as they are ASCII.</summary>
    public List<string> Requests { get; } = [];

    public static OneAnswer OfEvents(string events) => new($"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n{events}");

    public async ValueTask DisposeAsync()
    {
        // Canceled first: between two requests the listener would say that it was never started.
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                NetworkStream stream = client.GetStream();
                byte[] buffer = new byte[4096];
                StringBuilder request = new();
                while (!IsComplete(request.ToString()) && await stream.ReadAsync(buffer, _stop.Token) is > 0 and var count)
                {
                    request.Append(Encoding.ASCII.GetString(buffer, 0, count));
                }

                Requests.Add(request.ToString());
                await stream.WriteAsync(answer);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException)
        {
        }
    }

    private static bool IsComplete(string request)
    {
        const string Length = "\r\nContent-Length: ";
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        int length = request.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return end >= 0 && (length < 0 || length > end || request.Length - end - 4 >= int.Parse(request.AsSpan(length + Length.Length, request.IndexOf('\r', length + 2) - length - Length.Length), CultureInfo.InvariantCulture));
    }
}
