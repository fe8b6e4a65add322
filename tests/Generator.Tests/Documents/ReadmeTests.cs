using System.Text.Json;
using System.Xml.Linq;
using Dragoman.Generator.Catalog;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>What the README shows is true.</summary>
public sealed class ReadmeTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MarkdownPage s_readme = MarkdownPage.Read("README.md");

    [Fact]
    public void Its_program_compiles_with_the_client_of_bitHuman()
    {
        SpecFile spec = new("bithuman/openapi.yaml", Spec("openapi.yaml")) { Errors = Spec("errors.yaml"), ErrorsPath = "bithuman/errors.yaml", Namespace = "BitHuman", ClientName = "BitHumanClient" };
        IEnumerable<string> sources = [.. GeneratorRun.Of(spec).Sources.Values, ImplicitUsings, s_readme.BlockAfter("compiled")];

        CSharpCompilation program = ConsumerProject.Compile(sources);
        program = program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication));

        Assert.Empty(program.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Its_catalog_is_one()
    {
        Reading reading = Reading.Of(CatalogExcerpt());

        Assert.Equal(2, ErrorCatalog.Read(reading.Root!, reading.Diagnostics)?.Errors.Count);
        Assert.Empty(reading.Messages);
    }

    [Fact]
    public void Its_catalog_says_what_the_shipped_one_says() =>
        AssertPart(NodeJson.Of(Reading.Good(CatalogExcerpt())), NodeJson.Of(Reading.Good(Spec("errors.yaml"))), "");

    [Fact]
    public void Its_metadata_is_that_of_the_item()
    {
        XElement defaults = XDocument.Load(Repository.PathOf("generator/build/Dragoman.props")).Descendants("ItemDefinitionGroup").Elements("OpenApiClient").Single();

        Assert.Equal(defaults.Elements().Select(metadata => metadata.Name.LocalName), s_readme.NamesBelow("Use it"));
    }

    /// <summary>The README is the package's too, where files of the repository are not.</summary>
    [Fact]
    public void Its_links_work_in_the_package() =>
        Assert.All(s_readme.Links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));

    private static string CatalogExcerpt() => s_readme.BlockAfter("from spec/bithuman/errors.yaml");

    private static void AssertPart(JsonElement part, JsonElement whole, string pointer)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            Assert.True(JsonElement.DeepEquals(part, whole), $"{pointer} is {part}, but {whole} in the shipped catalog.");
            return;
        }

        foreach (JsonProperty member in part.EnumerateObject())
        {
            Assert.True(whole.TryGetProperty(member.Name, out JsonElement value), $"The shipped catalog has no {pointer}/{member.Name}.");
            AssertPart(member.Value, value, $"{pointer}/{member.Name}");
        }
    }

    private static string Spec(string file) => File.ReadAllText(Path.Combine(Repository.Root, "spec", "bithuman", file));
}
