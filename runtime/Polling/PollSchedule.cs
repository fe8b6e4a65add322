namespace Dragoman;

/// <summary>How often and how long a job is looked at.</summary>
public sealed class PollSchedule
{
    /// <summary>Creates a schedule.</summary>
    /// <param name="operation">The operation that shows the job's state.</param>
    /// <param name="interval">The wait between two looks; above zero.</param>
    /// <param name="timeout">How long to look at most; above zero, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PollSchedule(ApiOperationInfo operation, TimeSpan interval, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(operation);
        TimeLimit.Check(interval, isInfiniteAllowed: false);
        TimeLimit.Check(timeout);

        Operation = operation;
        Interval = interval;
        Timeout = timeout;
    }

    /// <summary>The operation that shows the job's state.</summary>
    public ApiOperationInfo Operation { get; }

    /// <summary>The wait between two looks.</summary>
    public TimeSpan Interval { get; }

    /// <summary>How long to look at most.</summary>
    public TimeSpan Timeout { get; }
}
