using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Thousands of faults of every kind at every kind of call: each ends in a result, an exception of its type, or the caller's cancellation, and nothing stays open.</summary>
public class InjectedFaultTests
{
    private const int Faults = 10_000;

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(20_261_122)]
    public async Task TenThousandFaultsLeaveNothingOpenAndNothingUntyped(int seed)
    {
        Random random = new(seed);
        FakeTimeProvider clock = new();
        FaultHandler handler = new(random, clock);
        using HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using VaultClient client = new(Options(new("https://vault.example"), clock), http);

        Dictionary<Type, int> outcomes = await CallAsync(client, handler, random, static _ => { });

        // Every fault was met, and every outcome.
        Assert.All(handler.Injected, static fault => Assert.True(fault.Value > 10, fault.Key));
        Assert.True(handler.Injected.Count > 30);
        Assert.All(
            [typeof(string), typeof(OperationCanceledException), typeof(TransportException), typeof(ApiTimeoutException), typeof(ResponseFormatException), typeof(BusyException), typeof(VaultException)],
            type => Assert.Contains(type, outcomes.Keys.SelectMany(BasesOf)));
    }

    /// <summary>With every try hedged at once, and a circuit that opens now and then.</summary>
    [Fact(Timeout = 120_000)]
    public async Task ThousandsOfFaultsBesideEachOtherLeaveNothingOpenEither()
    {
        FakeTimeProvider clock = new();
        SharedRandom random = new(11);
        FaultHandler handler = new(random, clock) { IsConcurrent = true };
        using HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        VaultClientOptions options = Options(new("https://vault.example"), clock);
        CircuitBreakerOptions circuit = new() { FailureRatio = 0.6, MinimumThroughput = 5 };
        options.HedgingDelay = TimeSpan.Zero;
        options.CircuitBreaker = circuit;
        options.RetryQuota = new RetryQuota(int.MaxValue, int.MaxValue);
        int hedged = 0;
        options.OnCompleted = call => hedged += call.Attempts.Count(static attempt => attempt.Failure == "Another try was answered first.");
        using VaultClient client = new(options, http);

        Dictionary<Type, int> outcomes = await CallAsync(client, handler, random, outcome => clock.Advance(outcome == typeof(CircuitOpenException) ? circuit.BreakDuration : TimeSpan.Zero));

        Assert.True(hedged > 100 && outcomes.GetValueOrDefault(typeof(CircuitOpenException)) > 10);
        Assert.All(
            [typeof(string), typeof(OperationCanceledException), typeof(TransportException), typeof(BusyException), typeof(VaultException)],
            type => Assert.Contains(type, outcomes.Keys.SelectMany(BasesOf)));
    }

    [Fact(Timeout = 120_000)]
    public async Task HundredsOfFaultsThroughSocketsAreTypedToo()
    {
        const int calls = 400;
        Random random = new(17);
        await using VaultSession session = await VaultSession.StartAsync(
            swallowed: static clock => clock.Advance(10 * FaultHandler.Limit),
            choose: _ => (Next(random), Next(random)));
        session.Server.Answer = async (context, _) =>
        {
            (int status, string contentType, string text) = VaultAnswers.Of(context.Request.Method, context.Request.Path);
            (int Status, byte[] Body) answer = Choose(random, status, text);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = contentType;
            if (answer.Status is not (204 or 304))
            {
                await context.Response.Body.WriteAsync(answer.Body);
            }
        };
        Dictionary<Type, int> outcomes = [];

        for (int call = 0; call < calls; call++)
        {
            string name = VaultCalls.Names[call % VaultCalls.Names.Count];

            // Of every second call two requests are under way at once, where it may be repeated.
            using VaultClient client = session.NewClient(options => (options.HedgingDelay, options.RetryQuota) = (call % 2 == 0 ? null : TimeSpan.Zero, new RetryQuota()));
            using CancellationTokenSource caller = new();
            Type outcome = await OutcomeAsync(() => VaultCalls.RunAsync(name, client, cancellationToken: caller.Token), caller);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        Assert.True(session.Proxy.Connections >= calls);
        Assert.All(
            [typeof(string), typeof(TransportException), typeof(ApiTimeoutException), typeof(ResponseFormatException), typeof(VaultException)],
            type => Assert.Contains(type, outcomes.Keys.SelectMany(BasesOf)));
    }

    /// <summary>Makes calls of every kind until there were enough faults.</summary>
    /// <returns>How often each outcome was.</returns>
    private static async Task<Dictionary<Type, int>> CallAsync(VaultClient client, FaultHandler handler, Random random, Action<Type> ended)
    {
        Dictionary<Type, int> outcomes = [];
        for (int call = 0; handler.Injected.Values.Sum() < Faults; call++)
        {
            string name = VaultCalls.Names[random.Next(VaultCalls.Names.Count)];
            using CancellationTokenSource caller = handler.Caller = new();
            Type outcome = await OutcomeAsync(() => VaultCalls.RunAsync(name, client, cancellationToken: caller.Token), caller);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            bool isClosed = handler.IsConcurrent ? SpinWait.SpinUntil(() => handler.Open == 0, TimeSpan.FromSeconds(10)) : handler.Open == 0;
            Assert.True(isClosed, $"Call {call} ({name}) ended with {outcome.Name} and left {handler.Open} responses or streams open.");
            ended(outcome);
        }

        return outcomes;
    }

    /// <summary>What a call ended with.</summary>
    private static async Task<Type> OutcomeAsync(Func<Task<string>> call, CancellationTokenSource caller)
    {
        try
        {
            await call();
            return typeof(string);
        }
        catch (ApiException error)
        {
            Assert.NotEmpty(error.Attempts);
            Assert.False(string.IsNullOrWhiteSpace(error.Message));
            return error.GetType();
        }
        catch (OperationCanceledException canceled)
        {
            Assert.True(caller.IsCancellationRequested, "Nobody canceled.");
            Assert.Equal(caller.Token, canceled.CancellationToken);
            return typeof(OperationCanceledException);
        }
    }

    private static VaultClientOptions Options(Uri address, TimeProvider clock) => new()
    {
        BaseAddress = address,
        VaultKey = "vault-key-1",
        AccessKey = "access-key-1",
        Session = "session-1",
        Token = "token-1",
        MaxResponseBytes = 60_000,
        AttemptTimeout = FaultHandler.Limit,
        Timeout = Timeout.InfiniteTimeSpan,
        MaxRetryAfter = TimeSpan.MaxValue,
        TimeProvider = clock,
        Random = new FixedRandom(),
    };

    private static Toxics Next(Random random)
    {
        lock (random)
        {
            int limit = random.Next(400);
            return random.Next(8) switch
            {
                0 => new() { Latency = TimeSpan.FromSeconds(random.Next(200)) },
                1 => new() { Bandwidth = random.Next(50, 5000) },
                2 => new() { Slicer = random.Next(1, 20) },
                3 => new() { SlowClose = TimeSpan.FromSeconds(random.Next(200)) },
                4 when limit < 100 => new() { Timeout = true },
                5 => new() { LimitData = limit + 1 },
                6 => new() { ResetPeer = true, LimitData = limit },
                _ => Toxics.None,
            };
        }
    }

    private static (int Status, byte[] Body) Choose(Random random, int status, string text)
    {
        lock (random)
        {
            return random.Next(5) switch
            {
                0 => (200, FaultBody.Next(random, text)),
                1 => (random.Next(400, 600), FaultBody.Next(random, text)),
                _ => (status, System.Text.Encoding.ASCII.GetBytes(text)),
            };
        }
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? known = type; known is not null; known = known.BaseType)
        {
            yield return known;
        }
    }
}
