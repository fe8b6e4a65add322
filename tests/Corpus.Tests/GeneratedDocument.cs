using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace Dragoman.Corpus.Tests;

/// <summary>What the generator makes of a document of the corpus.</summary>
internal sealed class GeneratedDocument
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratedDocument>> s_documents = new();

    private readonly Lazy<JsonNode?> _tree;
    private readonly Lazy<CompiledProject> _compiled;
    private readonly Lazy<CallRun> _calls;

    public GeneratedDocument(string name)
    {
        Name = name;
        Text = CorpusFolder.Read(name);
        long start = Stopwatch.GetTimestamp();
        Run = Generate(Text);
        Time = Stopwatch.GetElapsedTime(start);
        _tree = new(() => DocumentTree.Read(Text));
        _compiled = new(Run.Compile);
        _calls = new(() => CallRun.Of(this));
    }

    /// <summary>Its path within the corpus.</summary>
    public string Name { get; }

    public string Text { get; }

    /// <summary>The document as data; null where the file is empty.</summary>
    public JsonNode? Tree => _tree.Value;

    public GeneratorRun Run { get; }

    /// <summary>The client, compiled for the framework that runs the tests.</summary>
    public CompiledProject Compiled => _compiled.Value;

    /// <summary>Its operations, called.</summary>
    public CallRun Calls => _calls.Value;

    /// <summary>How long the generator took, with whatever the first document of a process costs.</summary>
    public TimeSpan Time { get; }

    /// <summary>The operations that have a method, by method in lower case and path as it is sent.</summary>
    public IReadOnlySet<(string Method, string Path)> Operations => Types(Run.Assembly.GlobalNamespace)
        .SelectMany(type => type.GetMembers())
        .SelectMany(member => member.GetAttributes())
        .Where(attribute => attribute.AttributeClass?.Name == "ApiOperationAttribute")
        .Select(attribute => attribute.ConstructorArguments)
        .Select(arguments => (((string)arguments[1].Value!).ToLowerInvariant(), DeclaredOperation.AsSent((string)arguments[2].Value!)))
        .ToHashSet();

    /// <summary>The public types that are not within others.</summary>
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
            return Generate(Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Generates another text as if it stood in this document's file.</summary>
    public GeneratorRun Generate(string text) => GeneratorRun.Of(new SpecFile(Path.GetFileName(Name), text));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol scope) =>
        [.. scope.GetTypeMembers(), .. scope.GetNamespaceMembers().SelectMany(Types)];
}
