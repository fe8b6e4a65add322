namespace Dragoman;

internal sealed class StaticEndpoints(IReadOnlyList<Uri> endpoints) : EndpointProvider
{
    public override Task<IReadOnlyList<Uri>> GetEndpointsAsync(CancellationToken cancellationToken) => Task.FromResult(endpoints);
}
