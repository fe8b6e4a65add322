using System.Net;

namespace Dragoman.Runtime.Tests;

/// <summary>Endpoints that join and leave a fleet while it runs.</summary>
public class FleetMembershipTests
{
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_name_whose_addresses_change_changes_the_fleet()
    {
        await using ContainerHost first = await ContainerHost.StartAsync();
        await using ContainerHost second = await ContainerHost.StartAsync(address: $"http://127.0.0.2:{first.Address.Port}");
        Search search = new(["127.0.0.1"]);
        using Fleet<ContainerClient> fleet = search.Fleet(first.Address.Port);
        ContainerClient? old = null;
        TaskCompletionSource work = new();
        Task call = fleet.RunAsync(async (client, _) => { old = client; await work.Task; return 0; });
        await Until(() => old is not null);

        search.Addresses = ["127.0.0.2"];
        await Until(() => fleet.Endpoints.Select(static endpoint => endpoint.Address.Host).SequenceEqual(["127.0.0.2"]));
        await fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token)).WaitAsync(s_enough);

        // The call that was under way keeps its client until its end.
        Assert.Equal((0, 1, false), (first.Launches.Count, second.Launches.Count, old!.IsDisposed));
        work.SetResult();
        await call.WaitAsync(s_enough);
        Assert.True(old.IsDisposed);
    }

    [Fact]
    public async Task A_search_that_fails_leaves_the_endpoints_as_they_were()
    {
        await using ContainerHost host = await ContainerHost.StartAsync();
        Search search = new(["127.0.0.1"]);
        using Fleet<ContainerClient> fleet = search.Fleet(host.Address.Port);
        await fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token)).WaitAsync(s_enough);

        search.Addresses = null;
        int searches = search.Count;
        await Until(() => search.Count > searches + 1);
        await fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token)).WaitAsync(s_enough);

        Assert.Equal(2, host.Launches.Count);
    }

    [Fact]
    public async Task Where_nothing_is_found_the_reason_is_told()
    {
        Search search = new(null);
        using Fleet<ContainerClient> fleet = search.Fleet(80);

        // On a busy machine the time can be over before the search has even begun.
        await Assert.ThrowsAsync<ApiTimeoutException>(() => fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token))).WaitAsync(s_enough);
        await Until(() => search.Count > 1);
        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token))).WaitAsync(s_enough);

        Assert.Equal("No endpoint took the call within 0.5 s. There is no endpoint.", error.Message);
        Assert.Equal("No such name.", error.InnerException?.Message);
    }

    private static async Task Until(Func<bool> isSo)
    {
        using CancellationTokenSource limit = new(s_enough);
        while (!isSo())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>A resolver whose answer the test changes.</summary>
    private sealed class Search(string[]? addresses)
    {
        private int _count;

        public string[]? Addresses { get; set; } = addresses;

        public int Count => _count;

        public Fleet<ContainerClient> Fleet(int port) => new(
            EndpointProvider.OfName(new($"http://workers.example:{port}"), TimeSpan.FromMilliseconds(20), ResolveAsync),
            static address => new(address),
            new() { NotReadyInterval = TimeSpan.FromMilliseconds(20), Timeout = TimeSpan.FromMilliseconds(Addresses is null ? 500 : 20_000) });

        private Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return Addresses is { } found ? Task.FromResult<IPAddress[]>([.. found.Select(IPAddress.Parse)]) : Task.FromException<IPAddress[]>(new IOException("No such name."));
        }
    }
}
