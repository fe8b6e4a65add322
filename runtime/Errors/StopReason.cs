namespace Dragoman;

/// <summary>Why no further try was made.</summary>
public enum StopReason
{
    /// <summary>The last try succeeded.</summary>
    Succeeded,

    /// <summary>The failure is of a kind that is not repeated, or <see cref="ApiClientOptions.DecideRetry"/> said to stop.</summary>
    NotRetryable,

    /// <summary>All tries that the rule of the failure or <see cref="ApiClientOptions.MaxRetries"/> allows were made.</summary>
    AttemptsSpent,

    /// <summary>The next try would have begun after the call's deadline (<see cref="ApiClientOptions.Timeout"/>).</summary>
    DeadlineTooClose,

    /// <summary>The server asked for a longer pause than <see cref="ApiClientOptions.MaxRetryAfter"/>.</summary>
    RetryAfterTooLong,

    /// <summary>Too many calls to the service failed of late: the quota of retries that they share has no tokens left (<see cref="ApiClientOptions.RetryQuota"/>), or the circuit is open (<see cref="ApiClientOptions.CircuitBreaker"/>).</summary>
    QuotaSpent,

    /// <summary>The request may have taken effect, and neither its method is idempotent (RFC 9110, section 9.2.2) nor has it an idempotency key.</summary>
    NotIdempotent,

    /// <summary>The request would have been repeated, but its body comes from a stream that cannot seek and has been read (<see cref="FileUpload.FromStream"/>).</summary>
    BodyNotReplayable,

    /// <summary>The caller canceled.</summary>
    Canceled,
}
