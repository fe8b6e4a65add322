namespace Dragoman.Runtime.Tests;

public class SharedPoolTests
{
    [Fact]
    public void One_key_has_one_value()
    {
        SharedPool<string, object> pool = new(static _ => new(), static _ => false);
        Assert.Same(pool.Get("a"), pool.Get("a"));
        Assert.NotSame(pool.Get("a"), pool.Get("b"));
    }

    [Fact]
    public async Task What_is_as_good_as_a_new_one_is_let_go_where_there_are_many()
    {
        SharedPool<int, RetryQuota> pool = new(static _ => new(), static quota => quota.Tokens >= 100);
        RetryQuota[] quotas = [.. Enumerable.Range(0, 256).Select(pool.Get)];
        Assert.True(await quotas[7].TryTakeAsync(14, TestContext.Current.CancellationToken));

        pool.Get(256);

        Assert.Same(quotas[7], pool.Get(7));
        Assert.NotSame(quotas[8], pool.Get(8));
    }
}
