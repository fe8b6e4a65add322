using System.Net;

namespace Dragoman;

/// <summary>Says at which addresses the members of a fleet are.</summary>
public abstract class EndpointProvider
{
    /// <summary>How long an answer holds before it is asked for again. Default: <see langword="null"/>, for ever.</summary>
    public virtual TimeSpan? RefreshInterval => null;

    /// <summary>Gets the addresses as they are now.</summary>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>Absolute http or https addresses; one that is repeated counts once.</returns>
    public abstract Task<IReadOnlyList<Uri>> GetEndpointsAsync(CancellationToken cancellationToken);

    /// <summary>Addresses that never change.</summary>
    /// <param name="endpoints">The addresses.</param>
    public static EndpointProvider List(params Uri[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return new StaticEndpoints([.. endpoints]);
    }

    /// <summary>All addresses of one host name, as a headless service of Kubernetes has them.</summary>
    /// <param name="address">An http address whose host is the name. Its port and path hold for every member. An https one is refused: certificates are for names, not for addresses.</param>
    /// <param name="refreshInterval">How long an answer holds. Default: 10 seconds.</param>
    /// <param name="resolve">Finds the addresses of a name. Default: <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/>.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http address, or the interval is not above zero.</exception>
    public static EndpointProvider OfName(Uri address, TimeSpan? refreshInterval = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttp)
        {
            throw new ArgumentException("The address must be an absolute http address.", nameof(address));
        }

        TimeSpan interval = TimeLimit.Check(refreshInterval ?? TimeSpan.FromSeconds(10), isInfiniteAllowed: false, nameof(refreshInterval));
        return new NamedEndpoints(address, interval, resolve ?? Dns.GetHostAddressesAsync);
    }
}
