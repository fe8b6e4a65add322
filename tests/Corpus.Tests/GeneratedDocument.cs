using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Dragoman.Corpus.Tests;

/// <summary>What the generator makes of a document of the corpus.</summary>
internal sealed class GeneratedDocument
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratedDocument>> s_documents = new();

    private readonly string _name;

    private GeneratedDocument(string name)
    {
        _name = name;
        Text = CorpusFolder.Read(name);
        long start = Stopwatch.GetTimestamp();
        Run = Generate();
        Time = Stopwatch.GetElapsedTime(start);
    }

    public string Text { get; }

    public GeneratorRun Run { get; }

    /// <summary>How long the generator took, with whatever the first document of a process costs.</summary>
    public TimeSpan Time { get; }

    /// <summary>The operations that have a method, by method in lower case and path.</summary>
    public IReadOnlySet<(string Method, string Path)> Operations => Types(Run.Assembly.GlobalNamespace)
        .SelectMany(type => type.GetMembers())
        .SelectMany(member => member.GetAttributes())
        .Where(attribute => attribute.AttributeClass?.Name == "ApiOperationAttribute")
        .Select(attribute => attribute.ConstructorArguments)
        .Select(arguments => (((string)arguments[1].Value!).ToLowerInvariant(), (string)arguments[2].Value!))
        .ToHashSet();

    public int TypeCount => Types(Run.Assembly.GlobalNamespace).Count(type => type.DeclaredAccessibility == Accessibility.Public);

    public int Kilobytes => Run.Sources.Values.Sum(Encoding.UTF8.GetByteCount) / 1024;

    /// <summary>A document by its file name in the corpus, generated once for all tests.</summary>
    public static GeneratedDocument Of(string name) => s_documents.GetOrAdd(name, static name => new(() => new GeneratedDocument(name), LazyThreadSafetyMode.ExecutionAndPublication)).Value;

    /// <summary>Generates the document anew, in a culture.</summary>
    public GeneratorRun Again(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return Generate();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol scope) =>
        [.. scope.GetTypeMembers(), .. scope.GetNamespaceMembers().SelectMany(Types)];

    private GeneratorRun Generate() => GeneratorRun.Of(new SpecFile(_name, Text));
}
