using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A service that fails and comes back, behind the circuit breaker of a generated client.</summary>
public class OpenCircuitTests
{
    [Fact(Timeout = 60_000)]
    public async Task NothingIsSentToAServiceThatFailsUntilItMayWorkAgain()
    {
        await using VaultServer server = await VaultServer.StartAsync();
        server.Reply(500, "text/plain", []);
        FakeTimeProvider clock = new();
        using VaultClient client = new(new()
        {
            BaseAddress = server.Address,
            VaultKey = "vault-key-1",
            AccessKey = "access-key-1",
            Session = "session-1",
            TimeProvider = clock,
            MaxRetries = 0,
            CircuitBreaker = new() { FailureRatio = 1, MinimumThroughput = 3, BreakDuration = TimeSpan.FromSeconds(5) },
        });

        for (int i = 0; i < 3; i++)
        {
            ApiException failure = await Assert.ThrowsAnyAsync<ApiException>(() => VaultCalls.RunAsync("getItem", client));
            Assert.Equal(500, failure.Status);
        }

        CircuitOpenException refusal = await Assert.ThrowsAsync<CircuitOpenException>(() => VaultCalls.RunAsync("getPicture", client));
        Assert.Equal((TimeSpan.FromSeconds(5), "getPicture"), (refusal.RetryAfter, refusal.Operation!.Id));
        Assert.Equal(3, server.Requests.Count);

        server.Answer = null;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(VaultCalls.Expected("getPicture"), await VaultCalls.RunAsync("getPicture", client));
        Assert.Equal(VaultCalls.Expected("getItem"), await VaultCalls.RunAsync("getItem", client));
        Assert.Equal(5, server.Requests.Count);
    }
}
