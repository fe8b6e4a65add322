namespace Dragoman.Generator.Text;

/// <summary>A checked-in file as the compiler handed it over.</summary>
internal sealed record SourceFile(string Path, string Text);
