using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>The client of vault.yaml, a proxy that spoils connections, and the service behind it, with one clock for all waits.</summary>
internal sealed class VaultSession : IAsyncDisposable
{
    private VaultSession(VaultServer server, FaultProxy proxy, FakeTimeProvider clock)
    {
        Server = server;
        Proxy = proxy;
        Clock = clock;
        Client = NewClient();
    }

    public VaultServer Server { get; }

    public FaultProxy Proxy { get; }

    public FakeTimeProvider Clock { get; }

    public VaultClient Client { get; }

    /// <summary>Starts all three.</summary>
    /// <param name="swallowed">Told of bytes that a connection without an answer has taken.</param>
    /// <param name="choose">Chooses the toxics of each connection.</param>
    public static async Task<VaultSession> StartAsync(Action<FakeTimeProvider>? swallowed = null, Func<int, (Toxics Requests, Toxics Answers)>? choose = null)
    {
        VaultServer server = await VaultServer.StartAsync();
        FakeTimeProvider clock = new();
        return new(server, new FaultProxy(server.Address, clock) { Swallowed = () => swallowed?.Invoke(clock), Choose = choose }, clock);
    }

    /// <summary>A client with connections of its own.</summary>
    public VaultClient NewClient(Action<VaultClientOptions>? configure = null)
    {
        VaultClientOptions options = new()
        {
            BaseAddress = Proxy.Address,
            VaultKey = "vault-key-1",
            AccessKey = "access-key-1",
            Session = "session-1",
            Token = "token-1",
            TimeProvider = Clock,
            Random = new FixedRandom(),
        };
        configure?.Invoke(options);
        return new(options);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Proxy.DisposeAsync();
        await Server.DisposeAsync();
    }
}
