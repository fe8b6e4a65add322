namespace Dragoman;

/// <summary>Looks for the endpoints of a fleet, again and again where they can change.</summary>
internal sealed class EndpointSearch(EndpointProvider endpoints, TimeProvider clock, Action<IReadOnlyList<Uri>> found)
{
    /// <summary>The wait after a search that failed, where the provider names none.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    /// <summary>Why the endpoints could not be found the last time; <see langword="null"/> if they could.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Searches until it is canceled or nothing can change any more. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    found(await endpoints.GetEndpointsAsync(cancellationToken).ConfigureAwait(false));
                    Failure = null;
                    if (endpoints.RefreshInterval is null)
                    {
                        return;
                    }
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // The endpoints known so far may well be there still.
                    Failure = exception;
                }

                await Task.Delay(endpoints.RefreshInterval ?? s_interval, clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // However the provider takes its cancellation.
        }
    }
}
