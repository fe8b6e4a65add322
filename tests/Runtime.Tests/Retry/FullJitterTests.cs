namespace Dragoman.Runtime.Tests;

/// <summary>Whether waits are spread evenly, with the Kolmogorov-Smirnov test: of clients that failed together none should come back with the others.</summary>
public class FullJitterTests
{
    private const int Count = 10_000;

    /// <summary>The distance that an even spread exceeds with a probability of 0.01: 1.628 / sqrt(n), for more than 35 values.</summary>
    private static readonly double s_critical = 1.628 / Math.Sqrt(Count);

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(3, 0.4)]
    [InlineData(20, 20)]
    public void Waits_are_spread_evenly_between_nothing_and_the_bound(int retry, double bound)
    {
        Random random = new(20260504);
        double[] parts = [.. Enumerable.Range(0, Count).Select(_ => Backoff.Delay(DefaultRules.Transient, retry, Backoff.Jitter(random)).TotalSeconds / bound).Order()];

        Assert.InRange(Distance(parts), 0, s_critical);
    }

    /// <summary>The test is able to fail: waits in the upper half only are what is called equal jitter.</summary>
    [Fact]
    public void Waits_of_another_kind_would_be_found()
    {
        Random random = new(20260504);
        double[] parts = [.. Enumerable.Range(0, Count).Select(_ => 0.5 + (random.NextDouble() / 2)).Order()];

        Assert.True(Distance(parts) > s_critical);
    }

    // The base is 1 s here, so that a slot of 10 ms has ten clients on average; with 50 ms there are but five slots.
    [Fact]
    public async Task A_thousand_clients_that_fail_together_come_back_apart()
    {
        Random random = new(7);
        List<TimeSpan> waits = [];
        for (int client = 0; client < 1000; client++)
        {
            FakeTimeProvider own = new();
            StubHandler handler = StubHandler.Of((429, ""), (200, """{"id":"A1"}"""));
            using TestClient one = new(handler, options => options.Random = random, TestApi.EmptyCatalog, own);
            await one.GetAsync();

            // Timers have whole milliseconds, and less than one is no wait.
            waits.Add(own.Waits.SingleOrDefault());
        }

        int fullest = waits.GroupBy(static wait => (int)(wait.TotalMilliseconds / 10)).Max(static slot => slot.Count());
        Assert.InRange(fullest, 1, 30);
    }

    /// <summary>The largest distance between the share of values up to a value, and that value, which is the share that an even spread has.</summary>
    private static double Distance(double[] sorted) =>
        sorted.Select((value, i) => Math.Max(value - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - value)).Max();
}
