using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>The client's own keeping of a service's limits.</summary>
public class RateLimitTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Calls_beyond_the_limit_wait_until_the_oldest_one_is_a_window_ago()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = StubHandler.Of((200, """{"id":"A1"}"""));
        using TestClient client = Client(handler, clock, new());

        await client.GetAsync();
        clock.Advance(TimeSpan.FromSeconds(20));
        for (int i = 0; i < 4; i++)
        {
            await client.GetAsync();
        }

        // Calls at 0, 20 and 20 s; the fourth at 60, the fifth and sixth at 80 s.
        await client.GetAsync();
        Assert.Equal([40, 20], clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal(6, handler.Requests.Count);
    }

    [Fact]
    public async Task A_refused_call_says_when_there_is_room()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = StubHandler.Of((200, """{"id":"A1"}"""));
        using TestClient client = Client(handler, clock, new() { Mode = RateLimitMode.Refuse });
        await Fill(client);
        clock.Advance(TimeSpan.FromSeconds(15));

        ClientRateLimitException error = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        Assert.Equal(("general", TimeSpan.FromSeconds(45)), (error.Limit, error.RetryAfter));
        Assert.Equal("The limit general (3 calls in 1 min) had no room for 'getAgent'.", error.Message);
        Assert.Equal((null, Recovery.Retry), (error.Status, error.Recovery));
        Assert.False(Assert.Single(error.Attempts).MayHaveBeenReceived);
        Assert.Equal(3, handler.Requests.Count);
        clock.Advance(TimeSpan.FromSeconds(45));
        await client.GetAsync();
    }

    [Fact]
    public async Task By_default_nothing_is_limited()
    {
        FakeTimeProvider clock = new();
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, null);

        await Fill(client);
        await Fill(client);

        Assert.Empty(clock.Waits);
    }

    [Theory]
    [InlineData("s-1", "s-1", RateLimitScope.Credential, true)]
    [InlineData("s-1", "s-2", RateLimitScope.Credential, false)]
    [InlineData("s-1", "s-1", RateLimitScope.Account, true)]
    [InlineData("s-1", "s-2", RateLimitScope.Address, true)]
    public async Task Clients_of_one_credential_share_a_limit(string first, string second, RateLimitScope scope, bool isShared)
    {
        FakeTimeProvider clock = new();
        RateLimitOptions options = new() { Mode = RateLimitMode.Refuse };
        using TestClient one = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, options, first, scope);
        using TestClient other = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, options, second, scope);
        await Fill(one);

        Exception? error = await Record.ExceptionAsync(() => other.GetAsync());

        Assert.Equal(isShared, error is ClientRateLimitException);
        Assert.DoesNotContain(first, error?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_stays_shared_when_it_was_unused_and_many_others_came()
    {
        FakeTimeProvider clock = new();
        RateLimitOptions options = new() { Mode = RateLimitMode.Refuse };
        using TestClient one = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, options, "early-1");
        await one.GetAsync();
        clock.Advance(s_minute);
        for (int i = 0; i < 300; i++)
        {
            using TestClient passing = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, options, $"passing-{i}");
            await passing.GetAsync();
        }

        await Fill(one);
        using TestClient other = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, options, "early-1");

        await Assert.ThrowsAsync<ClientRateLimitException>(() => other.GetAsync());
    }

    [Fact]
    public async Task An_operation_that_a_limit_names_counts_for_no_other()
    {
        FakeTimeProvider clock = new();
        ErrorCatalog catalog = new(static error => new TestApiException(error))
        {
            Limits = [new("general", 3, s_minute), new("speech", 1, s_minute) { Operations = ["speak"] }],
        };
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, new() { Mode = RateLimitMode.Refuse }, catalog: catalog);
        await Fill(client);

        await client.PostAsync();

        Assert.Equal("speech", (await Assert.ThrowsAsync<ClientRateLimitException>(() => client.PostAsync())).Limit);
        Assert.Equal("general", (await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync())).Limit);
    }

    [Fact]
    public async Task Each_try_counts()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = StubHandler.Of((429, ""), (429, ""), (429, ""), (200, """{"id":"A1"}"""));
        using TestClient client = Client(handler, clock, new(), catalog: Catalog(RateLimitScope.Credential, TestApi.Catalog));

        await client.GetAsync();

        // After 0.5, 1 and 2 s of backoff the fourth try is in turn a minute after the first.
        Assert.Equal([0.5, 1, 2, 56.5], clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task No_turn_after_the_deadline_is_waited_for()
    {
        FakeTimeProvider clock = new();
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, new());
        await Fill(client);

        ClientRateLimitException error = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync(new() { Timeout = TimeSpan.FromSeconds(60) }));

        Assert.Equal((StopReason.DeadlineTooClose, s_minute), (error.StopReason, error.RetryAfter));
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task The_wait_counts_against_the_deadline()
    {
        FakeTimeProvider clock = new();
        Func<CancellationToken, Task<HttpResponseMessage>> answer = static _ => Task.FromResult(StubHandler.Response(200, """{"id":"A1"}"""));
        using TestClient client = Client(new(answer, answer, answer, async token =>
        {
            // The turn came after 60 s; then nobody answers.
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        }), clock, new());
        await Fill(client);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync(new() { Timeout = TimeSpan.FromSeconds(70) }));

        Assert.Equal((TimeoutScope.Call, TimeSpan.FromSeconds(70)), (error.Scope, error.Timeout));
    }

    [Fact]
    public async Task So_many_wait_and_no_more()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, new() { QueueLimit = 2 });
        await Fill(client);
        Task<Agent>[] waiting = [client.GetAsync(), client.GetAsync()];

        await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        clock.Advance(s_minute);
        Assert.All(await Task.WhenAll(waiting), static agent => Assert.Equal("A1", agent.Id));
    }

    [Fact]
    public async Task Who_cancels_waits_no_longer()
    {
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), clock, new());
        using CancellationTokenSource source = new();
        await Fill(client);
        Task<Agent> waiting = client.GetAsync(cancellationToken: source.Token);

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => waiting)).CancellationToken);
    }

    [Fact]
    public async Task A_limiter_of_ones_own_takes_the_place_of_a_limit_and_gets_its_leases_back()
    {
        using ConcurrencyLimiter own = new(new() { PermitLimit = 1 });
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), new(), new() { Mode = RateLimitMode.Refuse, LimiterOf = name => name == "general" ? own : null });

        await Fill(client);
        await Fill(client);
        using RateLimitLease taken = own.AttemptAcquire();
        ClientRateLimitException error = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        Assert.Equal("The client's own limiter in place of 'general' had no room for 'getAgent'.", error.Message);
    }

    [Fact]
    public async Task A_limiter_of_ones_own_may_be_for_every_try()
    {
        using ConcurrencyLimiter own = new(new() { PermitLimit = 1 });
        using TestClient client = Client(StubHandler.Of((200, """{"id":"A1"}""")), new(), new() { Mode = RateLimitMode.Refuse, Limiter = own }, catalog: TestApi.EmptyCatalog);
        using RateLimitLease taken = own.AttemptAcquire();

        Assert.Null((await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync())).Limit);
    }

    private static TestClient Client(StubHandler handler, FakeTimeProvider clock, RateLimitOptions? limits, string secret = TestClient.Secret, RateLimitScope scope = RateLimitScope.Credential, ErrorCatalog? catalog = null) =>
        new(handler, options => options.RateLimits = limits, catalog ?? Catalog(scope), clock, secret);

    private static ErrorCatalog Catalog(RateLimitScope scope, ErrorCatalog? errors = null) => new(static error => new TestApiException(error))
    {
        Statuses = errors?.Statuses ?? [],
        Limits = [new("general", 3, s_minute) { Scope = scope }],
    };

    private static async Task Fill(TestClient client)
    {
        for (int i = 0; i < 3; i++)
        {
            await client.GetAsync();
        }
    }
}
