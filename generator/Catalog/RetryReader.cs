using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads the member <c>retry</c> of errors and statuses.</summary>
internal sealed class RetryReader(IReadOnlyDictionary<string, RetryEntry> policies, DiagnosticBag diagnostics)
{
    /// <summary>The entry's rule; <see cref="RetryEntry.Never"/> where it has none, or one that is refused.</summary>
    public RetryEntry Read(MappingNode entry) => entry["retry"] switch
    {
        null => RetryEntry.Never,
        ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } word => RetryWords.KindOf(word.Text) is { } kind ? RetryEntry.Of(kind) : Named(word, [.. policies.Keys, .. RetryWords.All]),
        MappingNode changes when changes.Has("policy") => Read(new CatalogMembers(changes, diagnostics), changes["policy"]!),
        MappingNode policy => PolicyReader.Read(new CatalogMembers(policy, diagnostics), diagnostics),
        { } other => Refuse(other, "retry", "a policy's name, never, poll, wait, change, or a mapping"),
    };

    private RetryEntry Read(CatalogMembers changes, Node policy)
    {
        changes.Allow("a changed retry policy", "policy", "retries", "base", "cap");
        RetryEntry named = policy is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } name ? Named(name, policies.Keys) : Refuse(policy, "policy", "a policy's name");
        return named.Kind is RetryKind.Backoff ? PolicyReader.Change(named, changes, diagnostics) : named;
    }

    private RetryEntry Named(ScalarNode name, IEnumerable<string> candidates)
    {
        if (policies.TryGetValue(name.Text, out RetryEntry? policy))
        {
            return policy;
        }

        diagnostics.Report(Descriptors.UnknownPolicy, name, name.Text, Suggestion.For(name.Text, candidates));
        return RetryEntry.Never;
    }

    private RetryEntry Refuse(Node value, string name, string form)
    {
        diagnostics.Report(Descriptors.CatalogShape, value, name, form);
        return RetryEntry.Never;
    }
}
