using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Whatever breaks while a body is sent: it is disposed as often as it was made.</summary>
public class RequestBodyTests
{
    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(20_261_122)]
    public async Task HundredsOfFaultsLeaveNoBodyUndisposed(int seed)
    {
        const int faults = 500;
        Random random = new(seed);
        FakeTimeProvider clock = new();
        SendingHandler handler = new(random, clock);
        CountedFiles files = new(60_000);
        using HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using VaultClient client = new(new() { BaseAddress = new("https://vault.example"), Token = "token-1", AttemptTimeout = FaultHandler.Limit, RetryQuota = new RetryQuota(1_000_000), TimeProvider = clock, Random = new FixedRandom() }, http);

        for (int call = 0; handler.Injected.Where(static fault => fault.Key != "none").Sum(static fault => fault.Value) < faults; call++)
        {
            using CancellationTokenSource caller = handler.Caller = new();
            Exception? end = await Record.ExceptionAsync(() => call % 2 == 0
                ? client.PutPictureAsync(files.Next(), cancellationToken: caller.Token)
                : client.AddLinesAsync(Enumerable.Repeat(new Item { Id = "I1" }, 3000), cancellationToken: caller.Token));

            Assert.True(end is null or ApiException or OperationCanceledException, end?.ToString());
            Assert.Equal((0, 0), (await handler.TakeUndisposedAsync(), files.Open));
        }

        Assert.Equal(7, handler.Injected.Count);
        Assert.All(handler.Injected, static fault => Assert.True(fault.Value > 10, fault.Key));
    }

    [Fact(Timeout = 120_000)]
    public async Task HundredsOfConnectionsThatBreakLeaveNoFileOpen()
    {
        const int calls = 300;
        Random random = new(17);
        CountedFiles files = new(300_000);
        await using VaultSession session = await VaultSession.StartAsync(
            swallowed: static clock => clock.Advance(10 * FaultHandler.Limit),
            choose: _ => (Next(random, 350_000), Next(random, 200)));
        Dictionary<bool, int> outcomes = [];

        for (int call = 0; call < calls; call++)
        {
            using VaultClient client = session.NewClient(static options => (options.AttemptTimeout, options.RetryQuota) = (FaultHandler.Limit, new RetryQuota(1_000_000)));
            Exception? end = await Record.ExceptionAsync(() => client.PutPictureAsync(files.Next()));

            Assert.True(end is null or ApiException, end?.ToString());
            outcomes[end is null] = outcomes.GetValueOrDefault(end is null) + 1;
        }

        Assert.Equal(2, outcomes.Count);
        Assert.True(files.Opened > calls);
        await files.AllDisposedAsync();
    }

    private static Toxics Next(Random random, int most)
    {
        lock (random)
        {
            int limit = random.Next(most);
            return random.Next(6) switch
            {
                0 => new() { LimitData = limit + 1 },
                1 => new() { LimitData = limit, ResetPeer = true },
                2 => new() { Timeout = true },
                _ => Toxics.None,
            };
        }
    }
}
