using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Testing;

/// <summary>A project that uses the generator: its items, properties and compiler settings, the strictest that a user may have.</summary>
internal static class ConsumerProject
{
    public const string Directory = "/consumer/";

    public const string RootNamespace = "Consumer";

    /// <summary>The language of the .NET 8 SDK, the oldest that loads the generator; documentation is checked.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>The framework that runs the tests, and nothing else that happens to be loaded.</summary>
    public static ImmutableArray<MetadataReference> FrameworkReferences { get; } = [.. FrameworkAssemblies().Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>The framework and the runtime that generated code calls.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = [.. FrameworkReferences, MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Dragoman.Runtime.dll"))];

    public static CSharpCompilation Compile(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // AnalysisLevel=latest: also the warnings that later compilers added.
            warningLevel: 9999,
            // Set by the SDK for every project: references were compiled against other versions of the framework.
            specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress }));

    public static ImmutableArray<InMemoryText> Texts(IReadOnlyCollection<SpecFile> specs) =>
    [
        .. specs.Select(spec => new InMemoryText(FullPath(spec.Path), spec.Text)),
        .. specs.Where(spec => spec.Errors is not null).DistinctBy(spec => spec.CatalogPath).Select(spec => new InMemoryText(FullPath(spec.CatalogPath), spec.Errors!)),
    ];

    public static InMemoryOptions Options(IReadOnlyCollection<SpecFile> specs, params IEnumerable<(string Name, string Value)> properties)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> metadata = [];
        foreach (SpecFile spec in specs)
        {
            Dictionary<string, string> document = new()
            {
                ["DragomanKind"] = "Document",
                ["DragomanErrors"] = spec.CatalogPath.Length == 0 ? "" : FullPath(spec.CatalogPath),
                ["DragomanNamespace"] = spec.Namespace,
                ["DragomanClientName"] = spec.ClientName,
            };
            foreach ((string name, string value) in spec.Metadata)
            {
                document[$"Dragoman{name}"] = value;
            }

            metadata[FullPath(spec.Path)] = document;
            if (spec.Errors is not null)
            {
                metadata[FullPath(spec.CatalogPath)] = new Dictionary<string, string> { ["DragomanKind"] = "Catalog" };
            }
        }

        IEnumerable<(string Name, string Value)> all = [("RootNamespace", RootNamespace), ("ProjectDir", Directory), .. properties];
        return new InMemoryOptions(all.ToDictionary(property => property.Name, property => property.Value), metadata);
    }

    /// <summary>A path as diagnostics show it, as the specs give it.</summary>
    public static string RelativePath(string path) => path.StartsWith(Directory, StringComparison.Ordinal) ? path[Directory.Length..] : path;

    private static string FullPath(string path) => Directory + path;

    private static IEnumerable<string> FrameworkAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == framework);
    }
}
