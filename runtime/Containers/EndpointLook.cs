namespace Dragoman;

/// <summary>Looks whether an endpoint whose call failed has ended.</summary>
internal static class EndpointLook
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>Whether nothing listens at an endpoint any more. A process that is dying breaks its connections a moment before it closes its port, so this looks more than once.</summary>
    /// <param name="client">The endpoint's client.</param>
    /// <param name="failure">How the call failed.</param>
    /// <param name="clock">The clock of the waits.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    public static async Task<bool> IsGoneAsync(IReadinessClient client, CallFailure failure, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (failure != CallFailure.Broken)
        {
            return failure == CallFailure.Refused;
        }

        using TimeoutSource limit = new(s_limit, clock, cancellationToken);
        try
        {
            while (true)
            {
                Readiness readiness = await client.AskReadinessAsync(limit.Token).ConfigureAwait(false);
                if (readiness.State != ReadinessState.Unreachable)
                {
                    return readiness.State == ReadinessState.Refused;
                }

                await Task.Delay(s_interval, clock, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ApiException)
        {
            return false;
        }
    }
}
