namespace Dragoman;

/// <summary>The way to one service: closed while it works; open, with nothing let through, after too many failures; then half open, with one request at a time let through, until one succeeds.</summary>
/// <remarks>Safe for any number of calls at once.</remarks>
internal sealed class Circuit(CircuitBreakerOptions options, TimeProvider clock)
{
    private readonly object _gate = new();
    private readonly RequestWindow _window = new(options.SamplingDuration, clock);
    private long? _opened;
    private bool _isTrying;
    private (int Failures, int Requests) _cause;

    /// <summary>The number of the present state. What began in an earlier one says nothing of this.</summary>
    private long _era;

    /// <summary>How long nothing is let through; zero if something may be.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (_gate)
            {
                return Left();
            }
        }
    }

    /// <summary>Asks whether a request may be sent. One that may must be ended by <see cref="Exit"/>.</summary>
    /// <param name="era">What <see cref="Exit"/> is told.</param>
    /// <returns>Why it may not; <see langword="null"/> if it may.</returns>
    public CircuitRefusal? Enter(out long era)
    {
        lock (_gate)
        {
            era = _era;
            if (_opened is null)
            {
                return null;
            }

            TimeSpan left = Left();
            if (left > TimeSpan.Zero || _isTrying)
            {
                return new(_isTrying ? null : left, _cause.Failures, _cause.Requests);
            }

            _isTrying = true;
            era = ++_era;
            return null;
        }
    }

    /// <summary>Says what became of a request.</summary>
    /// <param name="era">What <see cref="Enter"/> gave.</param>
    /// <param name="isFailure">Whether it failed in a way that counts; <see langword="null"/> if nothing was learned of the service.</param>
    public void Exit(long era, bool? isFailure)
    {
        lock (_gate)
        {
            if (era != _era)
            {
                return;
            }

            if (_isTrying)
            {
                _isTrying = false;
                Judge(isFailure);
            }
            else if (isFailure is { } failed)
            {
                Count(failed);
            }
        }
    }

    private TimeSpan Left()
    {
        TimeSpan left = _opened is { } opened ? options.BreakDuration - clock.GetElapsedTime(opened) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Count(bool isFailure)
    {
        _window.Add(isFailure);
        (int failures, int requests) cause = _window.Count();
        if (isFailure && cause.requests >= options.MinimumThroughput && (double)cause.failures / cause.requests >= options.FailureRatio)
        {
            _cause = cause;
            Open();
        }
    }

    /// <summary>Draws the conclusion from the one request that was let through. Where it learned nothing, the next one may try.</summary>
    private void Judge(bool? isFailure)
    {
        if (isFailure == true)
        {
            Open();
        }
        else if (isFailure == false)
        {
            _opened = null;
            _era++;
            _window.Clear();
        }
    }

    private void Open()
    {
        _opened = clock.GetTimestamp();
        _era++;
    }
}
