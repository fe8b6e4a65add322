namespace Dragoman.Corpus.Tests;

/// <summary>
/// A folder of documents that real services publish. Their licences vary, so they are not part of this repository: they are read from
/// <c>../shared/corpus</c> beside it or from the folder that the environment variable DRAGOMAN_CORPUS names.
/// </summary>
internal static class CorpusFolder
{
    public const string Variable = "DRAGOMAN_CORPUS";

    /// <summary>The lists of what is in the folder: each names the files, their versions, and whether they are valid.</summary>
    private static readonly string[] s_manifests = ["MANIFEST.tsv", "cases/MANIFEST.tsv"];

    private static readonly string s_folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Repository.PathOf("../shared/corpus");

    /// <summary>The lines of the lists, their headers too; the test that asks is skipped where there is none.</summary>
    public static IEnumerable<string> ManifestLines() => s_manifests.SelectMany(manifest => Read(manifest).Split('\n'));

    /// <summary>The text of a document; the test that asks is skipped where there is none.</summary>
    public static string Read(string document)
    {
        string file = Path.Combine(s_folder, document);
        Assert.SkipUnless(File.Exists(file), $"{document} is not here: there is no '{file}', and {Variable} names no other folder.");
        return File.ReadAllText(file);
    }
}
