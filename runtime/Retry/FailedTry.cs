namespace Dragoman;

/// <summary>A try that failed, as whoever decides about another one sees it (<see cref="ApiClientOptions.DecideRetry"/>).</summary>
public sealed class FailedTry
{
    internal FailedTry(ApiError error, RetryFailure failure, RetryPlan plan, PipelineContext context)
    {
        Error = error with { Attempts = context.Attempts.ToList(), Operation = context.Call.Operation };
        Class = failure.Class;
        IsHarmless = failure.IsHarmless;
        Remaining = context.Deadline.Remaining;
        Plan = plan;
    }

    /// <summary>What the exception would say if the call ended here, but for <see cref="ApiError.StopReason"/>, which is not known yet.</summary>
    public ApiError Error { get; }

    /// <summary>The operation that was called.</summary>
    public ApiOperationInfo Operation => Error.Operation!;

    /// <summary>The HTTP status, or <see langword="null"/> if no complete response arrived.</summary>
    public int? Status => Error.Status;

    /// <summary>The service's error code, or <see langword="null"/> if there is none.</summary>
    public string? Code => Error.Code;

    /// <summary>Why no complete response arrived, or <see langword="null"/> if one did.</summary>
    public TransportException? Failure { get; internal init; }

    /// <summary>The number of the try in its call, from 1. Tries for which a token was renewed count.</summary>
    public int Number => Error.Attempts.Count;

    /// <summary>What kind of failure it is, and so what a retry costs.</summary>
    public RetryClass Class { get; }

    /// <summary>Whether repeating the request surely does not make it take effect twice: its method is idempotent (RFC 9110, section 9.2.2), it has an idempotency key, or it was not processed.</summary>
    public bool IsHarmless { get; }

    /// <summary>The time that the call has left, not below zero; <see langword="null"/> without a limit.</summary>
    public TimeSpan? Remaining { get; }

    /// <summary>What the client would do by itself, if the quota has the tokens for it.</summary>
    public RetryPlan Plan { get; }
}
