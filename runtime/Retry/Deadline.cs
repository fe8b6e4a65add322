namespace Dragoman;

/// <summary>The end of the time a call may take.</summary>
internal readonly struct Deadline
{
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly TimeSpan _timeout;

    public Deadline(TimeProvider clock, TimeSpan timeout)
    {
        _clock = clock;
        _timeout = timeout;
        _started = clock.GetTimestamp();
    }

    /// <summary>The time left, never negative; <see langword="null"/> if it is unlimited.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            if (_timeout == Timeout.InfiniteTimeSpan)
            {
                return null;
            }

            TimeSpan remaining = _timeout - _clock.GetElapsedTime(_started);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }
}
