namespace Dragoman.Runtime.Tests;

/// <summary>Who shares a quota: without one of their own, the clients of one credential and one service.</summary>
public class SharedQuotaTests
{
    // Of 100 tokens, seven retries at 14 leave 2: the first client takes six in two calls, and the second one is left with one.
    [Fact]
    public async Task Clients_of_one_credential_and_one_service_share_theirs()
    {
        FakeTimeProvider clock = new();
        using TestClient one = Client(clock);
        using TestClient other = Client(clock);
        Assert.Equal((4, StopReason.AttemptsSpent), await FailAsync(one));
        Assert.Equal((4, StopReason.AttemptsSpent), await FailAsync(other));

        Assert.Equal((2, StopReason.QuotaSpent), await FailAsync(one));
        Assert.Equal((1, StopReason.QuotaSpent), await FailAsync(other));
    }

    // Seven retries in all: 57 requests for 50 calls, and 6007 for 6000.
    [Theory]
    [InlineData(50)]
    [InlineData(6000)]
    public async Task An_outage_gets_seven_retries_however_many_calls_fail(int calls)
    {
        StubHandler handler = StubHandler.Of((502, ""));
        using TestClient client = new(handler);
        for (int call = 0; call < calls; call++)
        {
            await FailAsync(client);
        }

        Assert.Equal(calls + 7, handler.Requests.Count);
    }

    [Fact]
    public async Task Another_credential_and_another_service_have_quotas_of_their_own()
    {
        FakeTimeProvider clock = new();
        using TestClient one = Client(clock);
        using TestClient otherSecret = Client(clock, secret: "another");
        using TestClient otherService = Client(clock, options => options.BaseAddress = new("https://other.example"));
        await FailAsync(one);
        await FailAsync(one);
        await FailAsync(one);

        Assert.Equal((1, StopReason.QuotaSpent), await FailAsync(one));
        Assert.Equal((4, StopReason.AttemptsSpent), await FailAsync(otherSecret));
        Assert.Equal((4, StopReason.AttemptsSpent), await FailAsync(otherService));
    }

    [Fact]
    public async Task One_of_the_clients_own_is_shared_with_nobody()
    {
        FakeTimeProvider clock = new();
        using TestClient one = Client(clock);
        using TestClient other = Client(clock, static options => options.RetryQuota = new RetryQuota(tokens: 0));

        Assert.Equal((1, StopReason.QuotaSpent), await FailAsync(other));
        Assert.Equal((4, StopReason.AttemptsSpent), await FailAsync(one));
    }

    [Fact]
    public async Task A_caller_cancels_the_taking()
    {
        using CancellationTokenSource caller = new();
        using TestClient client = Client(new(), options => options.RetryQuota = new CancelingQuota(caller));

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: caller.Token));

        Assert.Equal(caller.Token, canceled.CancellationToken);
    }

    // Of 10 s, 9.5 s are left beside the wait of 0.5 s: a quota that takes longer leaves no time for the retry.
    [Fact]
    public async Task A_quota_that_takes_too_long_does_not_take_the_call_past_its_time()
    {
        FakeTimeProvider clock = new();
        using TestClient client = Client(clock, options => (options.Timeout, options.RetryQuota) = (TimeSpan.FromSeconds(10), new SlowQuota(clock)));

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Equal((StopReason.DeadlineTooClose, 1), (error.StopReason, error.Attempts.Count));
        Assert.Equal(TimeSpan.FromSeconds(9.5), clock.GetUtcNow() - new FakeTimeProvider().GetUtcNow());
    }

    private static async Task<(int Tries, StopReason Stop)> FailAsync(TestClient client)
    {
        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());
        return (error.Attempts.Count, error.StopReason);
    }

    private static TestClient Client(FakeTimeProvider clock, Action<ApiClientOptions>? configure = null, string secret = TestClient.Secret) =>
        new(StubHandler.Of((502, "")), configure, clock: clock, secret: secret);

    /// <summary>A quota that never answers; the clock goes on until somebody gives up.</summary>
    private sealed class SlowQuota(FakeTimeProvider clock) : IRetryQuota
    {
        public async ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken)
        {
            for (int i = 0; i < 1000 && !cancellationToken.IsCancellationRequested; i++)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
            }

            cancellationToken.ThrowIfCancellationRequested();
            return await ValueTask.FromResult(true);
        }

        public void Return(int tokens)
        {
        }
    }

    /// <summary>A quota that is far away, and whose caller does not wait for it.</summary>
    private sealed class CancelingQuota(CancellationTokenSource caller) : IRetryQuota
    {
        public async ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken)
        {
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }

        public void Return(int tokens)
        {
        }
    }
}
