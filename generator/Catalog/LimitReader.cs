using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads how often the API may be called.</summary>
internal static class LimitReader
{
    /// <summary>The client keeps the time of each permit.</summary>
    private const int MostPermits = 100_000;

    public static IReadOnlyList<LimitEntry> Read(CatalogMembers catalog, DiagnosticBag diagnostics)
    {
        List<LimitEntry> entries = [];
        foreach (Node value in catalog.Mapping("limits")?.Node.Values ?? [])
        {
            string name = value.Key!.Text;
            if (name.Length == 0)
            {
                diagnostics.Report(Descriptors.CatalogShape, value.Key, "limits", "a mapping whose names are not empty");
            }
            else if (CatalogMembers.Mapping(value, name, diagnostics) is { } limit && Read(name, limit, diagnostics) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static LimitEntry? Read(string name, CatalogMembers limit, DiagnosticBag diagnostics)
    {
        limit.Allow("a limit", "permits", "window", "scope", "operations");
        Require(limit, "permits", "a limit says how many calls there may be", diagnostics);
        Require(limit, "window", "a limit says in which time so many calls there may be", diagnostics);
        int? permits = limit.Integer("permits", least: 1, most: MostPermits);
        TimeSpan? window = limit.Wait("window");
        LimitScope scope = limit.Choice("scope", ("credential", LimitScope.Credential), ("address", LimitScope.Address), ("account", LimitScope.Account)) ?? LimitScope.Credential;
        IReadOnlyList<ScalarNode> operations = OperationsReader.Distinct(limit.Texts("operations"));

        // Without a good name in its list, a limit for some operations must not become one for all.
        bool isGood = operations.Count > 0 || !limit.Node.Has("operations");
        return permits is { } count && window is { } time && isGood ? new LimitEntry(name, count, time, scope, operations) : null;
    }

    private static void Require(CatalogMembers limit, string name, string reason, DiagnosticBag diagnostics)
    {
        if (!limit.Node.Has(name))
        {
            diagnostics.Report(Descriptors.CatalogMissingMember, limit.Node, name, reason);
        }
    }
}
