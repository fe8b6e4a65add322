namespace Dragoman.Generator.Text;

/// <summary>A checked-in file as the compiler handed it over.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The name of a file that another document refers to; empty for a document or a catalog itself.</summary>
    public string PartName { get; init; } = "";
}
