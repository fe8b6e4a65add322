using System.Collections.Concurrent;

namespace Dragoman.Runtime.Tests;

/// <summary>Hears of the exceptions of tasks that nobody looks at. Other tests run at the same time, so each looks for its own exception.</summary>
internal sealed class UnobservedFailures : IDisposable
{
    private readonly ConcurrentBag<string> _messages = [];

    public UnobservedFailures() => TaskScheduler.UnobservedTaskException += Add;

    /// <summary>Whether an exception with this message went unobserved.</summary>
    public async Task<bool> HaveAsync(string message)
    {
        // The task may be just about to end, so more than one look is taken.
        for (int i = 0; i < 10 && !_messages.Contains(message); i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return _messages.Contains(message);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    private void Add(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        foreach (Exception exception in e.Exception.Flatten().InnerExceptions)
        {
            _messages.Add(exception.Message);
        }
    }
}
