namespace Dragoman;

/// <summary>Tells the caller's observers of the response of a call, and how the call went. Of calls that nobody observes it takes no part.</summary>
internal sealed class CompletionPolicy(ApiClientOptions client, PipelinePolicy next) : PipelinePolicy
{
    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken) =>
        client.OnCompleted is not null || context.Call.Options is { OnResponse: not null } or { OnCompleted: not null }
            ? ObservedAsync(context, cancellationToken)
            : next.SendAsync(context, cancellationToken);

    private async ValueTask<ApiResponse> ObservedAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        RequestOptions? call = context.Call.Options;
        long started = client.TimeProvider.GetTimestamp();
        ApiResponse? response = null;
        CallSummary summary;
        try
        {
            response = await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
            summary = CallEnd.Of(context, response) with { Elapsed = client.TimeProvider.GetElapsedTime(started) };
            call?.OnResponse?.Invoke(response.Status, summary.Headers);
        }
        catch (Exception exception)
        {
            Close(response);
            Tell(CallEnd.Of(context, exception) with { Elapsed = client.TimeProvider.GetElapsedTime(started) }, call, isFailure: true);
            throw;
        }

        try
        {
            Tell(summary, call, isFailure: !response.IsSuccess);
            return response;
        }
        catch
        {
            Close(response);
            throw;
        }
    }

    private void Tell(CallSummary summary, RequestOptions? call, bool isFailure)
    {
        try
        {
            client.OnCompleted?.Invoke(summary);
            call?.OnCompleted?.Invoke(summary);
        }
        catch when (isFailure)
        {
            // The failure of the call is the one to know of.
        }
    }

    /// <summary>Closes a response that nobody gets; where it accepted a channel, with its connection.</summary>
    private static void Close(ApiResponse? response)
    {
        response?.Socket?.Dispose();
        response?.Dispose();
    }
}
