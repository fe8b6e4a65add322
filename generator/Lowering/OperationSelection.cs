using System.Text.RegularExpressions;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Which operations the project wants: all, or those that something included names, without those that something excluded names.</summary>
internal sealed record OperationSelection
{
    /// <summary>Names of tags; an asterisk stands for any text.</summary>
    public EquatableArray<string> IncludedTags { get; init; }

    /// <inheritdoc cref="IncludedTags"/>
    public EquatableArray<string> ExcludedTags { get; init; }

    /// <summary>Paths as the document writes them; an asterisk stands for any text without a slash, two for any text.</summary>
    public EquatableArray<string> IncludedPaths { get; init; }

    /// <inheritdoc cref="IncludedPaths"/>
    public EquatableArray<string> ExcludedPaths { get; init; }

    /// <summary>The operationIds; an asterisk stands for any text.</summary>
    public EquatableArray<string> IncludedOperations { get; init; }

    /// <inheritdoc cref="IncludedOperations"/>
    public EquatableArray<string> ExcludedOperations { get; init; }

    public bool ExcludesDeprecated { get; init; }

    /// <summary>The document without what the project does not want. A pattern that names nothing is reported, since it is most often a slip.</summary>
    public ApiDocument Apply(ApiDocument document, DiagnosticBag diagnostics)
    {
        List<Func<Operation, bool>> included =
        [
            .. Matches(IncludedTags, "IncludeTags", "tag", operation => operation.Tags),
            .. Matches(IncludedPaths, "IncludePaths", "path", operation => [operation.Path]),
            .. Matches(IncludedOperations, "IncludeOperations", "operationId", IdOf),
        ];
        List<Func<Operation, bool>> excluded =
        [
            .. Matches(ExcludedTags, "ExcludeTags", "tag", operation => operation.Tags),
            .. Matches(ExcludedPaths, "ExcludePaths", "path", operation => [operation.Path]),
            .. Matches(ExcludedOperations, "ExcludeOperations", "operationId", IdOf),
        ];

        // What gives the token of other operations is needed by them, wanted or not.
        HashSet<string?> needed = new(document.SecuritySchemes.Select(scheme => scheme.Node.Mapping("x-token-exchange")?.Text("operation")).Where(id => id is not null), StringComparer.Ordinal);
        return document.With(operation => needed.Contains(operation.Id) || IsWanted(operation));

        bool IsWanted(Operation operation) =>
            (included.Count == 0 || included.Any(matches => matches(operation)))
            && !excluded.Any(matches => matches(operation))
            && !(ExcludesDeprecated && operation.IsDeprecated);

        IEnumerable<Func<Operation, bool>> Matches(EquatableArray<string> patterns, string setting, string kind, Func<Operation, IEnumerable<string>> namesOf)
        {
            foreach (string pattern in patterns)
            {
                Regex regex = Expression(pattern, isPath: kind == "path");
                if (!document.Operations.SelectMany(namesOf).Any(regex.IsMatch))
                {
                    string suggestion = Suggestion.For(pattern, document.Operations.SelectMany(namesOf).Distinct(StringComparer.Ordinal));
                    diagnostics.Report(Descriptors.SettingNamesNothing, document.Root.File, SourceSpan.FileStart, setting, pattern, kind, suggestion);
                }

                yield return operation => namesOf(operation).Any(regex.IsMatch);
            }
        }
    }

    private static IEnumerable<string> IdOf(Operation operation) => operation.Id is { } id ? [id] : [];

    private static Regex Expression(string pattern, bool isPath)
    {
        string expression = Regex.Escape(pattern).Replace(@"\*\*", ".*").Replace(@"\*", isPath ? "[^/]*" : ".*");
        return new Regex($"^{expression}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
