namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>The system's clock, which tells when somebody begins to wait.</summary>
internal sealed class SignalingClock(Action waiting) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);

        // The timer of a time limit has another state than a task.
        if (state is Task)
        {
            waiting();
        }

        return timer;
    }
}
