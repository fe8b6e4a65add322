namespace Dragoman;

/// <summary>Makes a new connection after one broke off: after growing waits, until the row of tries is too long.</summary>
internal sealed class Reconnector(ChannelHandshake handshake, RetryRule? rule, ChannelOptions options, ReconnectionQuota quota)
{
    private int _row;

    /// <summary>How often a new connection was made.</summary>
    public int Count { get; private set; }

    private int MostInRow => Math.Min(rule?.Retries ?? 0, options.MaxReconnects ?? RetryLimits.MostRetries);

    /// <summary>Ends the row: the connection has shown that it works.</summary>
    public void Reset()
    {
        _row = 0;
        quota.Return();
    }

    /// <summary>Makes a new connection.</summary>
    /// <param name="cause">Why the last one ended.</param>
    /// <param name="kind">What kind of failure that is.</param>
    /// <param name="cancellationToken">Cancels the waits and tries.</param>
    /// <exception cref="ApiException">No connection could be made, or none is allowed: the last cause.</exception>
    public async Task<ChannelLink> ConnectAsync(ApiException cause, RetryClass kind, CancellationToken cancellationToken)
    {
        ApiClientOptions client = handshake.Settings.Options;
        bool isPaid = true;
        while (_row < MostInRow && !(cause.RetryAfter > client.MaxRetryAfter))
        {
            TimeSpan backoff = Backoff.Delay(rule!, _row++, Backoff.Jitter(client.Random));
            TimeSpan wait = cause.RetryAfter is { } asked && asked > backoff ? asked : backoff;
            options.Reconnecting?.Report(new(_row, wait, cause));
            await Task.Delay(wait, client.TimeProvider, cancellationToken).ConfigureAwait(false);
            isPaid = await quota.TryTakeAsync(kind, cancellationToken).ConfigureAwait(false);
            if (!isPaid)
            {
                // Others go first, and may give theirs back until the next turn of the row.
                continue;
            }

            try
            {
                // The row counts the tries: within one, nothing is repeated.
                ChannelLink link = await handshake.ConnectAsync(new RetryLimits(0, client.MaxRetryAfter), cancellationToken).ConfigureAwait(false);
                Count++;
                return link;
            }
            catch (ApiException exception) when (exception.Recovery is Recovery.Retry or Recovery.Reconnect)
            {
                if (exception is ClientRateLimitException)
                {
                    // Nothing was sent.
                    quota.Return();
                }

                cause = exception;
                kind = exception.Definition?.Retry.Class ?? ClassOf(exception);
            }
        }

        if (!isPaid)
        {
            cause.Error = cause.Error with { StopReason = StopReason.QuotaSpent };
        }

        throw cause;
    }

    /// <summary>What neither the service nor the way to it has refused was a limit of the client's own.</summary>
    private static RetryClass ClassOf(ApiException exception) => exception.Status switch
    {
        429 => RetryClass.Throttled,
        null when exception is not TransportException => RetryClass.NotReady,
        _ => RetryClass.Transient,
    };
}
