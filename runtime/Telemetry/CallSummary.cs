using System.Globalization;

namespace Dragoman;

/// <summary>How a call went with all its tries and waits, a success as well as a failure.</summary>
public sealed record CallSummary
{
    /// <summary>The operation that was called.</summary>
    public required ApiOperationInfo Operation { get; init; }

    /// <summary>The HTTP status of the response that the call ended with, or <see langword="null"/> if it ended without one.</summary>
    public int? Status { get; init; }

    /// <summary>The headers of that response, those of a failure without the secrets of its request; empty without one.</summary>
    public ResponseHeaders Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>What each try met, in order, the one that succeeded included; of a stream that connects again, also the tries since its last event.</summary>
    public required IReadOnlyList<ApiAttempt> Attempts { get; init; }

    /// <summary>
    /// Why no further try was made; <see cref="StopReason.Canceled"/> if the caller canceled. It is <see langword="null"/> if the call ended
    /// with an exception that is neither the service's nor that of the way to it, but of the caller's own code: of an argument, a body,
    /// a source of tokens, a handler, <see cref="OperationOptions.DecideRetry"/>.
    /// </summary>
    public StopReason? StopReason { get; init; }

    /// <summary>How long the call took with all its tries and waits; of a stream until the head of its response had arrived.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>One line for logs: operation, end, number of tries and time.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Operation.Id}: {StopReason?.ToString() ?? "ended by an exception"} after {Attempts.Count} {(Attempts.Count == 1 ? "try" : "tries")} ({Elapsed.TotalSeconds:0.###} s)");
}
