using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>An error that the API tells by a code, or by a text in place of one.</summary>
/// <param name="Code">The code as the API sends it, or the catalog's own name of an error with <see cref="Match"/>: 1 to 200 characters, any of them.</param>
/// <param name="Node">The code in the catalog, for positions.</param>
internal sealed record ErrorEntry(string Code, ScalarNode Node)
{
    /// <summary>The HTTP status that the code comes with, 100 to 599; null where the API's documents do not say.</summary>
    public int? Status { get; init; }

    /// <summary>The texts of which the body contains one where the API sends no code; empty for an error with a code.</summary>
    public IReadOnlyList<string> Match { get; init; } = [];

    /// <summary>What the exception class is called without its suffix; null: by the code.</summary>
    public string? Name { get; init; }

    public string? Category { get; init; }

    public string? Message { get; init; }

    public string? Resolution { get; init; }

    /// <summary>The page about this error; null: that of the catalog. May contain <c>{code}</c>.</summary>
    public string? Docs { get; init; }

    public RetryEntry Retry { get; init; } = RetryEntry.Never;

    /// <summary>
    /// The operationIds that may raise the error, each once, where the catalog names them: in the error's list, or as a key of the
    /// catalog's <c>operations</c>, which errors named there share. Empty: every operation may raise it.
    /// </summary>
    public IReadOnlyList<ScalarNode> Operations { get; init; } = [];
}
