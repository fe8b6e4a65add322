using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads the errors by their codes.</summary>
internal static class ErrorReader
{
    private const int LongestCode = 200;

    /// <summary>The errors in the order of the catalog; one whose members are refused still has its code, so that who names it is not wrong as well.</summary>
    public static IReadOnlyList<ErrorEntry> Read(CatalogMembers catalog, RetryReader retries, DiagnosticBag diagnostics)
    {
        List<ErrorEntry> entries = [];
        foreach (Node value in catalog.Mapping("errors")?.Node.Values ?? [])
        {
            ScalarNode code = value.Key!;
            if (code.Text.Length is 0 or > LongestCode)
            {
                diagnostics.Report(Descriptors.CatalogRange, code, "code", $"{code.Text.Length} characters long", $"1 to {LongestCode}");
                continue;
            }

            ErrorEntry entry = new(code.Text, code);
            entries.Add(CatalogMembers.Mapping(value, code.Text, diagnostics) is { } error ? Read(entry, error, retries, diagnostics) : entry);
        }

        return entries;
    }

    private static ErrorEntry Read(ErrorEntry entry, CatalogMembers error, RetryReader retries, DiagnosticBag diagnostics)
    {
        error.Allow("an error", "status", "match", "name", "category", "message", "resolution", "docs", "operations", "retry");
        int? status = error.Integer("status", least: 100, most: 599);
        return entry with
        {
            Status = status,
            Match = ReadMatch(error, status, diagnostics),
            Name = error.ClassName("name"),
            Category = error.Text("category"),
            Message = error.Text("message"),
            Resolution = error.Text("resolution"),
            Docs = error.Url("docs"),
            Retry = retries.Read(error.Node),
            Operations = OperationsReader.Distinct(error.Texts("operations")),
        };
    }

    private static IReadOnlyList<string> ReadMatch(CatalogMembers error, int? status, DiagnosticBag diagnostics)
    {
        IReadOnlyList<string> texts = error.Texts("match").Select(text => text.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (texts.Count > 0 && status is null && !error.Node.Has("status"))
        {
            // A text that any answer may contain tells an error only together with the status.
            diagnostics.Report(Descriptors.CatalogMissingMember, error.Node, "status", "an error without a code is told by its status and 'match'");
        }

        return status is null ? [] : texts;
    }
}
