using System.Collections.Concurrent;

namespace Dragoman.Corpus.Tests;

/// <summary>All documents of the corpus. It takes minutes, so it runs where it is asked for: <c>dotnet run --project tests/Corpus.Tests -- -explicit only</c>.</summary>
public sealed class FullCorpusTests
{
    /// <summary>The compiler holds a document's whole client in memory; the largest take about a gigabyte.</summary>
    private const int AtOnce = 2;

    [Fact(Explicit = true)]
    public void Every_document_holds_but_for_the_gaps_that_are_named()
    {
        ConcurrentBag<DocumentReport> reports = [];
        Parallel.ForEach(
            Partitioner.Create(CorpusDocument.All(), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            document => reports.Add(DocumentReport.Of(document)));
        IReadOnlyList<DocumentReport> sorted = [.. reports.OrderBy(report => report.Document.File.Contains('/')).ThenBy(report => report.Document.File, StringComparer.Ordinal)];
        CorpusReport.Write(sorted);

        Assert.Empty(sorted
            .SelectMany(report => report.Findings, (report, finding) => (report.Document.File, Finding: finding))
            .Where(found => !CoveragePage.Gaps.Contains((found.File, found.Finding.Check)))
            .Select(found => $"{found.File}: {found.Finding.Check}: {found.Finding.Text}"));
        Assert.Empty(CoveragePage.Gaps.Except(sorted.SelectMany(report => report.Findings.Select(finding => (report.Document.File, finding.Check)))));
        Assert.Equal(CorpusTotals.Of(sorted), CoveragePage.Totals);
    }
}
