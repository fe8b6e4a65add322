namespace Dragoman.PostgreSql.Tests;

/// <summary>Four processes that share a limit, over real time.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class SharedLimitTests(PostgreSqlServer server)
{
    private const int Permits = 30;
    private const int Processes = 4;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Four_processes_keep_a_limit_and_use_it() => KeepAsync("30 in 2 s", TimeSpan.FromSeconds(2), windows: 4);

    /// <summary>It takes two minutes, so it runs where it is asked for: <c>dotnet run --project tests/PostgreSql.Tests -- -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public Task Four_processes_keep_a_limit_of_30_a_minute() => KeepAsync("30 a minute", TimeSpan.FromMinutes(1), windows: 2);

    [Fact]
    public async Task Each_goes_on_by_its_policy_when_the_server_is_killed_and_returns()
    {
        TimeSpan window = TimeSpan.FromSeconds(1);
        using CancellationTokenSource limit = new(s_limit);
        await GrantRecord.StartAsync(server.Database);
        await using CallerGroup callers = await CallerGroup.StartAsync(Processes, i => [server.Address, "killed", $"{Permits}", $"{window.TotalMilliseconds}", i % 2 == 0 ? "Open" : "Closed", "1"]);
        await callers.GoAsync();
        await callers.WaitForAsync(static _ => "granted", 0, limit.Token);

        await server.KillAsync();
        await callers.WaitForAsync(static i => i % 2 == 0 ? "unchecked" : "refused", 0, limit.Token);
        await server.StartAsync();
        await callers.WaitForAsync(static _ => "granted", Microseconds.Now, limit.Token);
        await callers.EndAsync();

        Assert.All(callers.Processes.Where(static (_, i) => i % 2 == 0), static open => Assert.DoesNotContain(open.Answers, static answer => answer.Answer == "refused"));
        Assert.All(callers.Processes.Where(static (_, i) => i % 2 == 1), static closed => Assert.DoesNotContain(closed.Answers, static answer => answer.Answer == "unchecked"));
        IReadOnlyList<long> turns = await GrantRecord.OfAsync(server.Database, "killed");
        AssertKept(turns, window);
        AssertNobodyEarly(turns, callers.Granted);
    }

    private async Task KeepAsync(string name, TimeSpan window, int windows)
    {
        using CancellationTokenSource limit = new(s_limit + (window * (windows + 1)));
        await GrantRecord.StartAsync(server.Database);

        // More ask at once than one window has room for, so that each window could be full.
        await using CallerGroup callers = await CallerGroup.StartAsync(Processes, _ => [server.Address, name, $"{Permits}", $"{window.TotalMilliseconds}", "Closed", "15"]);
        await callers.GoAsync();
        await callers.WaitForAsync(static _ => "granted", 0, limit.Token);
        long start = (await GrantRecord.OfAsync(server.Database, name))[0];
        long end = start + (long)(window * windows).TotalMicroseconds;
        await callers.WaitForAsync(static _ => "granted", end, limit.Token);
        await callers.EndAsync();

        IReadOnlyList<long> turns = await GrantRecord.OfAsync(server.Database, name);
        AssertKept(turns, window);
        AssertNobodyEarly(turns, callers.Granted);
        Assert.InRange(callers.Granted.Count(time => time < end), Permits * windows * 95 / 100, Permits * windows);

        // 60 ask at once, and so everybody has two windows of turns ahead at most.
        Assert.All(callers.Processes, process => AssertNoGap([start, .. process.Answers.Select(static answer => answer.Time)], window * 3));
    }

    /// <summary>Of any turns, the one that comes as many after it as there are permits is a window later: so no window has more.</summary>
    private static void AssertKept(IReadOnlyList<long> turns, TimeSpan window) =>
        Assert.All(turns.Skip(Permits).Zip(turns), pair => Assert.InRange(pair.First - pair.Second, (long)window.TotalMicroseconds, long.MaxValue));

    private static void AssertNoGap(IReadOnlyList<long> times, TimeSpan longest) =>
        Assert.All(times.Skip(1).Zip(times), pair => Assert.InRange(pair.First - pair.Second, long.MinValue, (long)longest.TotalMicroseconds));

    /// <summary>Whoever goes has a turn that has come: by any time, no more have gone than turns have come.</summary>
    private static void AssertNobodyEarly(IReadOnlyList<long> turns, IReadOnlyList<long> granted) =>
        Assert.All(granted.Zip(turns), static pair => Assert.InRange(pair.First, pair.Second, long.MaxValue));
}
