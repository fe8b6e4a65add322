namespace Dragoman;

/// <summary>When a client stops to send requests to a service that fails, and for how long.</summary>
/// <remarks>Each service that a client calls has a circuit of its own. Only transient failures count (<see cref="RetryClass.Transient"/>): of every other answer the service is taken to work.</remarks>
public sealed class CircuitBreakerOptions
{
    /// <summary>The part of the requests whose failures open the circuit, above 0 to 1. Default: 0.5.</summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>How many requests there must have been before the circuit can open, at least 1. Default: 20.</summary>
    public int MinimumThroughput { get; set; } = 20;

    /// <summary>How long a request counts after it was answered, above zero to 49 days; to a tenth of it. Default: 30 seconds.</summary>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing is sent before one request is let through to see, above zero to 49 days. Default: 5 seconds.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A copy whose values were checked.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal CircuitBreakerOptions Checked()
    {
        if (FailureRatio is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(FailureRatio), FailureRatio, "The ratio must be above 0 and at most 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumThroughput, 1);
        TimeLimit.Check(SamplingDuration, isInfiniteAllowed: false);
        TimeLimit.Check(BreakDuration, isInfiniteAllowed: false);
        return (CircuitBreakerOptions)MemberwiseClone();
    }
}
