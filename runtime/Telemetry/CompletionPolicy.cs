namespace Dragoman;

/// <summary>Tells the caller's observers how a call went. Of calls that nobody observes it takes no part.</summary>
internal sealed class CompletionPolicy(ApiClientOptions client, PipelinePolicy next) : PipelinePolicy
{
    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken) =>
        client.OnCompleted is not null || context.Call.Options?.OnCompleted is not null
            ? ObservedAsync(context, cancellationToken)
            : next.SendAsync(context, cancellationToken);

    private async ValueTask<ApiResponse> ObservedAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        RequestOptions? call = context.Call.Options;
        long started = client.TimeProvider.GetTimestamp();
        ApiResponse response;
        try
        {
            response = await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Tell(CallEnd.Of(context, exception) with { Elapsed = client.TimeProvider.GetElapsedTime(started) }, call, isFailure: true);
            throw;
        }

        try
        {
            Tell(CallEnd.Of(context, response) with { Elapsed = client.TimeProvider.GetElapsedTime(started) }, call, isFailure: !response.IsSuccess);
            return response;
        }
        catch
        {
            // Nobody gets the response, nor the channel that it accepted.
            response.Socket?.Dispose();
            response.Dispose();
            throw;
        }
    }

    private void Tell(CallSummary summary, RequestOptions? call, bool isFailure)
    {
        try
        {
            try
            {
                client.OnCompleted?.Invoke(summary);
            }
            finally
            {
                call?.OnCompleted?.Invoke(summary);
            }
        }
        catch when (isFailure)
        {
            // The failure of the call is the one to know of.
        }
    }
}
