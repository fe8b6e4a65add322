using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>Fleets of real servers.</summary>
public sealed class FleetTests : IAsyncLifetime
{
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(30);

    private readonly List<ContainerHost> _hosts = [];
    private readonly List<Fleet<ContainerClient>> _fleets = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _fleets.ForEach(static fleet => fleet.Dispose());
        foreach (ContainerHost host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Thirty_launches_at_once_fill_three_containers_with_ten_slots_each()
    {
        await StartAsync(3);
        Fleet<ContainerClient> fleet = Fleet();

        string[] tasks = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Launch(fleet))).WaitAsync(s_enough);

        Assert.Equal(30, tasks.Distinct().Count());
        Assert.All(_hosts, static host => Assert.Equal(10, host.Launches.Count));
        Assert.All(_hosts.SelectMany(static host => host.Launches.Values), static count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task A_hundred_launches_on_a_cold_container_wait_until_it_is_ready()
    {
        ContainerHost host = await StartAsync(slots: 100);
        host.IsLoaded = false;
        Fleet<ContainerClient> fleet = Fleet();

        Task<string[]> launches = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Launch(fleet)));
        await Until(() => host.Questions >= 5);
        Assert.Equal(EndpointState.NotReady, Assert.Single(fleet.Endpoints).State);
        host.IsLoaded = true;
        await launches.WaitAsync(s_enough);

        Assert.Equal((100, 0, 1), (host.Launches.Count, host.LaunchesBeforeReady, host.MostOpenQuestions));
    }

    [Fact]
    public async Task A_container_that_says_no_capacity_is_passed_over()
    {
        await StartAsync(2);
        _hosts[0].Launching = Full;
        Fleet<ContainerClient> fleet = Fleet();

        for (int i = 0; i < 5; i++)
        {
            await Launch(fleet).WaitAsync(s_enough);
        }

        Assert.Equal((0, 5), (_hosts[0].Launches.Count, _hosts[1].Launches.Count));
    }

    [Fact]
    public async Task Five_times_no_capacity_and_then_room_are_six_launches_with_one_key()
    {
        ContainerHost host = await StartAsync();
        List<string> keys = [];
        host.Launching = context =>
        {
            keys.Add(context.Request.Headers["Idempotency-Key"].ToString());
            return keys.Count <= 5 ? Full(context) : context.Response.WriteAsync("\"launched\"");
        };

        Assert.Equal("launched", await Launch(Fleet()).WaitAsync(s_enough));

        Assert.Equal(6, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task A_container_that_refuses_connections_is_passed_over()
    {
        using RefusingPort port = new();
        ContainerHost host = await StartAsync();
        Fleet<ContainerClient> fleet = Fleet(EndpointProvider.List(port.Address, host.Address));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Launch(fleet))).WaitAsync(s_enough);

        Assert.Equal(5, host.Launches.Count);
        await Until(() => fleet.Endpoints.Single(endpoint => endpoint.Address == port.Address).State == EndpointState.Refused);
    }

    [Fact]
    public async Task A_container_that_died_since_it_was_asked_is_passed_over()
    {
        await StartAsync(2);
        Fleet<ContainerClient> fleet = Fleet(configure: static options => options.RefreshInterval = TimeSpan.FromMinutes(1));
        await Launch(fleet).WaitAsync(s_enough);
        await Until(() => fleet.Endpoints.All(static endpoint => endpoint.State == EndpointState.Ready));
        int before = _hosts[1].Launches.Count;
        await _hosts[0].KillAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Launch(fleet))).WaitAsync(s_enough);

        Assert.Equal(before + 5, _hosts[1].Launches.Count);
    }

    [Fact]
    public async Task A_launch_that_may_have_been_received_is_sent_to_no_other_container()
    {
        await StartAsync(2);
        _hosts.ForEach(static host => host.Launching = Break);
        Fleet<ContainerClient> fleet = Fleet();

        EndpointLostException error = await Assert.ThrowsAsync<EndpointLostException>(() => Launch(fleet)).WaitAsync(s_enough);

        // Three tries with one key at one container.
        Assert.Equal([0, 3], _hosts.Select(static host => host.LaunchRequests).Order());
        Assert.Equal(_hosts.Single(static host => host.LaunchRequests == 3).Address, error.Endpoint);
        Assert.Equal((true, false), (error.MayHaveBeenReceived, error.IsRefused));
    }

    [Fact]
    public async Task No_capacity_after_a_try_that_may_have_been_received_moves_nothing()
    {
        await StartAsync(2);
        int tries = 0;
        _hosts.ForEach(host => host.Launching = context => Interlocked.Increment(ref tries) == 1 ? Break(context) : Full(context));
        Fleet<ContainerClient> fleet = Fleet();

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => Launch(fleet)).WaitAsync(s_enough);

        Assert.Equal([null, 503], error.Attempts.Select(static attempt => attempt.Status));
        Assert.Equal([0, 2], _hosts.Select(static host => host.LaunchRequests).Order());
    }

    [Fact]
    public async Task A_launch_whose_container_dies_under_it_is_moved()
    {
        await StartAsync(2);
        Fleet<ContainerClient> fleet = Fleet();
        ContainerHost? killed = null;
        _hosts.ForEach(host => host.Launching = async context =>
        {
            if (Interlocked.CompareExchange(ref killed, host, null) is null)
            {
                _ = host.KillAsync();
                context.Abort();
                return;
            }

            await context.Response.WriteAsync("\"moved\"");
        });

        Assert.Equal("moved", await Launch(fleet).WaitAsync(s_enough));
        Assert.Equal(1, _hosts.Single(host => host != killed).LaunchRequests);
    }

    [Fact]
    public async Task Killing_a_container_moves_its_jobs_and_loses_none()
    {
        await StartAsync(3);
        _hosts.ForEach(static host => host.EndsTasks = false);
        Fleet<ContainerClient> fleet = Fleet();

        Task<string>[] jobs = [.. Enumerable.Range(0, 12).Select(_ => Job(fleet, restarts: 1))];
        await Until(() => _hosts.Sum(static host => host.Launches.Count) == 12);
        ContainerHost killed = _hosts.MaxBy(static host => host.Launches.Count)!;
        int moved = killed.Launches.Count;
        await killed.KillAsync();
        await Until(() => _hosts.Where(host => host != killed).Sum(static host => host.Launches.Count) == 12);
        _hosts.ForEach(static host => host.EndsTasks = true);

        Assert.Equal(Enumerable.Repeat("completed", 12), await Task.WhenAll(jobs).WaitAsync(s_enough));
        Assert.InRange(moved, 1, 10);
        Assert.All(_hosts.SelectMany(static host => host.Launches.Values), static count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_container_that_dies_or_hangs_under_a_job_is_told_within_10_seconds(bool dies)
    {
        ContainerHost host = await StartAsync();
        host.EndsTasks = false;
        Fleet<ContainerClient> fleet = Fleet(attemptTimeout: TimeSpan.FromSeconds(1));
        TaskCompletionSource followed = new();
        host.Following = context =>
        {
            followed.TrySetResult();
            return context.Response.WriteAsync("\"running\"");
        };
        Task<string> job = Job(fleet, restarts: 0);
        await followed.Task.WaitAsync(s_enough);

        long start = Stopwatch.GetTimestamp();
        if (dies)
        {
            await host.KillAsync();
        }
        else
        {
            host.Following = static context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        EndpointLostException error = await Assert.ThrowsAsync<EndpointLostException>(() => job).WaitAsync(s_enough);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        Assert.Equal((host.Address, dies), (error.Endpoint, error.IsRefused));
    }

    [Fact]
    public async Task Three_failures_in_a_row_eject_a_container_until_it_is_asked_again()
    {
        ContainerHost host = await StartAsync();
        host.Launching = context =>
        {
            // It fails and says that it is not ready, so that it stays ejected until it is looked at.
            host.IsLoaded = host.LaunchRequests < 3;
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        Fleet<ContainerClient> fleet = Fleet(configure: static options => (options.EjectionInterval, options.EjectionCap) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)));

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(i, fleet.Endpoints.Sum(static endpoint => endpoint.Failures));
            await Assert.ThrowsAsync<TestApiException>(() => Launch(fleet)).WaitAsync(s_enough);
        }

        Assert.Equal(EndpointState.Ejected, Assert.Single(fleet.Endpoints).State);
        int questions = host.Questions;
        (host.Launching, host.IsLoaded) = (null, true);
        await Launch(fleet).WaitAsync(s_enough);

        Assert.True(host.Questions > questions);
        Assert.Equal((EndpointState.Ready, 0), (Assert.Single(fleet.Endpoints).State, fleet.Endpoints[0].Failures));
    }

    [Fact]
    public async Task Without_an_endpoint_in_time_the_states_are_told()
    {
        using RefusingPort port = new();
        Fleet<ContainerClient> fleet = Fleet(EndpointProvider.List(port.Address), static options => options.Timeout = TimeSpan.FromMilliseconds(300));

        // The first call begins the questions; on a busy machine its time can be over before the first answer.
        await Assert.ThrowsAsync<ApiTimeoutException>(() => Launch(fleet)).WaitAsync(s_enough);
        await Until(() => fleet.Endpoints is [{ State: EndpointState.Refused }]);
        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => Launch(fleet)).WaitAsync(s_enough);

        Assert.Equal(TimeoutScope.Polling, error.Scope);
        Assert.Contains($"{port.Address}: Refused, load 0, 0 calls, 0 failures in a row", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_call_itself_is_thrown_as_it_is()
    {
        await StartAsync(2);
        _hosts.ForEach(static host => host.Launching = static context => { context.Response.StatusCode = 400; return Task.CompletedTask; });
        Fleet<ContainerClient> fleet = Fleet();

        Assert.Equal(400, (await Assert.ThrowsAsync<TestApiException>(() => Launch(fleet)).WaitAsync(s_enough)).Status);
        Assert.Equal(1, _hosts.Sum(static host => host.LaunchRequests));
    }

    [Fact]
    public async Task Who_cancels_waits_no_longer()
    {
        using RefusingPort port = new();
        Fleet<ContainerClient> fleet = Fleet(EndpointProvider.List(port.Address));
        using CancellationTokenSource source = new();
        Task<string> launch = fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token), source.Token);

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => launch)).CancellationToken);
    }

    [Fact]
    public async Task After_its_end_a_fleet_takes_no_calls_and_has_disposed_its_clients()
    {
        await StartAsync(1);
        ContainerClient? used = null;
        Fleet<ContainerClient> fleet = Fleet();
        await fleet.RunAsync((client, _) => Task.FromResult(used = client)).WaitAsync(s_enough);

        fleet.Dispose();

        Assert.True(used!.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Launch(fleet)).WaitAsync(s_enough);
    }

    private async Task<ContainerHost> StartAsync(int count = 1, int slots = 10)
    {
        for (int i = 0; i < count; i++)
        {
            _hosts.Add(await ContainerHost.StartAsync(slots));
        }

        return _hosts[^1];
    }

    private Fleet<ContainerClient> Fleet(EndpointProvider? endpoints = null, Action<FleetOptions>? configure = null, TimeSpan? attemptTimeout = null)
    {
        FleetOptions options = new() { RefreshInterval = TimeSpan.FromMilliseconds(100), NotReadyInterval = TimeSpan.FromMilliseconds(20), NotReadyCap = TimeSpan.FromMilliseconds(50), Timeout = TimeSpan.FromSeconds(20) };
        configure?.Invoke(options);
        Fleet<ContainerClient> fleet = new(endpoints ?? EndpointProvider.List([.. _hosts.Select(static host => host.Address)]), address => new(address, attemptTimeout), options);
        _fleets.Add(fleet);
        return fleet;
    }

    private static Task<string> Launch(Fleet<ContainerClient> fleet) => fleet.RunAsync(static (client, key, token) => client.LaunchAsync(key, token));

    private static Task<string> Job(Fleet<ContainerClient> fleet, int restarts) => fleet.RunAsync(
        static (client, key, token) => client.LaunchAsync(key, token),
        static (client, id, token) => client.FollowAsync(id, token),
        restarts);

    private static Task Full(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return context.Response.WriteAsync("""{"detail":"No capacity"}""");
    }

    private static Task Break(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Waits for something that the servers see.</summary>
    private static async Task Until(Func<bool> isSo)
    {
        using CancellationTokenSource limit = new(s_enough);
        while (!isSo())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
