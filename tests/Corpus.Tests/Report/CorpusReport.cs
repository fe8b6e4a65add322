using System.Globalization;
using System.Text;

namespace Dragoman.Corpus.Tests;

/// <summary>The report on all documents, as a page for those who want to see what is missing and why.</summary>
internal static class CorpusReport
{
    /// <summary>So many findings of one check are written out for a document; the rest is counted.</summary>
    private const int Shown = 5;

    public static string File { get; } = Repository.PathOf("artifacts/corpus/report.md");

    public static void Write(IReadOnlyList<DocumentReport> reports)
    {
        StringBuilder text = new();
        text.Append("# What is generated for the corpus\n\n## Totals, as they stand in docs/coverage.md\n\n");
        text.AppendJoin("", CorpusTotals.Of(reports).Select(row => $"| {row} |\n"));
        text.Append("\n## Documents\n\n");
        text.Append("| Document | Version | Valid | Operations | Called | Types | KB | ms | Examples kept | Examples that contradict their schema | Diagnostics | Gaps |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (DocumentReport report in reports)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {report.Document.File} | {report.Document.Version} | {(report.Document.IsValid ? "yes" : "no")} | {report.Generated} of {report.Declared} | {report.Called} | {report.Types} | {report.Kilobytes} | {report.Time.TotalMilliseconds:F0} | {report.Examples.Kept} | {report.Examples.Contradictions.Count} | {string.Join(", ", report.Diagnostics)} | {report.Findings.Count} |\n");
        }

        text.Append("\n## Gaps\n");
        foreach (DocumentReport report in reports.Where(report => report.Findings.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {report.Document.File}\n\n");
            foreach (IGrouping<string, Finding> check in report.Findings.GroupBy(finding => finding.Check))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {check.Key}: {check.Count()} times not\n");
                text.AppendJoin("", check.Take(Shown).Select(finding => $"  - {finding.Text.ReplaceLineEndings(" ")}\n"));
            }
        }

        text.Append("\n## Examples that contradict their own schema\n\n");
        text.AppendJoin("", reports.SelectMany(report => report.Examples.Contradictions.Take(Shown).Select(contradiction => $"- {report.Document.File} {contradiction}\n")));
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text.ToString());
    }
}
