using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Testing;

/// <summary>The generator, run by the compiler's own driver on a project in memory; edits of the project run the same driver again.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly ImmutableArray<InMemoryText> _texts;
    private readonly CSharpCompilation _project;
    private readonly Lazy<Compilation> _output;

    private GeneratorRun(GeneratorDriver driver, ImmutableArray<InMemoryText> texts, CSharpCompilation project)
    {
        _driver = driver.RunGenerators(project);
        _output = new Lazy<Compilation>(() => project.AddSyntaxTrees(Result.GeneratedTrees));
        _texts = texts;
        _project = project;
    }

    /// <summary>All that the driver says.</summary>
    public GeneratorDriverRunResult Result => _driver.GetRunResult();

    /// <summary>The generated files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Sources => Generator.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public ImmutableArray<Diagnostic> Diagnostics => Generator.Diagnostics;

    /// <summary>The diagnostics as an editor lists them, without those that follow from others (DRG22xx): <c>petstore.yaml 12:15 DRG2003</c>, line and column starting at 1.</summary>
    public IReadOnlyList<string> Problems => [.. Diagnostics.Where(diagnostic => !diagnostic.Id.StartsWith("DRG22", StringComparison.Ordinal)).Select(Problem)];

    /// <summary>Why each of the steps that the generator names has its output: a new value, or one from the run before.</summary>
    public ILookup<string, IncrementalStepRunReason> Steps => Generator.TrackedSteps
        .SelectMany(step => step.Value.SelectMany(run => run.Outputs), (step, output) => (Name: step.Key, output.Reason))
        .ToLookup(step => step.Name, step => step.Reason, StringComparer.Ordinal);

    /// <summary>Why each of the generated files was written in this run, or kept.</summary>
    public IReadOnlyList<IncrementalStepRunReason> SourceOutputs =>
        [.. Generator.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The project with what was generated.</summary>
    public IAssemblySymbol Assembly => _output.Value.Assembly;

    /// <summary>A type of the project by its full name, generated or not; null where there is none.</summary>
    public INamedTypeSymbol? Type(string fullName) => Assembly.GetTypeByMetadataName(fullName);

    private GeneratorRunResult Generator
    {
        get
        {
            GeneratorRunResult generator = Assert.Single(Result.Results);
            if (generator.Exception is not null)
            {
                ExceptionDispatchInfo.Throw(generator.Exception);
            }

            return generator;
        }
    }

    public static GeneratorRun Of(params SpecFile[] specs)
    {
        ImmutableArray<InMemoryText> texts = ConsumerProject.Texts(specs);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            texts,
            ConsumerProject.ParseOptions,
            ConsumerProject.Options(specs),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, texts, ConsumerProject.Compile());
    }

    /// <summary>The next run, after the specs have become these. A file whose text is the same is the same file to the driver.</summary>
    public GeneratorRun With(params SpecFile[] specs)
    {
        ImmutableArray<InMemoryText> texts =
        [
            .. ConsumerProject.Texts(specs).Select(text => _texts.FirstOrDefault(known => known.Path == text.Path && known.GetText().ContentEquals(text.GetText())) ?? text),
        ];
        return new GeneratorRun(_driver.ReplaceAdditionalTexts([.. texts]).WithUpdatedAnalyzerConfigOptions(ConsumerProject.Options(specs)), texts, _project);
    }

    /// <summary>The next run, after a .cs file has been added.</summary>
    public GeneratorRun WithSource(string source) =>
        new(_driver, _texts, _project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ConsumerProject.ParseOptions)));

    /// <summary>The next run, after a file that is no spec has become an additional file of the project.</summary>
    public GeneratorRun WithAdditionalFile(string path, string text)
    {
        InMemoryText file = new(ConsumerProject.Directory + path, text);
        return new GeneratorRun(_driver.AddAdditionalTexts([file]), [.. _texts, file], _project);
    }

    /// <summary>The next run, after every file has been read anew: other objects with the same texts.</summary>
    public GeneratorRun WithFilesReadAgain()
    {
        ImmutableArray<InMemoryText> texts = [.. _texts.Select(text => new InMemoryText(text.Path, text.GetText().ToString()))];
        return new GeneratorRun(_driver.ReplaceAdditionalTexts([.. texts]), texts, _project);
    }

    /// <summary>The next run, with these specs in a project that sets one more property.</summary>
    public GeneratorRun WithProperty(string name, string value, params SpecFile[] specs) =>
        new(_driver.WithUpdatedAnalyzerConfigOptions(ConsumerProject.Options(specs, (name, value))), _texts, _project);

    /// <summary>The next run, after the project has got another reference.</summary>
    public GeneratorRun WithReference(MetadataReference reference) => new(_driver, _texts, _project.AddReferences(reference));

    /// <summary>The next run, after the reference to the runtime has been removed.</summary>
    public GeneratorRun WithoutRuntime() => WithReferences(ConsumerProject.FrameworkReferences);

    /// <summary>The next run, after the project has been moved to another framework.</summary>
    public GeneratorRun WithReferences(IEnumerable<MetadataReference> references) => new(_driver, _texts, _project.WithReferences(references));

    /// <summary>Compiles what was generated with the project's own code, and demands that the compiler has nothing to say.</summary>
    public GeneratorRun AssertCompiles()
    {
        using MemoryStream assembly = new();
        using MemoryStream documentation = new();
        IEnumerable<Diagnostic> problems = _output.Value.Emit(assembly, xmlDocumentationStream: documentation).Diagnostics
            .Concat(_output.Value.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Distinct();
        Assert.True(!problems.Any(), string.Join("\n", problems.Select(Shown)));
        return this;
    }

    /// <summary>Compiles what was generated with the project's own code.</summary>
    public CompiledProject Compile()
    {
        using MemoryStream assembly = new();
        using MemoryStream documentation = new();
        ImmutableArray<Diagnostic> diagnostics = _output.Value.Emit(assembly, xmlDocumentationStream: documentation).Diagnostics;
        return new CompiledProject(assembly.ToArray(), [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).Select(Shown)]);
    }

    /// <summary>The project with what was generated, compiled and ready to run.</summary>
    public System.Reflection.Assembly Load()
    {
        using MemoryStream assembly = new();
        IEnumerable<Diagnostic> errors = _output.Value.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join("\n", errors.Select(Shown)));
        return System.Reflection.Assembly.Load(assembly.ToArray());
    }

    private static string Problem(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture, $"{ConsumerProject.RelativePath(place.Path)} {place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1} {diagnostic.Id}");
    }

    private static string Shown(Diagnostic diagnostic)
    {
        string? line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return $"{diagnostic.ToString()}\n    {line?.Trim()}";
    }
}
