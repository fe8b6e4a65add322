using System.Net;
using System.Net.Sockets;

namespace Dragoman;

/// <summary>The addresses of a host name, each with the port and the path of one address.</summary>
internal sealed class NamedEndpoints(Uri address, TimeSpan refreshInterval, Func<string, CancellationToken, Task<IPAddress[]>> resolve) : EndpointProvider
{
    public override TimeSpan? RefreshInterval => refreshInterval;

    public override async Task<IReadOnlyList<Uri>> GetEndpointsAsync(CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await resolve(address.DnsSafeHost, cancellationToken).ConfigureAwait(false);
        return [.. addresses.Select(At)];
    }

    private Uri At(IPAddress member)
    {
        string host = member.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{member}]" : member.ToString();
        return new UriBuilder(address) { Host = host }.Uri;
    }
}
