using System.Net;
using System.Net.Sockets;

namespace Dragoman.Generator.Tests.Document;

/// <summary>A host that counts who calls, and answers nobody.</summary>
internal sealed class ListeningHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task<int> _calls;

    public ListeningHost()
    {
        _listener.Start();
        _calls = CountAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Stops listening; whoever has called by now is counted.</summary>
    public async Task<int> StopAsync()
    {
        await _stopped.CancelAsync();
        int calls = await _calls;
        for (; _listener.Pending(); calls++)
        {
            (await _listener.AcceptTcpClientAsync()).Dispose();
        }

        return calls;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _stopped.Dispose();
    }

    private async Task<int> CountAsync()
    {
        for (int calls = 0; ; calls++)
        {
            try
            {
                (await _listener.AcceptTcpClientAsync(_stopped.Token)).Dispose();
            }
            catch (OperationCanceledException)
            {
                return calls;
            }
        }
    }
}
