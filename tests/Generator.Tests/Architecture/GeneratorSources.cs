using System.Collections.Immutable;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dragoman.Generator.Tests.Architecture;

/// <summary>The generator's own sources, compiled so that every name in them is known for what it is, also one without a using.</summary>
internal static class GeneratorSources
{
    public const string RootNamespace = "Dragoman.Generator";

    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string s_folder = Repository.PathOf("generator");

    private static readonly string[] s_libraries = ["Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll", "NSwag.Core.dll", "NJsonSchema.dll", "Newtonsoft.Json.dll", "YamlDotNet.dll"];

    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create(
        "Dragoman.Generator",
        [Parse("", ImplicitUsings), .. Files().Select(file => Parse(file, File.ReadAllText(Path.Combine(s_folder, file))))],
        [.. ConsumerProject.FrameworkReferences, .. s_libraries.Select(library => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, library)))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Every use of a type, in a using or a name, of its members too: the file, relative to the generator, and the namespace.</summary>
    public static ImmutableArray<Reference> References { get; } = [.. Compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).SelectMany(ReferencesIn).Distinct()];

    private static IEnumerable<string> Files() => Directory.GetFiles(s_folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(s_folder, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal));

    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), file);

    private static IEnumerable<Reference> ReferencesIn(SyntaxTree tree)
    {
        SemanticModel model = Compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<NameSyntax>()
            .Select(name => (Name: name, Namespace: NamespaceOf(model.GetSymbolInfo(name).Symbol, name)))
            .Where(use => use.Namespace is not null)
            .Select(use => new Reference(tree.FilePath, use.Namespace!, use.Name.ToString()));
    }

    private static string? NamespaceOf(ISymbol? symbol, NameSyntax name) => symbol switch
    {
        INamespaceSymbol space => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive && directive.Name == name ? space.ToDisplayString() : null,
        INamedTypeSymbol type => type.ContainingNamespace.ToDisplayString(),
        IMethodSymbol or IPropertySymbol or IFieldSymbol => symbol.ContainingType?.ContainingNamespace.ToDisplayString(),
        _ => null,
    };
}

/// <summary>A name in a file of the generator.</summary>
/// <param name="File">The file, relative to the generator's folder, with slashes.</param>
/// <param name="Namespace">The namespace that the name is, or that its type or member is in.</param>
/// <param name="Name">The name as written.</param>
internal sealed record Reference(string File, string Namespace, string Name)
{
    /// <summary>The file's folder; empty for the files beside the folders.</summary>
    public string Folder => File.Contains('/', StringComparison.Ordinal) ? File[..File.IndexOf('/', StringComparison.Ordinal)] : "";

    public bool IsWithin(string space) => Namespace == space || Namespace.StartsWith($"{space}.", StringComparison.Ordinal);
}
