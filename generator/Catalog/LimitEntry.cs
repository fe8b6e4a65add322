using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>By what the API counts the calls of a limit.</summary>
internal enum LimitScope
{
    Credential,
    Address,
    Account,
}

/// <summary>How often the API may be called.</summary>
/// <param name="Name">The limit's name in the catalog.</param>
/// <param name="Permits">How many calls: 1 to 100,000.</param>
/// <param name="Window">In any time of this length.</param>
/// <param name="Operations">The operationIds that count, each once; empty: all that no other limit names.</param>
internal sealed record LimitEntry(string Name, int Permits, TimeSpan Window, LimitScope Scope, IReadOnlyList<ScalarNode> Operations);
