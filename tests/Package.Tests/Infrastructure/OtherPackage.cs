using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>
/// Another author's generator package, laid out as most are, which brings assemblies that have the names of two of ours: one newer and one
/// older than ours, and each with nothing in it but a constant that its own generator reads.
/// </summary>
internal static class OtherPackage
{
    public const string Id = "other.generator";

    private const string Generator = """
        using Microsoft.CodeAnalysis;

        [Generator(LanguageNames.CSharp)]
        public sealed class OtherGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
                output.AddSource("Other.g.cs", $"/// <summary>Made by another generator.</summary>\npublic static class {YamlDotNet.Name.Of()}{Newtonsoft.Json.Name.Of()};"));
        }
        """;

    /// <summary>The type that its generator makes of a word from each of its assemblies.</summary>
    public const string GeneratedType = "NewerOlder";

    public static void Create(string feed, string version)
    {
        byte[] yaml = Dependency("YamlDotNet", "99.0.0.0", "Newer");
        byte[] json = Dependency("Newtonsoft.Json", "1.0.0.0", "Older");
        byte[] generator = Compile("OtherGenerator", Generator, MetadataReference.CreateFromImage(yaml), MetadataReference.CreateFromImage(json));
        using ZipArchive package = ZipFile.Open(Path.Combine(feed, $"{Id}.{version}.nupkg"), ZipArchiveMode.Create);
        Add(package, "analyzers/dotnet/cs/YamlDotNet.dll", yaml);
        Add(package, "analyzers/dotnet/cs/Newtonsoft.Json.dll", json);
        Add(package, "analyzers/dotnet/cs/OtherGenerator.dll", generator);
        Add(package, $"{Id}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package>
              <metadata>
                <id>{Id}</id>
                <version>{version}</version>
                <authors>Others</authors>
                <description>A generator with dependencies.</description>
              </metadata>
            </package>
            """));
    }

    /// <summary>The word comes from a method and not from a constant, which the compiler would copy.</summary>
    private static byte[] Dependency(string name, string version, string word) => Compile(name, $$"""
        [assembly: System.Reflection.AssemblyVersion("{{version}}")]
        namespace {{name}}
        {
            public static class Name { public static string Of() => "{{word}}"; }
        }
        """);

    private static byte[] Compile(string name, string source, params IEnumerable<MetadataReference> references)
    {
        IEnumerable<MetadataReference> loaded = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is not ("YamlDotNet.dll" or "Newtonsoft.Json.dll"))
            .Select(file => MetadataReference.CreateFromFile(file));
        CSharpCompilation compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], [.. loaded, .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream assembly = new();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return assembly.ToArray();
    }

    private static void Add(ZipArchive package, string path, byte[] content)
    {
        using Stream entry = package.CreateEntry(path).Open();
        entry.Write(content);
    }
}
