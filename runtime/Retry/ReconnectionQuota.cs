namespace Dragoman;

/// <summary>What the new connections of one stream or channel cost: as retries do, so that an outage with many of them gets few.</summary>
/// <remarks>A connection takes its tokens when it is due, and not before the wait for it: of many that broke off together, those that come later get the tokens of those that work again already.</remarks>
internal sealed class ReconnectionQuota(RetryQuotas quotas, ApiOperationInfo operation)
{
    private int _taken;

    /// <summary>Takes the tokens of a new connection.</summary>
    /// <param name="kind">What kind of failure it follows.</param>
    /// <param name="cancellationToken">Cancels the taking.</param>
    /// <returns>False if there are not enough.</returns>
    public async ValueTask<bool> TryTakeAsync(RetryClass kind, CancellationToken cancellationToken)
    {
        int cost = RetryCost.Of(kind);
        if (cost > 0 && !await quotas.TryTakeAsync(cost, operation, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _taken = cost;
        return true;
    }

    /// <summary>Gives the tokens of the last connection back, which has shown that it works.</summary>
    public void Return()
    {
        quotas.Return(_taken, operation);
        _taken = 0;
    }
}
