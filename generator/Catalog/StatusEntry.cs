using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>What a response is that carries no code, or one that the catalog does not know.</summary>
/// <param name="From">The first status that the entry is for.</param>
/// <param name="To">The last one: <paramref name="From"/> itself, or that plus 99 for <c>4XX</c> and <c>5XX</c>.</param>
/// <param name="Node">The key in the catalog, for positions.</param>
internal sealed record StatusEntry(int From, int To, ScalarNode Node)
{
    /// <summary>What the exception class is called without its suffix; null: by the status.</summary>
    public string? Name { get; init; }

    public string? Category { get; init; }

    public string? Message { get; init; }

    public string? Resolution { get; init; }

    /// <summary>The page about the status; null: the catalog's, if that is not about a code.</summary>
    public string? Docs { get; init; }

    public RetryEntry Retry { get; init; } = RetryEntry.Never;
}
