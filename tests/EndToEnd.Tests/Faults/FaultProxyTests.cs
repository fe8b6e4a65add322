using System.Net.Sockets;
using System.Text;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>The proxy itself: each toxic does what its name says, in either direction, as plain sockets see it.</summary>
public class FaultProxyTests
{
    [Fact(Timeout = 30_000)]
    public async Task WithoutToxicsEverythingPassesInBothDirections()
    {
        Echo echo = await RunAsync(Toxics.None, Toxics.None);

        Assert.Equal(("0123456789", "0123456789", false), echo.Told());
        Assert.Empty(echo.Waits);
    }

    [Fact(Timeout = 30_000)]
    public async Task LatencyAndBandwidthAreWaitedFor()
    {
        Echo echo = await RunAsync(new() { Latency = TimeSpan.FromSeconds(3) }, new() { Bandwidth = 4, Slicer = 5 });

        Assert.Equal(("0123456789", "0123456789", false), echo.Told());
        Assert.Equal([3, 1.25, 1.25], echo.Waits);
    }

    [Fact(Timeout = 30_000)]
    public async Task TheEndIsHeldBack()
    {
        Echo echo = await RunAsync(Toxics.None, new() { SlowClose = TimeSpan.FromSeconds(7) });

        Assert.Equal(("0123456789", "0123456789", false), echo.Told());
        Assert.Equal([7], echo.Waits);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsCutOffEndsAfterItsBytes(bool isRequest)
    {
        Toxics toxics = new() { LimitData = 4, Slicer = 1 };

        Echo echo = await RunAsync(isRequest ? toxics : Toxics.None, isRequest ? Toxics.None : toxics);

        // A request that was cut off ends the connection with it.
        Assert.Equal(isRequest ? ("0123", "", false) : ("0123456789", "0123", false), echo.Told());
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(false, 3)]
    public async Task AResetIsNoClose(bool isRequest, int? after)
    {
        Toxics toxics = new() { ResetPeer = true, LimitData = after };

        Echo echo = await RunAsync(isRequest ? toxics : Toxics.None, isRequest ? Toxics.None : toxics);

        Assert.True(echo.WasReset);
        Assert.Equal(isRequest ? "" : "0123456789", echo.Received);
    }

    [Fact(Timeout = 30_000)]
    public async Task SilenceTakesWhatComesAndEndsWithTheProxy()
    {
        using CancellationTokenSource swallowed = new();
        using TcpListener service = Listen();
        FaultProxy proxy = new(AddressOf(service), new FakeTimeProvider()) { Requests = new() { Timeout = true }, Swallowed = swallowed.Cancel };
        using TcpClient client = new();
        await client.ConnectAsync(proxy.Address.Host, proxy.Address.Port);

        await client.GetStream().WriteAsync(new byte[10]);
        await Task.Delay(Timeout.Infinite, swallowed.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        await proxy.DisposeAsync();

        Assert.Equal(1, proxy.Connections);
        Assert.Equal(("", false), await ReadAsync(client.GetStream()));
    }

    /// <summary>Sends ten bytes through a proxy to a service that sends them back when they have ended.</summary>
    private static async Task<Echo> RunAsync(Toxics requests, Toxics answers)
    {
        FakeTimeProvider clock = new();
        using TcpListener service = Listen();
        Task<string> serving = ServeAsync(service);
        await using FaultProxy proxy = new(AddressOf(service), clock) { Requests = requests, Answers = answers };
        using TcpClient client = new() { NoDelay = true };
        await client.ConnectAsync(proxy.Address.Host, proxy.Address.Port);

        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("0123456789"u8.ToArray());
        client.Client.Shutdown(SocketShutdown.Send);
        (string answer, bool wasReset) = await ReadAsync(stream);
        return new(await serving, answer, wasReset, [.. clock.Waits.Select(static wait => wait.TotalSeconds)]);
    }

    private static async Task<string> ServeAsync(TcpListener service)
    {
        using TcpClient connection = await service.AcceptTcpClientAsync();
        (string received, bool wasReset) = await ReadAsync(connection.GetStream());
        if (!wasReset && received.Length == 10)
        {
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(received));
        }

        return received;
    }

    private static async Task<(string Text, bool WasReset)> ReadAsync(NetworkStream stream)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[100];
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer)) > 0)
            {
                text.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            return (text.ToString(), false);
        }
        catch (IOException)
        {
            return (text.ToString(), true);
        }
    }

    private static TcpListener Listen()
    {
        TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static Uri AddressOf(TcpListener service) => new($"http://{service.LocalEndpoint}");

    private sealed record Echo(string Received, string Answer, bool WasReset, IReadOnlyList<double> Waits)
    {
        public (string Received, string Answer, bool WasReset) Told() => (Received, Answer, WasReset);
    }
}
