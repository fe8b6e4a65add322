using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>What an API's errors are and what a client does about each, as <c>errors.yaml</c> says it. Every entry has been checked on its own; what needs the document (operationIds, class names) has not.</summary>
internal sealed record ErrorCatalog
{
    /// <summary>The API's name for people; null where the catalog gives none.</summary>
    public string? Api { get; init; }

    /// <summary>The page about every error without one of its own; may contain <c>{code}</c>.</summary>
    public string? Docs { get; init; }

    /// <summary>The shapes of an error body, in the order in which they are tried.</summary>
    public IReadOnlyList<EnvelopeEntry> Envelopes { get; init; } = [];

    public IReadOnlyList<StatusEntry> Statuses { get; init; } = [];

    public IReadOnlyList<ErrorEntry> Errors { get; init; } = [];

    public IReadOnlyList<LimitEntry> Limits { get; init; } = [];

    /// <summary>Reads a catalog, keeping what is good in it; null where its version is not one that we read. Every problem is reported.</summary>
    public static ErrorCatalog? Read(Node root, DiagnosticBag diagnostics) => CatalogReader.Read(root, diagnostics);
}
