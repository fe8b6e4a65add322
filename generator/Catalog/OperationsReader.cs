using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Reads the catalog's <c>operations</c>: the codes that each operation may raise, the other way round than in the errors.</summary>
internal static class OperationsReader
{
    /// <summary>The errors with the operations added that name them.</summary>
    public static IReadOnlyList<ErrorEntry> Merge(IReadOnlyList<ErrorEntry> errors, CatalogMembers catalog, DiagnosticBag diagnostics)
    {
        if (catalog.Mapping("operations") is not { } operations)
        {
            return errors;
        }

        Dictionary<string, List<ScalarNode>> byCode = errors.ToDictionary(error => error.Code, error => error.Operations.ToList(), StringComparer.Ordinal);
        foreach (ScalarNode operation in operations.Node.Values.Select(value => value.Key!))
        {
            foreach (ScalarNode code in operations.Texts(operation.Text))
            {
                if (byCode.TryGetValue(code.Text, out List<ScalarNode>? named))
                {
                    named.Add(operation);
                }
                else
                {
                    diagnostics.Report(Descriptors.UnknownCode, code, code.Text, operation.Text, Suggestion.For(code.Text, byCode.Keys));
                }
            }
        }

        return errors.Select(error => error with { Operations = Distinct(byCode[error.Code]) }).ToList();
    }

    /// <summary>Each operation once, where it is named first.</summary>
    public static IReadOnlyList<ScalarNode> Distinct(IEnumerable<ScalarNode> operations) =>
        operations.GroupBy(operation => operation.Text, StringComparer.Ordinal).Select(named => named.First()).ToList();
}
