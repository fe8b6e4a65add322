using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dragoman.Corpus.Tests;

/// <summary>Documents that nobody wrote for us make clients that compile, and what has no client is named.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents { get; } =
    [
        "petstore-v3-yaml.yaml",
        "uspto.yaml",
        "notion.json",
        "ollama.yaml",
        "docker-engine.json",
        "keycloak.json",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_generator_does_not_fail(string document) =>
        Assert.DoesNotContain("DRG9001", GeneratedDocument.Of(document).Run.Diagnostics.Select(diagnostic => diagnostic.Id));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_valid_document_has_no_error(string document) =>
        Assert.Empty(GeneratedDocument.Of(document).Run.Diagnostics.Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_diagnostic_is_within_the_document(string document)
    {
        GeneratedDocument generated = GeneratedDocument.Of(document);
        string[] lines = Lines(generated);

        Assert.All(generated.Run.Diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan()), place =>
        {
            Assert.Equal(document, ConsumerProject.RelativePath(place.Path));
            Assert.InRange(place.StartLinePosition.Line, 0, lines.Length - 1);
            Assert.InRange(place.StartLinePosition.Character, 0, lines[place.StartLinePosition.Line].Length);
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_operation_has_a_method_or_a_warning_at_its_place(string document)
    {
        GeneratedDocument generated = GeneratedDocument.Of(document);
        string[] lines = Lines(generated);
        List<DeclaredOperation> missing = [.. DeclaredOperation.In(generated.Text).Where(operation => !generated.Operations.Contains((operation.Method, operation.Path)))];
        List<Diagnostic> warnings = [.. generated.Run.Diagnostics.Where(diagnostic => diagnostic.Id == "DRG2101")];

        Assert.Equal(missing.Count, warnings.Count);
        Assert.All(missing, operation =>
        {
            Diagnostic warning = Assert.Single(warnings, warning => warning.GetMessage(CultureInfo.InvariantCulture).StartsWith($"Operation '{operation.Name}' is left out: ", StringComparison.Ordinal));
            LinePosition place = warning.Location.GetLineSpan().StartLinePosition;
            Assert.Equal(DiagnosticSeverity.Warning, warning.DefaultSeverity);
            Assert.StartsWith(operation.Method, lines[place.Line][place.Character..].TrimStart('"'), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_client_compiles_without_a_warning(string document) => GeneratedDocument.Of(document).Run.AssertCompiles();

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_client_compiles_for_net8_without_a_warning(string document) =>
        GeneratedDocument.Of(document).Run.WithReferences(BuildPaths.Net8References).AssertCompiles();

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_same_document_makes_the_same_files(string document) =>
        Assert.Equal(GeneratedDocument.Of(document).Run.Sources, GeneratedDocument.Of(document).Again(CultureInfo.InvariantCulture).Sources);

    /// <summary>Turkish has other upper and lower cases for i, and a comma in numbers.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Another_culture_makes_the_same_files(string document)
    {
        GeneratedDocument generated = GeneratedDocument.Of(document);
        GeneratorRun turkish = generated.Again(CultureInfo.GetCultureInfo("tr-TR"));

        Assert.Equal(generated.Run.Sources, turkish.Sources);
        Assert.Equal(generated.Run.Problems, turkish.Problems);
    }

    [Fact]
    public void What_the_generator_makes_of_the_corpus()
    {
        output.WriteLine($"{"document",-24} {"operations",10} {"generated",10} {"types",6} {"KB",6} {"ms",6}");
        foreach (string document in Documents.Select(row => row.Data))
        {
            GeneratedDocument generated = GeneratedDocument.Of(document);
            int operations = DeclaredOperation.In(generated.Text).Count;
            output.WriteLine($"{document,-24} {operations,10} {generated.Operations.Count,10} {generated.TypeCount,6} {generated.Kilobytes,6} {generated.Time.TotalMilliseconds,6:F0}");
            foreach (IGrouping<string, Diagnostic> same in generated.Run.Diagnostics.GroupBy(diagnostic => diagnostic.Id))
            {
                output.WriteLine($"  {same.Key} {same.Count(),3} times, such as: {same.First().GetMessage(CultureInfo.InvariantCulture)}");
            }

            Assert.InRange(generated.Operations.Count, 1, operations);
        }
    }

    private static string[] Lines(GeneratedDocument document) => document.Text.ReplaceLineEndings("\n").Split('\n');
}
