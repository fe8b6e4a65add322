namespace Dragoman;

/// <summary>Ends a try that takes too long: by its own limit or by the call's deadline, whichever comes first.</summary>
/// <remarks>One timer serves both limits, since no wait between two tries reaches the deadline.</remarks>
internal sealed class TimeoutPolicy(TimeProvider clock, PipelinePolicy next) : PipelinePolicy
{
    public override async ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        (TimeoutScope scope, TimeSpan limit) = Limit(context);
        if (limit == Timeout.InfiniteTimeSpan)
        {
            return await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
        }

        using TimeoutSource timeout = new(limit, clock, cancellationToken);
        try
        {
            return await next.SendAsync(context, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            // Of a caller's cancellation and a timeout at once, the cancellation is what the caller knows of.
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (OperationCanceledException canceled) when (timeout.HasEnded)
        {
            throw TransportFailure.TimedOut(context, scope, scope == TimeoutScope.Call ? context.Timeout : limit, canceled);
        }
    }

    private static (TimeoutScope Scope, TimeSpan Limit) Limit(PipelineContext context)
    {
        TimeSpan attempt = context.AttemptTimeout;
        return context.Deadline.Remaining is { } remaining && (attempt == Timeout.InfiniteTimeSpan || remaining <= attempt)
            ? (TimeoutScope.Call, remaining)
            : (TimeoutScope.Attempt, attempt);
    }
}
