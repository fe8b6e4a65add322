using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>The C# of a page as a file of a project.</summary>
internal static class PageCode
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Dragoman;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;
        using Npgsql;
        using Polly;
        using Polly.CircuitBreaker;
        using Polly.Retry;
        """;

    /// <summary>What pages show the client with.</summary>
    private static readonly string[] s_packages =
    [
        "Dragoman.RateLimiting.PostgreSql.dll",
        "Microsoft.Extensions.Configuration.Abstractions.dll",
        "Microsoft.Extensions.Configuration.Binder.dll",
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Npgsql.dll",
        "Polly.Core.dll",
        "System.Threading.RateLimiting.dll",
    ];

    /// <summary>What the file refers to.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = [.. ConsumerProject.References, .. Packages()];

    /// <summary>Types stay as they are. Statements go into a method of a class of their own, where a local may hide what the page takes for granted.</summary>
    /// <param name="page">The page, from the root of the repository: compilers name it with the line of a mistake.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="variables">What it takes for granted: types and names.</param>
    /// <param name="namespaces">Those of its clients.</param>
    public static string Of(string page, IEnumerable<CodeBlock> blocks, IEnumerable<string> variables, IEnumerable<string> namespaces) => $$"""
        {{Usings}}
        {{string.Join("\n", namespaces.Select(name => $"using {name};"))}}

        internal abstract class Given
        {
        {{string.Join("\n", variables.Select(variable => $"    protected static {variable} = default!;"))}}
        }

        {{string.Join("\n", blocks.Select(block => HasStatements(block) ? Method(page, block) : Lines(page, block)))}}
        """;

    private static bool HasStatements(CodeBlock block) =>
        CSharpSyntaxTree.ParseText(block.Code, ConsumerProject.ParseOptions).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    private static string Method(string page, CodeBlock block) => $$"""
        internal sealed class Line{{block.Line}} : Given
        {
            public static async Task RunAsync()
            {
        {{Lines(page, block)}}
                await Task.CompletedTask;
            }
        }
        """;

    private static string Lines(string page, CodeBlock block) => $"#line {block.Line} \"{page}\"\n{block.Code}#line default";

    private static IEnumerable<MetadataReference> Packages()
    {
        ILookup<string, string> files = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).ToLookup(file => Path.GetFileName(file));
        return s_packages.Select(package => MetadataReference.CreateFromFile(files[package].Single()));
    }
}
