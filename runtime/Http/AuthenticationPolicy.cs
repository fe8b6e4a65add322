using System.Collections.Concurrent;

namespace Dragoman;

/// <summary>Chooses what a try authenticates with, and gets the token if that is one.</summary>
internal sealed class AuthenticationPolicy(IReadOnlyList<ApiCredential> credentials, TimeProvider clock, PipelinePolicy next) : PipelinePolicy
{
    private readonly bool _hasTokens = credentials.Any(static credential => credential is TokenCredential);

    private readonly Dictionary<string, ApiCredential> _set = credentials
        .Where(static credential => credential.IsSet)
        .GroupBy(static credential => credential.Scheme)
        .ToDictionary(static group => group.Key, static group => group.First());

    /// <summary>An operation's choice, which never changes. Operations are as few as the API has.</summary>
    private readonly ConcurrentDictionary<ApiOperationInfo, IReadOnlyList<ApiCredential>> _chosen = new();

    public IReadOnlyList<ApiCredential> CredentialsOf(ApiOperationInfo operation) => _chosen.GetOrAdd(operation, static (operation, policy) => policy.Choose(operation.Security), this);

    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        context.Credentials = CredentialsOf(context.Call.Operation);
        return _hasTokens ? SendWithTokensAsync(context, cancellationToken) : next.SendAsync(context, cancellationToken);
    }

    private async ValueTask<ApiResponse> SendWithTokensAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        List<ApiCredential> issued = new(context.Credentials.Count);
        foreach (ApiCredential credential in context.Credentials)
        {
            issued.Add(credential is TokenCredential source ? await IssueAsync(source, cancellationToken).ConfigureAwait(false) : credential);
        }

        context.Credentials = issued;
        return await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ApiCredential> IssueAsync(TokenCredential source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.GetAsync(clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new TokenUnavailableException(exception);
        }
    }

    /// <summary>
    /// The first alternative that can be fulfilled; otherwise nothing, and the service says what it misses. An alternative of nothing
    /// is no choice, wherever it stands: whoever sets a secret wants to be known.
    /// </summary>
    private IReadOnlyList<ApiCredential> Choose(IReadOnlyList<IReadOnlyList<string>> alternatives)
    {
        IReadOnlyList<string> schemes = alternatives.FirstOrDefault(schemes => schemes.Count > 0 && schemes.All(_set.ContainsKey)) ?? [];
        return [.. schemes.Select(scheme => _set[scheme])];
    }
}
