using Polly;
using Polly.CircuitBreaker;

namespace Dragoman.Samples.Resilience;

/// <summary>Sends requests through a pipeline of Polly.</summary>
internal sealed class BreakingHandler(ResiliencePipeline<HttpResponseMessage> pipeline) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
        }
        catch (BrokenCircuitException exception)
        {
            // Nothing was sent, which the client knows only of a connection that was not made. Any other exception would be taken for a fault of the program.
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The circuit is open.", exception);
        }
    }
}
