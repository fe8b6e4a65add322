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
        MappingNode wait when wait.Has("wait") => ReadWait(new CatalogMembers(wait, diagnostics)),
        MappingNode until when until.Has("until") => ReadUntil(new CatalogMembers(until, diagnostics)),
        MappingNode policy => PolicyReader.Read(new CatalogMembers(policy, diagnostics), diagnostics),
        { } other => Refuse(other, "retry", $"a policy's name, {string.Join(", ", RetryWords.All)}, or a mapping"),
    };

    private RetryEntry Read(CatalogMembers changes, Node policy)
    {
        changes.Allow("a changed retry policy", "policy", "retries", "base", "cap", "class");
        RetryEntry named = policy is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } name ? Named(name, policies.Keys) : Refuse(policy, "policy", "a policy's name");
        return named.Kind is RetryKind.Backoff ? PolicyReader.Change(named, changes, diagnostics) : named;
    }

    /// <summary>A wait that the API names, and so does not grow.</summary>
    private RetryEntry ReadWait(CatalogMembers rule)
    {
        rule.Allow("a fixed wait", "wait", "retries", "class");
        int retries = Retries(rule);
        RetryClass? kind = RetryClassReader.Read(rule);
        return rule.Wait("wait") is { } wait ? new RetryEntry(RetryKind.After, retries, wait, wait) { Class = kind } : RetryEntry.Never;
    }

    /// <summary>A wait that ends at an instant of the error body.</summary>
    private RetryEntry ReadUntil(CatalogMembers rule)
    {
        rule.Allow("a wait until an instant", "until", "retries", "class");
        int retries = Retries(rule);
        RetryClass? kind = RetryClassReader.Read(rule);
        return rule.Pointer("until") is { } pointer ? RetryEntry.Of(RetryKind.Until) with { Retries = retries, Pointer = pointer, Class = kind } : RetryEntry.Never;
    }

    private static int Retries(CatalogMembers rule) => rule.Integer("retries", least: 0, most: 10) ?? 1;

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
