using System.Globalization;

namespace Dragoman.Corpus.Tests;

/// <summary>The totals of documents of a kind, as a row of docs/coverage.md.</summary>
internal static class CorpusTotals
{
    public static IReadOnlyList<string> Of(IReadOnlyList<DocumentReport> reports) =>
    [
        Row("Services and examples, valid", reports.Where(report => !IsCase(report) && report.Document.IsValid)),
        Row("Services and examples, invalid", reports.Where(report => !IsCase(report) && !report.Document.IsValid)),
        Row("Cases, valid", reports.Where(report => IsCase(report) && report.Document.IsValid)),
        Row("Cases, invalid", reports.Where(report => IsCase(report) && !report.Document.IsValid)),
    ];

    private static bool IsCase(DocumentReport report) => report.Document.File.Contains('/');

    private static string Row(string name, IEnumerable<DocumentReport> reports)
    {
        IReadOnlyList<DocumentReport> all = [.. reports];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name} | {all.Count} | {all.Count(report => report.Findings.Count == 0)} | {all.Sum(report => report.Declared)} | {all.Sum(report => report.Generated)} | {all.Sum(report => report.Called)} | {all.Sum(report => report.Examples.Kept)} | {all.Sum(report => report.Examples.Contradictions.Count)} | {all.Sum(report => report.Examples.Losses.Count)}");
    }
}
