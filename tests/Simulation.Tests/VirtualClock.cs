namespace Dragoman.Simulation.Tests;

/// <summary>A clock whose time passes at once: it goes from one event to the next, on one thread, so that a run is the same every time.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _due = new();
    private long _now;
    private long _order;

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed => new(_now);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => s_start + Elapsed;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Does something at a time.</summary>
    public void At(TimeSpan time, Action action) => Enqueue(new VirtualTimer(this, action), time.Ticks);

    /// <summary>Lets time pass until nothing is left to happen.</summary>
    public void Run()
    {
        while (_due.TryDequeue(out VirtualTimer? timer, out (long Due, long Order) at))
        {
            // A timer that was changed or disposed stays in the queue with its old number.
            if (timer.Order == at.Order)
            {
                _now = at.Due;
                timer.Fire();
            }
        }
    }

    private void Enqueue(VirtualTimer timer, long due)
    {
        timer.Order = ++_order;
        _due.Enqueue(timer, (due, timer.Order));
    }

    private sealed class VirtualTimer(VirtualClock clock, Action fire) : ITimer
    {
        public long Order { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Order = 0;
            if (dueTime >= TimeSpan.Zero)
            {
                clock.Enqueue(this, clock._now + dueTime.Ticks);
            }

            return true;
        }

        public void Fire()
        {
            Order = 0;
            fire();
        }

        public void Dispose() => Order = 0;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
