using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator;

/// <summary>What one client is made from; equal inputs are parsed once.</summary>
/// <param name="Catalog">The error catalog; null where the client has none, or where its file does not exist.</param>
/// <param name="MissingCatalog">The path of a catalog that the project names and that is not there.</param>
internal sealed record ClientInput(SourceFile Document, SourceFile? Catalog, string? MissingCatalog, ClientSettings Settings)
{
    /// <summary>The other files of the project that the document may refer to, sorted by path.</summary>
    public EquatableArray<SourceFile> Parts { get; init; }

    /// <summary>What of the item's metadata is not used.</summary>
    public EquatableArray<SettingProblem> Problems { get; init; }
}
