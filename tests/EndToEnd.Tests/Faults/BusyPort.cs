using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Sockets;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A port whose queue of connections is full, so that whoever connects to it waits; it tells when somebody begins to.</summary>
internal sealed class BusyPort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _queue = [];
    private readonly ConnectListener _connecting;

    /// <param name="connecting">Told when somebody in the process begins to connect.</param>
    public BusyPort(Action connecting)
    {
        _listener.Start(backlog: 1);
        for (int i = 0; i < 10; i++)
        {
            // More than the queue takes. The rest waits as the call will.
            Socket waiting = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _queue.Add(waiting);
            try
            {
                waiting.Connect(_listener.LocalEndpoint);
            }
            catch (SocketException begun) when (begun.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
            }
        }

        _connecting = new(connecting);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public void Dispose()
    {
        _connecting.Dispose();
        _queue.ForEach(static socket => socket.Dispose());
        _listener.Dispose();
    }

    /// <summary>The platform's own account of its sockets.</summary>
    private sealed class ConnectListener(Action connecting) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "System.Net.Sockets")
            {
                EnableEvents(source, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs written)
        {
            // The base class may call it while the object is made.
            if (written.EventName == "ConnectStart")
            {
                connecting?.Invoke();
            }
        }
    }
}
