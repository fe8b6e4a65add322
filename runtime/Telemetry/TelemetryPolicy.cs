namespace Dragoman;

/// <summary>Tells listeners of each call: what it was, how long it took with all its tries, and what it ended with.</summary>
internal sealed class TelemetryPolicy(PipelineSettings settings, PipelinePolicy next) : PipelinePolicy
{
    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken) =>
        Instruments.AreUsed ? TracedAsync(context, cancellationToken) : next.SendAsync(context, cancellationToken);

    private async ValueTask<ApiResponse> TracedAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        ApiOperationInfo operation = context.Call.Operation;
        using CallTrace trace = new(operation, settings.AddressOf(operation), settings.Options.TimeProvider);
        context.Trace = trace;
        try
        {
            ApiResponse response = await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
            trace.End(response, context.StopReason);
            return response;
        }
        catch (Exception exception)
        {
            trace.End(exception, CallEnd.ReasonOf(exception, cancellationToken));
            throw;
        }
    }
}
