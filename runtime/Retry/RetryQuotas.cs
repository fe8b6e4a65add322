using System.Collections.Concurrent;

namespace Dragoman;

/// <summary>Takes from the quota of a call, and gives back: the client's own, or the one that the process keeps for the service and the credential.</summary>
internal sealed class RetryQuotas(PipelineSettings settings, AuthenticationPolicy authentication)
{
    /// <summary>The quotas of the process. One that holds what a new one would is as good as a new one.</summary>
    private static readonly SharedPool<SharedQuota, RetryQuota> s_quotas = new(static _ => new(), static quota => quota.Tokens >= RetryQuota.UsualStart);

    /// <summary>By what the quota of each operation is found, which never changes.</summary>
    private readonly ConcurrentDictionary<ApiOperationInfo, SharedQuota> _keys = new();

    /// <summary>The tokens that the process has for each service: of several credentials those of the one that has the fewest, since it is the one in trouble, and nothing tells which it is.</summary>
    public static IEnumerable<(string Origin, int Tokens)> Available =>
        s_quotas.Entries.GroupBy(static entry => entry.Key.Origin, static (origin, entries) => (origin, entries.Min(static entry => entry.Value.Tokens)));

    /// <summary>Takes the tokens of a retry.</summary>
    /// <param name="cost">How many.</param>
    /// <param name="delay">How long will be waited for the retry. A quota that is far away must leave the time for it.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>Why there is no retry; <see langword="null"/> if the tokens were taken.</returns>
    public async ValueTask<StopReason?> TakeAsync(int cost, TimeSpan delay, PipelineContext context, CancellationToken cancellationToken)
    {
        IRetryQuota quota = Of(context.Call.Operation);
        if (quota is RetryQuota || !(context.Deadline.Remaining - delay is { } spare))
        {
            return await quota.TryTakeAsync(cost, cancellationToken).ConfigureAwait(false) ? null : StopReason.QuotaSpent;
        }

        using TimeoutSource timeout = new(spare > TimeSpan.Zero ? spare : TimeSpan.Zero, settings.Options.TimeProvider, cancellationToken);
        try
        {
            return await quota.TryTakeAsync(cost, timeout.Token).ConfigureAwait(false) ? null : StopReason.QuotaSpent;
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (OperationCanceledException) when (timeout.HasEnded)
        {
            return StopReason.DeadlineTooClose;
        }
    }

    /// <summary>Takes the tokens of something that has no deadline.</summary>
    /// <returns>False if there are not enough.</returns>
    public ValueTask<bool> TryTakeAsync(int cost, ApiOperationInfo operation, CancellationToken cancellationToken) => Of(operation).TryTakeAsync(cost, cancellationToken);

    /// <summary>Gives tokens back; none after retries that cost nothing.</summary>
    public void Return(int tokens, ApiOperationInfo operation)
    {
        if (tokens > 0)
        {
            Of(operation).Return(tokens);
        }
    }

    private IRetryQuota Of(ApiOperationInfo operation) =>
        settings.Options.RetryQuota ?? s_quotas.Get(_keys.GetOrAdd(operation, static (operation, quotas) => quotas.KeyOf(operation), this));

    private SharedQuota KeyOf(ApiOperationInfo operation) =>
        new(settings.AddressOf(operation).Origin, CredentialOwner.Of(authentication.CredentialsOf(operation)), settings.Options.TimeProvider);
}
