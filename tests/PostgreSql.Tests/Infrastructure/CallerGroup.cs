namespace Dragoman.PostgreSql.Tests;

/// <summary>Several processes that are let go together.</summary>
internal sealed class CallerGroup(IReadOnlyList<CallerProcess> processes) : IAsyncDisposable
{
    public IReadOnlyList<CallerProcess> Processes => processes;

    /// <summary>When permits of the database came, all processes together and in order, in microseconds since 1970.</summary>
    public IReadOnlyList<long> Granted => [.. processes.SelectMany(static process => process.Answers).Where(static answer => answer.Answer == "granted").Select(static answer => answer.Time).Order()];

    public static async Task<CallerGroup> StartAsync(int count, Func<int, string[]> arguments) =>
        new(await Task.WhenAll(Enumerable.Range(0, count).Select(i => CallerProcess.StartAsync(arguments(i)))));

    public Task GoAsync() => Task.WhenAll(processes.Select(static process => process.GoAsync()));

    /// <summary>Waits until each process had its kind of answer from a time on.</summary>
    public Task WaitForAsync(Func<int, string> answer, long from, CancellationToken cancellationToken) =>
        Task.WhenAll(processes.Select((process, i) => process.WaitForAsync(answer(i), from, cancellationToken)));

    public Task EndAsync() => Task.WhenAll(processes.Select(static process => process.EndAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (CallerProcess process in processes)
        {
            await process.DisposeAsync();
        }
    }
}
