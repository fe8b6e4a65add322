namespace Dragoman.Runtime.Tests;

/// <summary>When tokens are fetched, and for whom.</summary>
public class TokenSourceTests
{
    [Fact]
    public async Task A_hundred_callers_with_an_expired_token_fetch_one()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, TimeSpan.FromHours(1));
        await client.ReadAsync();
        client.Clock.Advance(TimeSpan.FromHours(1));
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Gate = gate.Task;

        // Each runs until it waits for the token.
        Task<Agent>[] calls = [.. Enumerable.Range(0, 100).Select(_ => client.ReadAsync())];
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, server.Exchanges);
        Assert.Equal(["t1", .. Enumerable.Repeat("t2", 100)], server.Sent);
    }

    // Renewed 60 seconds before the end, or after half of the time.
    [Theory]
    [InlineData(3600, 3539, 1)]
    [InlineData(3600, 3540, 2)]
    [InlineData(61, 0, 1)]
    [InlineData(61, 1, 2)]
    [InlineData(60, 29, 1)]
    [InlineData(60, 30, 2)]
    [InlineData(0, 0, 2)]
    [InlineData(null, 31_536_000, 1)]
    public async Task A_token_is_renewed_before_it_expires(int? expiresIn, int later, int exchanges)
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, expiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        await client.ReadAsync();
        client.Clock.Advance(TimeSpan.FromSeconds(later));
        await client.ReadAsync();

        Assert.Equal(exchanges, server.Exchanges);
    }

    [Fact]
    public async Task A_failed_exchange_reaches_all_who_wait_and_is_not_repeated_for_them()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Gate = gate.Task;
        server.ExchangeFailure = (401, """{"code":"BAD_KEY"}""");

        Task<Agent>[] calls = [.. Enumerable.Range(0, 10).Select(_ => client.ReadAsync())];
        gate.SetResult();

        foreach (Task<Agent> call in calls)
        {
            BadKeyException error = await Assert.ThrowsAsync<BadKeyException>(() => call);
            Assert.Equal(("createToken", 1), (error.Operation!.Id, error.Attempts.Count));
        }

        Assert.Equal(1, server.Exchanges);
        Assert.Empty(server.Sent);
    }

    // 3,600 seconds, of which the last 60 are for the renewal.
    [Theory]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public async Task A_failed_renewal_fails_no_call_while_the_token_is_good(int later, bool isGood)
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, TimeSpan.FromSeconds(3600));
        await client.ReadAsync();
        server.ExchangeFailure = (401, """{"code":"BAD_KEY"}""");
        client.Clock.Advance(TimeSpan.FromSeconds(later));

        Exception? error = await Record.ExceptionAsync(() => client.ReadAsync());

        Assert.Equal(2, server.Exchanges);
        Assert.Equal(isGood ? null : typeof(BadKeyException), error?.GetType());
        Assert.Equal(isGood ? ["t1", "t1"] : ["t1"], server.Sent);
    }

    [Fact]
    public async Task After_a_failed_exchange_the_next_call_asks_again()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.ExchangeFailure = (401, """{"code":"BAD_KEY"}""");
        await Assert.ThrowsAsync<BadKeyException>(() => client.ReadAsync());
        server.ExchangeFailure = null;

        await client.ReadAsync();

        Assert.Equal(["t2"], server.Sent);
    }

    [Fact]
    public async Task An_exchange_is_repeated_by_its_own_rules_only()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.ExchangeFailure = (503, """{"code":"BUSY"}""");

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.ReadAsync());

        Assert.Equal(2, server.Exchanges);
        Assert.Equal(2, error.Attempts.Count);
    }

    [Fact]
    public async Task A_source_without_a_connection_is_not_taken_for_the_call()
    {
        using RefusingPort port = new();
        using TokenClient client = new(port.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.ReadAsync());

        // The exchange was tried three times, as a call is by default, and not three times for each try of the call.
        Assert.Equal(("createToken", 3), (error.Operation!.Id, error.Attempts.Count));
    }

    [Fact]
    public async Task A_caller_who_cancels_leaves_the_others_their_token()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Gate = gate.Task;

        Task<Agent> first = client.ReadAsync(cancellation.Token);
        Task<Agent> second = client.ReadAsync();
        await cancellation.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        await second;

        Assert.Equal(cancellation.Token, canceled.CancellationToken);
        Assert.Equal(1, server.Exchanges);
    }

    [Fact]
    public async Task A_source_is_canceled_when_nobody_waits_and_asked_anew_by_the_next()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int count = 0;
        using TokenClient client = new(server.Address, source: async token =>
        {
            if (++count == 1)
            {
                using CancellationTokenRegistration registration = token.Register(abandoned.SetResult);
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }

            return new("given");
        });

        Task<Agent> call = client.ReadAsync(cancellation.Token);
        await asked.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await abandoned.Task;
        await client.ReadAsync();

        Assert.Equal(["given"], server.Sent);
    }

    [Fact]
    public async Task A_source_that_fails_when_nobody_waits_any_more_is_nobodys_failure()
    {
        using UnobservedFailures unobserved = new();
        string message = $"Too late ({nameof(A_source_that_fails_when_nobody_waits_any_more_is_nobodys_failure)}).";
        await FailWhenAbandoned(message);

        Assert.False(await unobserved.HaveAsync(message));
    }

    [Fact]
    public async Task The_wait_for_a_token_counts_against_the_time_of_the_call()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using TokenClient client = new(server.Address, configure: static options => options.Timeout = TimeSpan.FromSeconds(10), source: async token =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new("late");
        });

        Task<Agent> call = client.ReadAsync();
        await asked.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal((TimeoutScope.Call, TimeSpan.FromSeconds(10)), (error.Scope, error.Timeout));
        Assert.Empty(server.Sent);
    }

    [Fact]
    public async Task What_a_source_throws_is_thrown_as_it_is()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        InvalidOperationException thrown = new("No user is signed in.");
        using TokenClient client = new(server.Address, source: _ => throw thrown);

        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => client.ReadAsync()));
    }

    [Fact]
    public async Task A_source_that_gives_nothing_is_a_mistake()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, source: static _ => new((AccessToken)null!));

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ReadAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("canary\n")]
    [InlineData("canaryé")]
    public void A_token_can_be_sent(string token) =>
        Assert.DoesNotContain("canary", Assert.Throws<ArgumentException>(() => new AccessToken(token)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(3600.0, 3600.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(null, null)]
    [InlineData(-1.0, null)]
    [InlineData(double.NaN, null)]
    public void Seconds_that_are_no_time_are_not_known(double? seconds, double? expected) =>
        Assert.Equal(expected, AccessToken.FromSeconds("t", seconds).ExpiresIn?.TotalSeconds);

    [Fact]
    public void Any_number_of_seconds_is_read() => Assert.Equal(TimeSpan.MaxValue, AccessToken.FromSeconds("t", 1e300).ExpiresIn);

    /// <summary>Apart, so that nothing of it is alive when its garbage is collected.</summary>
    private static async Task FailWhenAbandoned(string message)
    {
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using TokenClient client = new(new("http://127.0.0.1:9"), source: async token =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token).ContinueWith(static _ => { }, TaskScheduler.Default);
            failed.SetResult();
            throw new InvalidOperationException(message);
        });

        Task<Agent> call = client.ReadAsync(cancellation.Token);
        await asked.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await failed.Task;
    }
}
