using System.Collections.Concurrent;

namespace Dragoman;

/// <summary>Finds the quota of a call: the client's own, or the one that the process keeps for the service and the credential.</summary>
internal sealed class RetryQuotas(PipelineSettings settings, AuthenticationPolicy authentication)
{
    /// <summary>The quotas of the process. One that holds what a new one would is as good as a new one.</summary>
    private static readonly SharedPool<SharedQuota, RetryQuota> s_quotas = new(static _ => new(), static quota => quota.Tokens >= RetryQuota.UsualStart);

    /// <summary>By what the quota of each operation is found, which never changes.</summary>
    private readonly ConcurrentDictionary<ApiOperationInfo, SharedQuota> _keys = new();

    public IRetryQuota Of(ApiOperationInfo operation) =>
        settings.Options.RetryQuota ?? s_quotas.Get(_keys.GetOrAdd(operation, static (operation, quotas) => quotas.KeyOf(operation), this));

    private SharedQuota KeyOf(ApiOperationInfo operation) =>
        new(settings.AddressOf(operation).Origin, CredentialOwner.Of(authentication.CredentialsOf(operation)), settings.Options.TimeProvider);
}
