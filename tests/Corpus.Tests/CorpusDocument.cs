using System.Globalization;

namespace Dragoman.Corpus.Tests;

/// <summary>A document of the corpus, as the corpus' own list describes it.</summary>
/// <param name="File">Its path within the corpus.</param>
/// <param name="Version">The version it is written in.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="IsValid">Whether independent validators accept it.</param>
/// <param name="Verdict">What they say.</param>
internal sealed record CorpusDocument(string File, string Version, long Bytes, bool IsValid, string Verdict)
{
    /// <summary>All documents, the largest first: so that no large one is left when the others are done.</summary>
    public static IReadOnlyList<CorpusDocument> All() =>
    [
        .. CorpusFolder.ManifestLines()
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .Where(columns => columns.Length > 12 && columns[0] != "file")
            .Select(columns => new CorpusDocument(
                columns[0],
                columns[6],
                long.Parse(columns[7], CultureInfo.InvariantCulture),
                columns[12].StartsWith("valid", StringComparison.Ordinal),
                columns[12]))
            .OrderByDescending(document => document.Bytes)
            .ThenBy(document => document.File, StringComparer.Ordinal),
    ];
}
