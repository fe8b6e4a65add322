using System.Collections.Concurrent;

namespace Dragoman;

/// <summary>Chooses what a try authenticates with.</summary>
internal sealed class AuthenticationPolicy(IReadOnlyList<ApiCredential> credentials, PipelinePolicy next) : PipelinePolicy
{
    private readonly Dictionary<string, ApiCredential> _set = credentials
        .Where(static credential => credential.IsSet)
        .GroupBy(static credential => credential.Scheme)
        .ToDictionary(static group => group.Key, static group => group.First());

    /// <summary>An operation's choice, which never changes. Operations are as few as the API has.</summary>
    private readonly ConcurrentDictionary<ApiOperationInfo, IReadOnlyList<ApiCredential>> _chosen = new();

    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        context.Credentials = _chosen.GetOrAdd(context.Call.Operation, static (operation, policy) => policy.Choose(operation.Security), this);
        return next.SendAsync(context, cancellationToken);
    }

    /// <summary>The first alternative that can be fulfilled; otherwise nothing, and the service says what it misses.</summary>
    private IReadOnlyList<ApiCredential> Choose(IReadOnlyList<IReadOnlyList<string>> alternatives)
    {
        foreach (IReadOnlyList<string> schemes in alternatives)
        {
            if (schemes.All(_set.ContainsKey))
            {
                return [.. schemes.Select(scheme => _set[scheme])];
            }
        }

        return [];
    }
}
