using System.Net;
using System.Net.Sockets;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A TCP proxy on the loopback address that spoils what it passes on. Its waits are those of a clock under the test's control.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _service;
    private readonly TimeProvider _clock;
    private readonly Task _accepting;
    private int _connections;
    private long _answerBytes;

    /// <summary>Starts to listen.</summary>
    /// <param name="service">Where to pass everything on to; on the loopback address.</param>
    /// <param name="clock">The clock of its waits.</param>
    public FaultProxy(Uri service, TimeProvider clock)
    {
        _service = new(IPAddress.Loopback, service.Port);
        _clock = clock;
        _listener.Start();
        Address = new($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>What new connections suffer from the client to the service.</summary>
    public Toxics Requests { get; set; } = Toxics.None;

    /// <summary>What new connections suffer from the service to the client.</summary>
    public Toxics Answers { get; set; } = Toxics.None;

    /// <summary>Chooses the toxics of each connection by its number, from 1, instead of <see cref="Requests"/> and <see cref="Answers"/>.</summary>
    public Func<int, (Toxics Requests, Toxics Answers)>? Choose { get; init; }

    /// <summary>Told of bytes that <see cref="Toxics.Timeout"/> has swallowed.</summary>
    public Action? Swallowed { get; init; }

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many bytes were passed on to clients.</summary>
    public long AnswerBytes => Interlocked.Read(ref _answerBytes);

    /// <summary>Ends all connections, and returns when the last one has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(_stop.Token);
                int number = Interlocked.Increment(ref _connections);
                (Toxics requests, Toxics answers) = Choose?.Invoke(number) ?? (Requests, Answers);
                open.RemoveAll(static connection => connection.IsCompleted);
                open.Add(new ProxiedConnection(client, _service, _clock, Swallowed, Count).RunAsync(requests, answers, _stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private void Count(int bytes) => Interlocked.Add(ref _answerBytes, bytes);
}
