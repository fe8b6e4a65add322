using Microsoft.AspNetCore.Connections;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The open connections, so that a server can die as a process does: all of them reset at once.</summary>
internal sealed class Connections
{
    private readonly HashSet<ConnectionContext> _open = [];
    private bool _isDead;

    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        lock (_open)
        {
            _open.Add(connection);
            if (_isDead)
            {
                connection.Abort();
            }
        }

        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            lock (_open)
            {
                _open.Remove(connection);
            }
        }
    }

    public void Kill()
    {
        lock (_open)
        {
            _isDead = true;
            foreach (ConnectionContext connection in _open)
            {
                connection.Abort();
            }
        }
    }
}
