namespace Dragoman.Runtime.Tests;

public class BackoffTests
{
    private static readonly RetryRule s_rule = RetryRule.Backoff(10, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8));

    // The growth of the common SDKs: 0.5 s, doubled, never above 8 s, whatever the number of the retry.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(5, 8)]
    [InlineData(62, 8)]
    [InlineData(1103, 8)]
    [InlineData(int.MaxValue, 8)]
    public void Doubles_up_to_the_cap(int retry, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Delay(s_rule, retry, jitter: 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 1)]
    [InlineData(0.999, 1.998)]
    public void Jitter_takes_a_part_of_the_whole(double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Delay(s_rule, 2, jitter));

    [Fact]
    public void The_longest_times_do_not_overflow()
    {
        RetryRule rule = RetryRule.Backoff(1, TimeSpan.MaxValue / 2, TimeSpan.MaxValue / 2);
        Assert.InRange(Backoff.Delay(rule, 1000, 0.5), TimeSpan.Zero, TimeSpan.MaxValue);
    }

    [Fact]
    public void A_base_above_the_cap_is_capped() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Backoff.Delay(RetryRule.Backoff(1, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1)), 0, 1));

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(11, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Rules_refuse_values_outside_their_range(int retries, int baseSeconds, int maxSeconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryRule.Backoff(retries, TimeSpan.FromSeconds(baseSeconds), TimeSpan.FromSeconds(maxSeconds)));
}
