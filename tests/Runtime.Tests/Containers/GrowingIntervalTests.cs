namespace Dragoman.Runtime.Tests;

public class GrowingIntervalTests
{
    [Fact]
    public void Times_grow_to_their_bound_and_start_anew()
    {
        GrowingInterval interval = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60), 2, new FixedRandom(0.5));

        Assert.Equal([5, 10, 20, 40, 60, 60], Enumerable.Range(0, 6).Select(_ => interval.Next().TotalSeconds));
        interval.Reset();
        Assert.Equal(5, interval.Next().TotalSeconds);
    }
}
