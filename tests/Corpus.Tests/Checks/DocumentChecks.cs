namespace Dragoman.Corpus.Tests;

/// <summary>What has to hold for a document, by name. A check returns what does not: nothing is the good answer.</summary>
internal static class DocumentChecks
{
    /// <summary>For every document, right or wrong.</summary>
    public static IReadOnlyDictionary<string, Func<GeneratedDocument, IEnumerable<string>>> OfAll { get; } = new Dictionary<string, Func<GeneratedDocument, IEnumerable<string>>>
    {
        ["The generator does not fail"] = DiagnosticCheck.Failures,
        ["Diagnostics are within the document"] = DiagnosticCheck.Misplaced,
        ["It compiles for net10.0"] = CompileCheck.Net10,
        ["It compiles for net8.0"] = CompileCheck.Net8,
        ["The same document makes the same files in any culture"] = SameFilesCheck.Again,
    };

    /// <summary>For documents that are valid, besides.</summary>
    public static IReadOnlyDictionary<string, Func<GeneratedDocument, IEnumerable<string>>> OfValid { get; } = new Dictionary<string, Func<GeneratedDocument, IEnumerable<string>>>
    {
        ["There is no error and no warning"] = DiagnosticCheck.Severe,
        ["Every operation has a method"] = OperationCheck.Missing,
        ["The same data in the other notation makes the same files"] = SameFilesCheck.Twin,
        ["Members in another order make the same code"] = SameFilesCheck.Shuffled,
        ["Examples are read and written without loss"] = ExampleCheck.Losses,
        ["Every operation sends what the document says"] = CallCheck.Problems,
    };
}
