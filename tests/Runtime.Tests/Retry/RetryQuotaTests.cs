namespace Dragoman.Runtime.Tests;

public class RetryQuotaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Begins_with_a_fifth_of_what_it_can_hold()
    {
        RetryQuota quota = new();
        Assert.Equal((500, 100), (quota.Capacity, quota.Tokens));
    }

    [Fact]
    public void A_small_one_begins_full() => Assert.Equal(30, new RetryQuota(30).Tokens);

    [Fact]
    public async Task Takes_all_or_nothing()
    {
        RetryQuota quota = new(tokens: 27);
        Assert.True(await quota.TryTakeAsync(14, Token));
        Assert.False(await quota.TryTakeAsync(14, Token));
        Assert.Equal(13, quota.Tokens);
    }

    [Theory]
    [InlineData(1, 491)]
    [InlineData(10, 500)]
    [InlineData(int.MaxValue, 500)]
    public void Holds_no_more_than_it_can(int tokens, int held)
    {
        RetryQuota quota = new(tokens: 490);
        quota.Return(tokens);
        Assert.Equal(held, quota.Tokens);
    }

    [Fact]
    public async Task A_caller_who_has_canceled_takes_nothing()
    {
        RetryQuota quota = new();
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await quota.TryTakeAsync(14, new CancellationToken(canceled: true)));
        Assert.Equal(100, quota.Tokens);
    }

    // Every caller looks after each thing it does, and of 1000 callers each gives back 34 times at most.
    [Fact]
    public async Task A_thousand_callers_at_once_keep_it_within_its_bounds()
    {
        RetryQuota quota = new(tokens: 250);
        int taken = 0;
        int outside = 0;
        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Token }, async (_, token) =>
        {
            for (int i = 0; i < 100; i++)
            {
                if (await quota.TryTakeAsync(14, token))
                {
                    Interlocked.Increment(ref taken);
                }

                if (quota.Tokens is < 0 or > 500)
                {
                    Interlocked.Increment(ref outside);
                }

                if (i % 3 == 0)
                {
                    quota.Return(14);
                }

                if (quota.Tokens is < 0 or > 500)
                {
                    Interlocked.Increment(ref outside);
                }
            }
        });

        Assert.Equal(0, outside);
        Assert.InRange(quota.Tokens, 0, 500);
        Assert.InRange(taken, 17, 17 + (1000 * 34));
    }

    [Fact]
    public async Task A_thousand_callers_at_once_take_no_token_twice()
    {
        RetryQuota quota = new(tokens: 500);
        int taken = 0;
        await Parallel.ForAsync(0, 1000, Token, async (_, token) =>
        {
            if (await quota.TryTakeAsync(14, token))
            {
                Interlocked.Increment(ref taken);
            }
        });

        // 35 times 14 is 490.
        Assert.Equal((35, 10), (taken, quota.Tokens));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(10, -1)]
    [InlineData(10, 11)]
    public void Refuses_numbers_outside_their_range(int capacity, int? tokens) => Assert.Throws<ArgumentOutOfRangeException>(() => new RetryQuota(capacity, tokens));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Takes_and_gives_back_at_least_one(int tokens)
    {
        RetryQuota quota = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => quota.Return(tokens));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await quota.TryTakeAsync(tokens, Token));
    }
}
