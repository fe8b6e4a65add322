namespace Dragoman.Corpus.Tests;

/// <summary>docs/coverage.md: what the generator makes of the corpus, and every gap with its reason.</summary>
internal static class CoveragePage
{
    private static readonly string[] s_lines = File.ReadAllLines(Repository.PathOf("docs/coverage.md"));

    /// <summary>The gaps: a document and a check that does not hold for it.</summary>
    public static IReadOnlySet<(string Document, string Check)> Gaps { get; } = Rows("Gaps").Select(row => (row[0].Trim('`'), row[1])).ToHashSet();

    /// <summary>The rows of the totals, as they stand there.</summary>
    public static IReadOnlyList<string> Totals { get; } = [.. Rows("Totals").Select(row => string.Join(" | ", row))];

    /// <summary>The cells of the table below a heading, without its head.</summary>
    private static IEnumerable<string[]> Rows(string heading) => s_lines
        .SkipWhile(line => line != $"## {heading}")
        .Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));
}
