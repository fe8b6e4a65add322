using System.Diagnostics;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Measures how long a call takes to return after it was canceled: on a busy machine some goes may be late, but not all of them.</summary>
internal static class CancellationTime
{
    private const int Goes = 10;

    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(50);

    /// <summary>Fails if a canceled call does not return at once, or with something else than its cancellation.</summary>
    /// <param name="call">Makes a call, and tells when it is where it shall be canceled.</param>
    public static async Task AssertShortAsync(Func<Action, CancellationToken, Task> call)
    {
        List<TimeSpan> times = [];
        while (times.Count < Goes && !times.Any(static time => time <= s_limit))
        {
            times.Add(await MeasureAsync(call));
        }

        Assert.Contains(times, static time => time <= s_limit);
    }

    private static async Task<TimeSpan> MeasureAsync(Func<Action, CancellationToken, Task> call)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource cancellation = new();
        Task running = call(() => reached.TrySetResult(), cancellation.Token);
        Assert.Same(reached.Task, await Task.WhenAny(reached.Task, running));
        Assert.False(running.IsCompleted);

        long canceled = Stopwatch.GetTimestamp();
        await cancellation.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        TimeSpan time = Stopwatch.GetElapsedTime(canceled);

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        return time;
    }
}
