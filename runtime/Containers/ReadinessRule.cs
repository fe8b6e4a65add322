namespace Dragoman;

/// <summary>How a service is asked whether it can take work, and how its answer is read.</summary>
/// <param name="operation">The operation that says so: one without parameters whose request has no effect.</param>
public sealed class ReadinessRule(ApiOperationInfo operation)
{
    /// <summary>The operation that says so.</summary>
    public ApiOperationInfo Operation { get; } = operation ?? throw new ArgumentNullException(nameof(operation));

    /// <summary>The statuses that mean "not now". Default: 503 alone. A success means ready, and any other status is an error.</summary>
    public IReadOnlyList<int> NotReady { get; init; } = [503];

    /// <summary>The time between the first answer and the next question. Default: 1 second.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between an answer and the next question. Default: 5 seconds.</summary>
    public TimeSpan Cap { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for readiness at most, where the caller does not say. Default: 3 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The most time one question may take. Default: 5 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A JSON pointer (RFC 6901) to the load in the body of the answer, also of one that says "not now"; <see langword="null"/> if it is not there.</summary>
    public string? Load { get; init; }

    /// <summary>A JSON pointer to the most load that the service takes; <see langword="null"/> if it is not there.</summary>
    public string? Capacity { get; init; }
}
