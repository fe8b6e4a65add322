namespace Dragoman.Runtime.Tests;

/// <summary>What a fleet makes of its endpoints, on a clock of the test's own.</summary>
public class FleetMemberTests
{
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(30);
    private static readonly Uri s_first = new("http://first.example");
    private static readonly Uri s_second = new("http://second.example");

    [Fact]
    public async Task Calls_that_fail_after_the_ejection_do_not_prolong_it()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        using Fleet<FakeEndpoint> fleet = new(EndpointProvider.List(s_first), static _ => new(), Options(clock));
        TaskCompletionSource<int>[] answers = [.. Enumerable.Range(0, 6).Select(static _ => new TaskCompletionSource<int>())];
        int begun = 0;
        Task<int>[] calls = [.. answers.Select(answer => fleet.RunAsync((_, _) => { Interlocked.Increment(ref begun); return answer.Task; }))];
        await Until(() => begun == answers.Length);

        for (int i = 0; i < answers.Length; i++)
        {
            answers[i].SetException(new TestApiException(new() { Message = "Broken.", Status = 500 }));
            await Assert.ThrowsAsync<TestApiException>(() => calls[i]);
            if (i == 2)
            {
                await Until(() => clock.Waits.Contains(TimeSpan.FromSeconds(5)));
            }
        }

        Assert.Equal((EndpointState.Ejected, 6), (fleet.Endpoints[0].State, fleet.Endpoints[0].Failures));
        Assert.Equal([1, 5], clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task An_endpoint_whose_client_cannot_be_made_keeps_no_other_one_out()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        List<FakeEndpoint> made = [];
        Fleet<FakeEndpoint> fleet = new(EndpointProvider.List(s_first, s_second), Create, Options(clock));

        FakeEndpoint used = await fleet.RunAsync(static (client, _) => Task.FromResult(client)).WaitAsync(s_enough);
        fleet.Dispose();

        Assert.Same(used, Assert.Single(made));
        Assert.True(used.IsDisposed);

        FakeEndpoint Create(Uri address)
        {
            FakeEndpoint client = address == s_second ? throw new InvalidOperationException("No certificate.") : new();
            made.Add(client);
            return client;
        }
    }

    [Fact]
    public async Task A_search_that_fails_as_the_fleet_ends_is_nobodys_failure()
    {
        using UnobservedFailures unobserved = new();
        string message = $"The search was stopped ({nameof(A_search_that_fails_as_the_fleet_ends_is_nobodys_failure)}).";
        await EndWithinSearch(message);

        Assert.False(await unobserved.HaveAsync(message));
    }

    [Fact]
    public async Task Who_cancels_while_a_lost_endpoint_is_looked_for_gets_the_own_token_back()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        using CancellationTokenSource source = new();
        TaskCompletionSource looked = new();
        bool isLost = false;
        using Fleet<FakeEndpoint> fleet = new(EndpointProvider.List(s_first), _ => new(Ask), Options(clock));
        Task<int> call = fleet.RunAsync<int>(
            (_, _) =>
            {
                isLost = true;
                throw new TransportException(new() { Message = "Broken off." }, mayHaveBeenReceived: true);
            },
            source.Token);

        await looked.Task.WaitAsync(s_enough);
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);

        async Task<Readiness> Ask(CancellationToken cancellationToken)
        {
            if (isLost)
            {
                looked.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return new() { State = ReadinessState.Ready };
        }
    }

    private static FleetOptions Options(FakeTimeProvider clock) =>
        new() { RefreshInterval = TimeSpan.FromSeconds(1), TimeProvider = clock, Random = new FixedRandom(0.5) };

    /// <summary>Apart, so that nothing of it is alive when its garbage is collected.</summary>
    private static async Task EndWithinSearch(string message)
    {
        Search search = new(message);
        Fleet<FakeEndpoint> fleet = new(search, static _ => new(), Options(new()));
        Task<int> call = fleet.RunAsync(static (_, _) => Task.FromResult(0));
        await search.Begun.WaitAsync(s_enough);

        fleet.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        await search.Ended.WaitAsync(s_enough);
    }

    private static async Task Until(Func<bool> isSo)
    {
        using CancellationTokenSource limit = new(s_enough);
        while (!isSo())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>A search that takes its cancellation for a failure.</summary>
    private sealed class Search(string message) : EndpointProvider
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public Task Ended => _ended.Task;

        public override async Task<IReadOnlyList<Uri>> GetEndpointsAsync(CancellationToken cancellationToken)
        {
            _begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return [];
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException(message);
            }
            finally
            {
                _ended.TrySetResult();
            }
        }
    }
}
