using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>A retry that is not sent costs nothing, whatever keeps it from being sent.</summary>
public class UnsentRetryTests
{
    private readonly RetryQuota _quota = new();

    [Fact]
    public async Task The_caller_cancels_the_wait()
    {
        using CancellationTokenSource caller = new();
        using TestClient client = Client();
        client.Clock.Waiting = _ => caller.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: caller.Token));

        Assert.Equal(100, _quota.Tokens);
    }

    [Fact]
    public async Task The_clients_own_limit_has_no_room()
    {
        using FixedWindowRateLimiter limiter = new(new() { PermitLimit = 1, Window = TimeSpan.FromMinutes(1), AutoReplenishment = false });
        using TestClient client = Client(options => options.RateLimits = new() { Mode = RateLimitMode.Refuse, Limiter = limiter });

        await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetAsync());

        Assert.Equal(100, _quota.Tokens);
    }

    [Fact]
    public async Task No_token_is_to_be_had()
    {
        int asked = 0;
        using TestClient client = Client(credentials: ApiCredential.Bearer("apiSecret", null, _ => ++asked == 1
            ? ValueTask.FromResult(new AccessToken("t", TimeSpan.FromMilliseconds(1)))
            : throw new FormatException()));
        Exception? error = await Record.ExceptionAsync(() => client.GetAsync());

        Assert.IsType<FormatException>(error);
        Assert.Equal(100, _quota.Tokens);
    }

    // The second retry costs what the first did, and is the one that is not sent.
    [Fact]
    public async Task Only_what_was_not_sent_costs_nothing()
    {
        using CancellationTokenSource caller = new();
        using TestClient client = Client();
        client.Clock.Waiting = wait =>
        {
            if (client.Clock.Waits.Count == 2)
            {
                caller.Cancel();
                return;
            }

            client.Clock.Advance(wait);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: caller.Token));

        Assert.Equal(100 - 14, _quota.Tokens);
    }

    private TestClient Client(Action<ApiClientOptions>? configure = null, ApiCredential? credentials = null) => new(
        StubHandler.Of((502, "")),
        options =>
        {
            options.RetryQuota = _quota;
            configure?.Invoke(options);
        },
        TestApi.EmptyCatalog,
        credentials: credentials is null ? null : [credentials]);
}
