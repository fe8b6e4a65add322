namespace Dragoman;

/// <summary>Sends a try only where the circuit of its service lets it through, and tells the circuit what it met.</summary>
internal sealed class CircuitBreakerPolicy(CircuitBreaker breaker, PipelinePolicy next) : PipelinePolicy
{
    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken) =>
        breaker.Of(context) is { } circuit ? SendAsync(circuit, context, cancellationToken) : next.SendAsync(context, cancellationToken);

    private async ValueTask<ApiResponse> SendAsync(Circuit circuit, PipelineContext context, CancellationToken cancellationToken)
    {
        if (circuit.Enter(out long era) is { } refusal)
        {
            throw breaker.Refused(refusal, context);
        }

        // What the caller or the client itself has ended says nothing of the service, and neither does a wait for a token.
        bool? isFailure = null;
        try
        {
            ApiResponse response = await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
            isFailure = !response.IsSuccess && RetryFailure.Of(response, context).Class == RetryClass.Transient;
            return response;
        }
        catch (TransportException exception)
        {
            isFailure = context.Attempts.IsSent ? RetryFailure.Of(exception, context.Call.IsRepeatable).Class == RetryClass.Transient : null;
            throw;
        }
        catch (ResponseFormatException)
        {
            // An answer that is too large to be taken is one.
            isFailure = false;
            throw;
        }
        finally
        {
            circuit.Exit(era, isFailure);
        }
    }
}
