namespace Dragoman;

/// <summary>One step of sending a request: does its part and hands over to the next one. The last one is the transport.</summary>
internal abstract class PipelinePolicy
{
    /// <summary>Sends a call's request.</summary>
    /// <param name="context">The call; one policy at a time works on it.</param>
    /// <param name="cancellationToken">Cancels what this policy and those after it do.</param>
    /// <exception cref="TransportException">No complete response arrived.</exception>
    public abstract ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken);
}
