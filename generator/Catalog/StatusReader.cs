using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads what responses are by their status.</summary>
internal static class StatusReader
{
    public static IReadOnlyList<StatusEntry> Read(CatalogMembers catalog, RetryReader retries, DiagnosticBag diagnostics)
    {
        List<StatusEntry> entries = [];
        foreach (Node value in catalog.Mapping("statuses")?.Node.Values ?? [])
        {
            ScalarNode key = value.Key!;
            if (!IsStatus(key.Text, out int from, out int to))
            {
                diagnostics.Report(Descriptors.CatalogShape, key, key.Text, "a status, 100 to 599, or one of the ranges 4XX and 5XX");
            }
            else if (CatalogMembers.Mapping(value, key.Text, diagnostics) is { } status)
            {
                entries.Add(Read(new StatusEntry(from, to, key), status, retries, diagnostics));
            }
        }

        return entries;
    }

    /// <summary>The keys of OpenAPI's responses, of which only two ranges are errors; small letters would let one range be written twice.</summary>
    private static bool IsStatus(string key, out int from, out int to) =>
        StatusKey.TryParse(key, out from, out to) && (from == to || key is "4XX" or "5XX");

    private static StatusEntry Read(StatusEntry entry, CatalogMembers status, RetryReader retries, DiagnosticBag diagnostics)
    {
        status.Allow("a status", "name", "category", "message", "resolution", "docs", "retry", "recovery");
        return entry with
        {
            Name = status.ClassName("name"),
            Category = status.Text("category"),
            Message = status.Text("message"),
            Resolution = status.Text("resolution"),
            Docs = status.Url("docs"),
            Retry = ReadRecovery(status.Node, diagnostics) ?? retries.Read(status.Node),
        };
    }

    /// <summary>A status may say with <c>recovery</c> what <c>retry</c> says with the same words.</summary>
    private static RetryEntry? ReadRecovery(MappingNode status, DiagnosticBag diagnostics)
    {
        if (status["recovery"] is not { } recovery)
        {
            return null;
        }

        RetryKind? kind = recovery is ScalarNode { Kind: ScalarKind.String } word ? RetryWords.KindOf(word.Text) : null;
        if (kind is null)
        {
            diagnostics.Report(Descriptors.CatalogShape, recovery, "recovery", $"one of the words {string.Join(", ", RetryWords.All)}");
        }
        else if (status.Has("retry"))
        {
            diagnostics.Report(Descriptors.CatalogShape, recovery, "recovery", "left out where 'retry' says what to do");
        }

        return kind is null || status.Has("retry") ? null : RetryEntry.Of(kind.Value);
    }
}
