using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads retry policies: those with a name, and those that stand where they are used.</summary>
internal static class PolicyReader
{
    private static readonly RetryEntry s_default = new(RetryKind.Backoff, 0, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(20));

    /// <summary>The policies by name, also refused ones: who names them is not wrong as well.</summary>
    public static IReadOnlyDictionary<string, RetryEntry> ReadAll(CatalogMembers catalog, DiagnosticBag diagnostics)
    {
        Dictionary<string, RetryEntry> policies = new(StringComparer.Ordinal);
        foreach (Node value in catalog.Mapping("policies")?.Node.Values ?? [])
        {
            string name = value.Key!.Text;
            if (RetryWords.KindOf(name) is not null)
            {
                diagnostics.Report(Descriptors.CatalogShape, value.Key, name, "called otherwise: it is a word of 'retry'");
            }

            policies[name] = CatalogMembers.Mapping(value, name, diagnostics) is { } policy ? Read(policy, diagnostics) : s_default;
        }

        return policies;
    }

    /// <summary>Reads a policy that is complete in itself.</summary>
    public static RetryEntry Read(CatalogMembers policy, DiagnosticBag diagnostics)
    {
        policy.Allow("a retry policy", "retries", "base", "cap", "class");
        if (!policy.Node.Has("retries"))
        {
            diagnostics.Report(Descriptors.CatalogMissingMember, policy.Node, "retries", "a retry policy says how often a request is repeated");
        }

        return Change(s_default, policy, diagnostics);
    }

    /// <summary>A policy with those numbers replaced that a mapping has.</summary>
    public static RetryEntry Change(RetryEntry policy, CatalogMembers members, DiagnosticBag diagnostics)
    {
        RetryEntry changed = policy with
        {
            Retries = members.Integer("retries", least: 0, most: 10) ?? policy.Retries,
            Base = members.Wait("base") ?? policy.Base,
            Cap = members.Wait("cap") ?? policy.Cap,
            Class = RetryClassReader.Read(members) ?? policy.Class,
        };
        if (changed.Base <= changed.Cap)
        {
            return changed;
        }

        // A cap below the base would make every wait equal: one of the two is not what was meant.
        Node place = members.Node["base"] ?? members.Node["cap"]!;
        diagnostics.Report(Descriptors.CatalogRange, place, place.Key!.Text, ((ScalarNode)place).Text, place.Key.Text == "base" ? $"at most the cap, {InSeconds(changed.Cap)}" : $"at least the base, {InSeconds(changed.Base)}");
        return policy;
    }

    private static string InSeconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds}s");
}
