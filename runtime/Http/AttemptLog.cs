namespace Dragoman;

/// <summary>What the tries of a call met. A call that succeeds at once allocates no list for it.</summary>
internal sealed class AttemptLog(TimeProvider clock)
{
    private List<ApiAttempt>? _ended;
    private bool _isRunning;
    private long _started;
    private TimeSpan _waited;
    private TimeSpan _added;

    /// <summary>Whether the running try, or the last one, has got as far as its request: it does not wait for a turn or a token any more.</summary>
    public bool IsSent { get; set; }

    /// <summary>Adds to the wait before the next try, where somebody else than the one who begins it has waited.</summary>
    public void AddWait(TimeSpan waited) => _added += waited;

    public void Begin(TimeSpan waited)
    {
        _isRunning = true;
        IsSent = false;
        _started = clock.GetTimestamp();
        _waited = waited + _added;
        _added = TimeSpan.Zero;
    }

    /// <summary>Ends the running try; without effect if it has ended.</summary>
    public void End(int? status, string? code = null, string? failure = null, bool mayHaveBeenReceived = true)
    {
        if (!_isRunning)
        {
            return;
        }

        _isRunning = false;
        (_ended ??= []).Add(Running(status, code, failure, mayHaveBeenReceived));
    }

    /// <summary>The log of a try beside others: it begins with the one that is running and none that has ended.</summary>
    public AttemptLog Branch() => new(clock) { _isRunning = _isRunning, _started = _started, _waited = _waited };

    /// <summary>Adds the tries of a branch that have ended, and goes on with the one that is running.</summary>
    public void Join(AttemptLog branch)
    {
        (_isRunning, _started, _waited, IsSent) = (branch._isRunning, branch._started, branch._waited, IsSent || branch.IsSent);
        foreach (ApiAttempt attempt in branch._ended ?? [])
        {
            (_ended ??= []).Add(attempt with { Number = _ended.Count + 1 });
        }
    }

    /// <summary>Adds the try that a branch is still making, as one that has ended now.</summary>
    public void GiveUp(AttemptLog branch, string reason)
    {
        (_isRunning, _started, _waited, IsSent) = (true, branch._started, branch._waited, IsSent || branch.IsSent);
        End(status: null, failure: reason, mayHaveBeenReceived: branch.IsSent);
    }

    /// <summary>Forgets the tries that have ended, and not the one that is running.</summary>
    public void Forget() => _ended = null;

    public IReadOnlyList<ApiAttempt> ToList() => _ended is null ? [] : [.. _ended];

    /// <summary>The tries that have ended, and the running one with what it has met so far: that of a stream goes on. Without either it is left out.</summary>
    public IReadOnlyList<ApiAttempt> ToList(int? status, string? failure = null) =>
        _isRunning && (status is not null || failure is not null) ? [.. _ended ?? [], Running(status, null, failure, mayHaveBeenReceived: status is not null || IsSent)] : ToList();

    private ApiAttempt Running(int? status, string? code, string? failure, bool mayHaveBeenReceived) => new()
    {
        Number = (_ended?.Count ?? 0) + 1,
        Status = status,
        Code = code,
        Failure = failure,
        MayHaveBeenReceived = mayHaveBeenReceived,
        Elapsed = clock.GetElapsedTime(_started),
        WaitedBefore = _waited,
    };
}
