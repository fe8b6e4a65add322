using System.Net;
using System.Net.Sockets;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>One connection through a <see cref="FaultProxy"/>.</summary>
internal sealed class ProxiedConnection(Socket client, IPEndPoint target, TimeProvider clock, Action? swallowed, Action<int> answered)
{
    private readonly Socket _service = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Passes bytes on in both directions until one of them breaks, or both have ended.</summary>
    public async Task RunAsync(Toxics requests, Toxics answers, CancellationToken stop)
    {
        client.NoDelay = true;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using (client)
        using (_service)
        {
            try
            {
                await _service.ConnectAsync(target, end.Token);
                await Task.WhenAll(PassAsync(client, _service, requests, end), PassAsync(_service, client, answers, end));
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                // The connection has ended, as it was to end or because a side has gone.
            }
        }
    }

    private async Task PassAsync(Socket from, Socket to, Toxics toxics, CancellationTokenSource end)
    {
        byte[] buffer = new byte[16 * 1024];
        long allowed = toxics.Allowed;
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, end.Token)) > 0)
            {
                if (toxics.Timeout)
                {
                    swallowed?.Invoke();
                    continue;
                }

                int passed = (int)Math.Min(count, allowed);
                await SendAsync(to, buffer.AsMemory(0, passed), toxics, end.Token);
                allowed -= passed;
                if (allowed == 0)
                {
                    await BreakAsync(to, toxics.ResetPeer, end);
                    return;
                }
            }

            await WaitAsync(toxics.SlowClose, end.Token);
            to.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }

    private async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes, Toxics toxics, CancellationToken cancellationToken)
    {
        for (int start = 0; start < bytes.Length;)
        {
            ReadOnlyMemory<byte> piece = bytes.Slice(start, Math.Min(toxics.Slicer ?? bytes.Length, bytes.Length - start));
            await WaitAsync(toxics.Latency + TimeSpan.FromSeconds(toxics.Bandwidth is { } rate ? (double)piece.Length / rate : 0), cancellationToken);
            if (to == client)
            {
                // Before the client can have them: whoever has an answer finds it counted.
                answered(piece.Length);
            }

            await to.SendAsync(piece, cancellationToken);
            start += piece.Length;
        }
    }

    private async Task BreakAsync(Socket to, bool resets, CancellationTokenSource end)
    {
        if (resets)
        {
            client.LingerState = new(true, 0);
            _service.LingerState = new(true, 0);
        }
        else
        {
            to.Shutdown(SocketShutdown.Send);
        }

        await end.CancelAsync();
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => time > TimeSpan.Zero ? Task.Delay(time, clock, cancellationToken) : Task.CompletedTask;
}
