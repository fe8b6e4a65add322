using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>What the page about server-sent events shows is true.</summary>
public sealed class EventsPageTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MarkdownPage s_page = MarkdownPage.Read("docs/server-sent-events.md");

    [Fact]
    public void Its_program_compiles_with_its_client()
    {
        GeneratorRun run = Run();
        CSharpCompilation program = ConsumerProject.Compile([.. run.Sources.Values, ImplicitUsings, s_page.BlockAfter("compiled")]);
        program = program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication));

        Assert.Empty(run.Problems);
        Assert.Empty(program.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Its_method_is_that_of_the_client() => Assert.Contains(
        $"    {s_page.BlockAfter("signature").TrimEnd()}\n",
        Run().Sources.Single(source => source.Key.EndsWith(".TalkClient.g.cs", StringComparison.Ordinal)).Value,
        StringComparison.Ordinal);

    [Fact]
    public void Its_example_shows_every_member() => Assert.Equal(
        s_page.NamesBelow("The extension"),
        Assert.IsType<MappingNode>(JsonPointer.Resolve(Reading.Good(s_page.BlockAfter("openapi.yaml")), "/paths/~1chat/post/responses/200/content/text~1event-stream/x-event-stream")).Keys);

    private static GeneratorRun Run() => GeneratorRun.Of(new SpecFile("openapi.yaml", s_page.BlockAfter("openapi.yaml")) { Namespace = "Talk" });
}
