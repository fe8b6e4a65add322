using Pets;

namespace Dragoman.PostgreSql.Tests;

/// <summary>Generated clients that keep a limit and a quota together, each with its own limiter as processes have it.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class PetClientTests(PostgreSqlServer server)
{
    private const int Permits = 10;

    /// <summary>The only test here in real time: three windows of a second. At the service half a second is looked at, since requests may travel for different times.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Two_clients_never_make_more_calls_together_than_the_limit()
    {
        const int calls = 30;
        TimeSpan window = TimeSpan.FromSeconds(1);
        await GrantRecord.StartAsync(server.Database);
        await using PetServer pets = await PetServer.StartAsync();
        await using PostgreSqlRateLimiter one = Limiter("pets", Permits, window, TimeProvider.System);
        await using PostgreSqlRateLimiter other = Limiter("pets", Permits, window, TimeProvider.System);
        using PetsClient first = Client(pets, one, TimeProvider.System);
        using PetsClient second = Client(pets, other, TimeProvider.System);

        int[] ages = await Task.WhenAll(Enumerable.Range(0, calls).Select(i => (i % 2 == 0 ? first : second).GetPetAsync(i)));

        Assert.Equal(Enumerable.Repeat(7, calls), ages);
        IReadOnlyList<long> turns = await GrantRecord.OfAsync(server.Database, "pets");
        long[] arrivals = [.. pets.Arrivals.Order()];
        Assert.Equal((calls, calls), (turns.Count, arrivals.Length));
        AssertApart(turns, window);
        AssertApart(arrivals, window / 2);

        // By any time, no more have come than turns have.
        Assert.All(arrivals.Zip(turns), static pair => Assert.InRange(pair.First, pair.Second, long.MaxValue));
    }

    [Theory]
    [InlineData(RateLimitMode.Wait, StopReason.DeadlineTooClose)]
    [InlineData(RateLimitMode.Refuse, StopReason.NotRetryable)]
    public async Task A_call_whose_turn_comes_too_late_is_refused_at_once_and_takes_none(RateLimitMode mode, StopReason stop)
    {
        FakeTimeProvider clock = new();
        string name = $"too late, {mode}";
        await using PetServer pets = await PetServer.StartAsync();
        await using PostgreSqlRateLimiter limiter = Limiter(name, 1, TestLimiter.Hour, clock);
        using PetsClient client = Client(pets, limiter, clock, options => options.RateLimits!.Mode = mode);
        await client.GetPetAsync(1);

        ClientRateLimitException refused = await Assert.ThrowsAsync<ClientRateLimitException>(() => client.GetPetAsync(1, new() { Timeout = TimeSpan.FromMinutes(30) }));
        Assert.Empty(clock.Waits);
        await limiter.TakeAsync(1);

        Assert.Equal(("general", stop), (refused.Limit, refused.StopReason));
        Assert.Equal(1, TestLimiter.Hours(refused.RetryAfter!.Value));
        Assert.Equal([1], clock.Waits.Select(TestLimiter.Hours));
        Assert.Single(pets.Arrivals);
    }

    // Of 28 tokens the first call takes two retries at 14, and the second client's call has none left.
    [Fact]
    public async Task Two_clients_share_a_quota()
    {
        FakeTimeProvider clock = new();
        await using PetServer pets = await PetServer.StartAsync();
        pets.IsBusy = true;
        await using PostgreSqlRetryQuota one = Quota();
        await using PostgreSqlRetryQuota other = Quota();
        using PetsClient first = Client(pets, null, clock, options => options.RetryQuota = one);
        using PetsClient second = Client(pets, null, clock, options => options.RetryQuota = other);

        StoreBusyException spent = await Assert.ThrowsAsync<StoreBusyException>(() => first.GetPetAsync(1));
        StoreBusyException refused = await Assert.ThrowsAsync<StoreBusyException>(() => second.GetPetAsync(1));

        Assert.Equal((StopReason.AttemptsSpent, StopReason.QuotaSpent), (spent.StopReason, refused.StopReason));
        Assert.Equal(3 + 1, pets.Arrivals.Count);

        PostgreSqlRetryQuota Quota() => new(server.Database, new() { Name = "pets", Tokens = 28, WhenUnavailable = UnavailableMode.Closed, TimeProvider = clock });
    }

    private static PetsClient Client(PetServer pets, PostgreSqlRateLimiter? limiter, TimeProvider clock, Action<PetsClientOptions>? configure = null)
    {
        PetsClientOptions options = new()
        {
            BaseAddress = pets.Address,
            Key = "key-1",
            TimeProvider = clock,
            Random = new FixedRandom(),
            RateLimits = limiter is null ? null : new() { LimiterOf = name => name == "general" ? limiter : null },
        };
        configure?.Invoke(options);
        return new(options);
    }

    private PostgreSqlRateLimiter Limiter(string name, int permits, TimeSpan window, TimeProvider clock) =>
        new(server.Database, new() { Name = name, Permits = permits, Window = window, WhenUnavailable = UnavailableMode.Closed, TripTimeout = TimeSpan.FromSeconds(20), TimeProvider = clock });

    /// <summary>Of any times, the one that comes as many after it as there are permits is a window later.</summary>
    private static void AssertApart(IReadOnlyList<long> times, TimeSpan window) =>
        Assert.All(times.Skip(Permits).Zip(times), pair => Assert.InRange(pair.First - pair.Second, (long)window.TotalMicroseconds, long.MaxValue));
}
