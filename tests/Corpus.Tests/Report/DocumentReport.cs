using System.Globalization;

namespace Dragoman.Corpus.Tests;

/// <summary>All that is found out about one document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Declared">How many operations it describes.</param>
/// <param name="Generated">How many of them have a method.</param>
/// <param name="Called">How many of them sent what the document says, and read its answers, when they were called.</param>
/// <param name="Types">How many public types were generated.</param>
/// <param name="Kilobytes">The size of the generated code.</param>
/// <param name="Time">How long the generator took.</param>
/// <param name="Examples">What became of its examples.</param>
/// <param name="Diagnostics">How often each diagnostic was reported, such as <c>DRG2103 × 4</c>.</param>
/// <param name="Findings">What does not hold.</param>
internal sealed record DocumentReport(
    CorpusDocument Document,
    int Declared,
    int Generated,
    int Called,
    int Types,
    int Kilobytes,
    TimeSpan Time,
    ExampleRun Examples,
    IReadOnlyList<string> Diagnostics,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Generates, compiles and examines a document, and keeps nothing of it.</summary>
    public static DocumentReport Of(CorpusDocument document)
    {
        GeneratedDocument generated = new(document.File);
        IEnumerable<KeyValuePair<string, Func<GeneratedDocument, IEnumerable<string>>>> checks = document.IsValid ? DocumentChecks.OfAll.Concat(DocumentChecks.OfValid) : DocumentChecks.OfAll;
        IReadOnlyList<Finding> findings = [.. checks.SelectMany(check => Find(check.Key, check.Value, generated))];
        IReadOnlySet<(string, string)> operations = generated.Operations;
        IReadOnlyList<(string, string)> declared = [.. document.IsValid ? DeclaredOperation.In(generated.Tree).Select(operation => (operation.Method, operation.SentPath)) : operations];
        return new DocumentReport(
            document,
            declared.Count,
            declared.Count(operations.Contains),
            document.IsValid ? generated.Calls.Passed : 0,
            generated.TypeCount,
            generated.Kilobytes,
            generated.Time,
            document.IsValid ? ExampleRun.Of(generated) : new ExampleRun(0, [], []),
            [.. generated.Run.Diagnostics.CountBy(diagnostic => diagnostic.Id).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} × {count.Value}"))],
            findings);
    }

    private static IEnumerable<Finding> Find(string name, Func<GeneratedDocument, IEnumerable<string>> check, GeneratedDocument document)
    {
        try
        {
            return [.. check(document).Select(text => new Finding(name, text))];
        }
        catch (Exception problem)
        {
            // One document that breaks a check must not hide the others.
            return [new Finding(name, $"{problem.GetType().Name}: {problem.Message}")];
        }
    }
}
