namespace Dragoman;

/// <summary>A try that failed, as whoever decides about another one sees it (<see cref="ApiClientOptions.DecideRetry"/>).</summary>
public sealed class FailedTry
{
    /// <summary>What the exception would say if the call ended here, but for <see cref="ApiError.StopReason"/>, which is not known yet.</summary>
    public required ApiError Error { get; init; }

    /// <summary>The operation that was called.</summary>
    public required ApiOperationInfo Operation { get; init; }

    /// <summary>The number of the try in its call, from 1. Tries after which a token was renewed count.</summary>
    public required int Number { get; init; }

    /// <summary>What the client would do by itself, if the quota has the tokens for it and the circuit is not open.</summary>
    public required RetryPlan Plan { get; init; }

    /// <summary>The HTTP status, or <see langword="null"/> if no complete response arrived.</summary>
    public int? Status => Error.Status;

    /// <summary>The service's error code, or <see langword="null"/> if there is none.</summary>
    public string? Code => Error.Code;

    /// <summary>Why no complete response arrived; <see langword="null"/>, the default, if one did.</summary>
    public TransportException? Failure { get; init; }

    /// <summary>What kind of failure it is, and so what a retry costs.</summary>
    public RetryClass Class { get; init; }

    /// <summary>Whether repeating the request surely does not make it take effect twice: its method is idempotent (RFC 9110, section 9.2.2), it has an idempotency key, or it was not processed.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>The time that the call has left, not below zero; <see langword="null"/>, the default, without a limit.</summary>
    public TimeSpan? Remaining { get; init; }

    internal static FailedTry Of(ApiError error, TransportException? broken, RetryFailure failure, RetryPlan plan, PipelineContext context)
    {
        IReadOnlyList<ApiAttempt> attempts = context.Attempts.ToList();
        return new()
        {
            Error = error with { Attempts = attempts },
            Operation = context.Call.Operation,
            Number = attempts.Count,
            Plan = plan,
            Failure = broken,
            Class = failure.Class,
            IsHarmless = failure.IsHarmless,
            Remaining = context.Deadline.Remaining,
        };
    }
}
