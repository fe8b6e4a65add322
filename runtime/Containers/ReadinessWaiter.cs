namespace Dragoman;

/// <summary>One of those who wait for a service to be ready.</summary>
internal sealed class ReadinessWaiter(IProgress<Readiness>? progress)
{
    private readonly TaskCompletionSource<Readiness> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Readiness> Task => _source.Task;

    /// <summary>Whether the waiter has gone; guarded by who owns the waiters.</summary>
    public bool HasLeft { get; set; }

    /// <summary>What the waiter was told last; <see langword="null"/> before the first answer.</summary>
    public Readiness? Last { get; private set; }

    public void Tell(Readiness readiness)
    {
        Last = readiness;
        try
        {
            progress?.Report(readiness);
        }
        catch (Exception exception)
        {
            // The fault of one waiter's own code must not reach the others.
            Fail(exception);
        }

        if (readiness.IsReady)
        {
            _source.TrySetResult(readiness);
        }
    }

    public void Fail(Exception exception) => _source.TrySetException(exception);

    public void Leave() => _source.TrySetCanceled();
}
