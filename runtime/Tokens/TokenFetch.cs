namespace Dragoman;

/// <summary>One fetch of a token, shared by all who wait for it.</summary>
internal sealed class TokenFetch
{
    private readonly CancellationTokenSource _abandoned = new();

    /// <summary>Begins the fetch: on the pool, since it belongs to none of those who wait.</summary>
    public TokenFetch(Func<CancellationToken, Task<IssuedToken>> fetch)
    {
        Result = Task.Run(() => fetch(_abandoned.Token));

        // A fetch that fails when nobody waits any more is nobody's failure, and not one that went unobserved.
        _ = Result.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task<IssuedToken> Result { get; }

    public bool IsOver => Result.IsCompleted;

    /// <summary>How many wait; guarded by who owns the fetch.</summary>
    public int Waiters { get; set; }

    /// <summary>Ends a fetch for which nobody waits.</summary>
    public void Abandon() => _abandoned.Cancel();
}
