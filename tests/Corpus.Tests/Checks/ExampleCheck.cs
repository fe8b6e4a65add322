namespace Dragoman.Corpus.Tests;

/// <summary>What the document's own examples become when they are read and written by the types.</summary>
internal static class ExampleCheck
{
    /// <summary>Examples that are changed, or not read at all.</summary>
    public static IEnumerable<string> Losses(GeneratedDocument document) => ExampleRun.Of(document).Losses;
}
