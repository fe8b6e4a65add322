using System.Threading.RateLimiting;

namespace Dragoman;

/// <summary>So many permits in any time of one length, by a clock that can be given. Those who wait get their turns in the order in which they came.</summary>
/// <remarks>It keeps the times of the last permits, so that neither a window that slides nor one that starts anew at the service counts more.</remarks>
internal sealed class WindowRateLimiter(int permits, TimeSpan window, TimeProvider clock) : RateLimiter, IDeadlineRateLimiter
{
    private readonly object _gate = new();
    private readonly long _window = (long)(window.TotalSeconds * clock.TimestampFrequency);

    /// <summary>When each of the last permits was or will be used; the oldest is the next one to be replaced.</summary>
    private readonly Queue<long> _turns = new();

    private int _waiting;

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                return _turns.All(turn => turn + _window <= clock.GetTimestamp()) ? TimeSpan.Zero : null;
            }
        }
    }

    /// <summary>How many wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            return new() { CurrentAvailablePermits = permits - _turns.Count(turn => turn + _window > now), CurrentQueuedCount = _waiting };
        }
    }

    public async ValueTask<RateLimitLease> AcquireAsync(int permitCount, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan wait;
        lock (_gate)
        {
            long turn = NextTurn();
            wait = TimeTo(turn);
            if (patience != Timeout.InfiniteTimeSpan && wait > patience)
            {
                return new Lease(wait);
            }

            Take(turn);
            _waiting++;
        }

        try
        {
            if (wait > TimeSpan.Zero)
            {
                // Timers have whole milliseconds. The turn of one who leaves stays unused: those behind have theirs already.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken).ConfigureAwait(false);
            }

            return new Lease(TimeSpan.Zero);
        }
        finally
        {
            lock (_gate)
            {
                _waiting--;
            }
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, 1);
        lock (_gate)
        {
            long turn = NextTurn();
            TimeSpan wait = TimeTo(turn);
            if (wait == TimeSpan.Zero && permitCount == 1)
            {
                Take(turn);
            }

            return new Lease(wait);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        AcquireAsync(permitCount, Timeout.InfiniteTimeSpan, cancellationToken);

    private long NextTurn()
    {
        long now = clock.GetTimestamp();
        return _turns.Count < permits ? now : Math.Max(now, _turns.Peek() + _window);
    }

    private void Take(long turn)
    {
        if (_turns.Count == permits)
        {
            _turns.Dequeue();
        }

        _turns.Enqueue(turn);
    }

    private TimeSpan TimeTo(long turn) => clock.GetElapsedTime(clock.GetTimestamp(), turn) is { } time && time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private sealed class Lease(TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => wait == TimeSpan.Zero;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            bool isAsked = !IsAcquired && metadataName == MetadataName.RetryAfter.Name;
            metadata = isAsked ? wait : null;
            return isAsked;
        }
    }
}
