namespace Dragoman;

/// <summary>Reads from an exception how a call ended.</summary>
internal static class CallEnd
{
    /// <summary>Why no further try was made; <see langword="null"/> for what the caller's own code threw, of which none is true.</summary>
    /// <param name="exception">What the call throws.</param>
    /// <param name="callerToken">The token of the call.</param>
    public static StopReason? ReasonOf(Exception exception, CancellationToken callerToken) => exception switch
    {
        ApiException failure => failure.StopReason,
        OperationCanceledException when callerToken.IsCancellationRequested => StopReason.Canceled,
        _ => null,
    };

    /// <summary>A summary of a call that ended without a response, or with one that could not be taken.</summary>
    public static CallSummary Of(PipelineContext context, Exception exception)
    {
        CallSummary summary = new()
        {
            Operation = context.Call.Operation,
            Attempts = context.Attempts.ToList(status: null, FailureOf(exception, context.CallerToken)),
            StopReason = ReasonOf(exception, context.CallerToken),
        };

        // What fails while a token is fetched has the status of another call.
        return exception is ApiException failure && failure.Operation == summary.Operation ? summary with { Status = failure.Status, Headers = failure.Headers } : summary;
    }

    /// <summary>A summary of a call that ended with a response.</summary>
    public static CallSummary Of(PipelineContext context, ApiResponse response) => new()
    {
        Operation = context.Call.Operation,
        Status = response.Status,
        Headers = new(response.Headers, response.ContentHeaders, response.IsSuccess ? null : response.Report.Mask),
        Attempts = context.Attempts.ToList(response.Status),
        StopReason = context.StopReason,
    };

    /// <summary>What the try met that was under way; <see langword="null"/> where it sent nothing, but waited for a token.</summary>
    private static string? FailureOf(Exception exception, CancellationToken callerToken) => ReasonOf(exception, callerToken) switch
    {
        StopReason.Canceled => "The caller canceled.",
        null => $"It was ended by {exception.GetType()}.",
        _ => null,
    };
}
