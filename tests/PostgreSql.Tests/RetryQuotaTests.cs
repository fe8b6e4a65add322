using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>Quotas that are shared through a database: 500 tokens, of which there are 100 at first; a retry costs 14 or 5.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class RetryQuotaTests(PostgreSqlServer server)
{
    [Fact]
    public async Task A_quota_begins_with_seven_retries_for_all_who_share_it()
    {
        await using PostgreSqlRetryQuota one = Quota("begins");
        await using PostgreSqlRetryQuota other = Quota("begins");
        List<bool> taken = [];
        for (int i = 0; i < 4; i++)
        {
            taken.Add(await one.TryTakeAsync(14, default));
            taken.Add(await other.TryTakeAsync(14, default));
        }

        // 100 = 7 * 14 + 2.
        Assert.Equal([true, true, true, true, true, true, true, false], taken);
        Assert.False(await one.TryTakeAsync(5, default));
        Assert.True(await one.TryTakeAsync(2, default));
        Assert.Equal(0, await TokensAsync("begins"));
    }

    [Fact]
    public async Task What_is_given_back_can_be_taken_at_once()
    {
        await using PostgreSqlRetryQuota quota = Quota("returns");
        Assert.True(await quota.TryTakeAsync(100, default));

        quota.Return(14);

        Assert.True(await quota.TryTakeAsync(14, default));
        Assert.False(await quota.TryTakeAsync(1, default));
    }

    [Fact]
    public async Task It_holds_no_more_than_its_capacity()
    {
        PostgreSqlRetryQuota quota = Quota("capacity");
        for (int i = 0; i < 3; i++)
        {
            quota.Return(int.MaxValue);
        }

        await quota.DisposeAsync();

        Assert.Equal(500, await TokensAsync("capacity"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => quota.TryTakeAsync(1, default).AsTask());
    }

    [Fact]
    public async Task What_is_given_back_is_brought_back_after_a_while()
    {
        await using PostgreSqlRetryQuota quota = Quota("while", new FakeTimeProvider());
        Assert.True(await quota.TryTakeAsync(100, default));

        quota.Return(3);

        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (await TokensAsync("while") < 3)
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task A_thousand_calls_at_once_take_what_there_is_and_give_it_back()
    {
        PostgreSqlRetryQuota[] quotas = [Quota("thousand"), Quota("thousand"), Quota("thousand"), Quota("thousand")];

        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => quotas[i % 4].TryTakeAsync(14, default).AsTask()));
        Assert.Equal(7, taken.Count(static isTaken => isTaken));
        Assert.Equal(2, await TokensAsync("thousand"));

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => quotas[i % 4].Return(1))));
        await Task.WhenAll(quotas.Select(static quota => quota.DisposeAsync().AsTask()));
        Assert.Equal(302, await TokensAsync("thousand"));
    }

    [Theory]
    [InlineData(UnavailableMode.Open, true)]
    [InlineData(UnavailableMode.Closed, false)]
    public async Task Without_the_database_the_choice_decides(UnavailableMode mode, bool isTaken)
    {
        await using NpgsqlDataSource database = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={PostgreSqlServer.FreePort()};Username=tester;Database=postgres");
        await using PostgreSqlRetryQuota quota = new(database, new() { Name = "away", WhenUnavailable = mode });

        Assert.Equal(isTaken, await quota.TryTakeAsync(14, default));
        quota.Return(14);
    }

    [Fact]
    public async Task Who_is_canceled_takes_nothing()
    {
        PostgreSqlRetryQuota quota = Quota("canceled");
        Assert.True(await quota.TryTakeAsync(1, default));
        await using NpgsqlConnection connection = await server.Database.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand hold = new("SELECT tokens FROM dragoman.retry_quota WHERE name = 'canceled' FOR UPDATE", connection, transaction);
        await hold.ExecuteNonQueryAsync();
        using CancellationTokenSource leaving = new();
        Task<bool> taking = quota.TryTakeAsync(14, leaving.Token).AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
        await transaction.RollbackAsync();
        Assert.True(await quota.TryTakeAsync(1, default));
        await quota.DisposeAsync();

        Assert.Equal(98, await TokensAsync("canceled"));
    }

    /// <summary>One whose clock stands still: no trip takes too long, and nothing is brought back before somebody takes or disposes.</summary>
    private PostgreSqlRetryQuota Quota(string name, FakeTimeProvider? clock = null) =>
        new(server.Database, new() { Name = name, WhenUnavailable = UnavailableMode.Closed, TimeProvider = clock ?? new() { Waiting = static _ => { } } });

    private async Task<int> TokensAsync(string name)
    {
        await using NpgsqlCommand command = server.Database.CreateCommand("SELECT tokens FROM dragoman.retry_quota WHERE name = $1");
        command.Parameters.Add(new() { Value = name });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
