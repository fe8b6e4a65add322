using System.Text.Json;
using Dragoman.Generator.Catalog;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>The pages about the catalog and about x-polling have every member of the grammars, and examples that are read.</summary>
public sealed class GrammarPageTests
{
    private static readonly MarkdownPage s_catalog = MarkdownPage.Read("docs/error-catalog.md");
    private static readonly MarkdownPage s_exchange = MarkdownPage.Read("docs/x-token-exchange.md");
    private static readonly MarkdownPage s_polling = MarkdownPage.Read("docs/x-polling.md");

    [Theory]
    [InlineData("The root", "")]
    [InlineData("Envelopes", "/$defs/envelope")]
    [InlineData("Policies", "/$defs/policy")]
    [InlineData("Statuses", "/$defs/status")]
    [InlineData("Errors", "/$defs/error")]
    [InlineData("Limits", "/$defs/limit")]
    public void The_catalog_has_the_members_of_its_schema(string heading, string pointer)
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("spec/error-catalog.schema.json")));
        JsonElement part = schema.RootElement;
        foreach (string name in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            part = part.GetProperty(name);
        }

        Assert.Equal(part.GetProperty("properties").EnumerateObject().Select(property => property.Name), s_catalog.NamesBelow(heading));
    }

    [Fact]
    public void The_catalog_has_the_words_of_its_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("spec/error-catalog.schema.json")));

        Assert.Equal(schema.RootElement.GetProperty("$defs").GetProperty("recovery").GetProperty("enum").EnumerateArray().Select(word => word.GetString()), s_catalog.NamesBelow("Retry"));
    }

    [Fact]
    public void The_example_of_a_catalog_is_one()
    {
        Reading reading = Reading.Of(s_catalog.BlockAfter("complete"));

        Assert.Equal(8, ErrorCatalog.Read(reading.Root!, reading.Diagnostics)?.Errors.Count);
        Assert.Empty(reading.Messages);
    }

    [Fact]
    public void The_example_of_a_catalog_shows_every_member()
    {
        MappingNode root = Assert.IsType<MappingNode>(Reading.Good(s_catalog.BlockAfter("complete")));

        Assert.Equal(s_catalog.NamesBelow("The root"), root.Keys);
        Assert.Equal(s_catalog.NamesBelow("Envelopes"), Keys(root, "/envelope/0"));
        Assert.Equal(s_catalog.NamesBelow("Policies"), Keys(root, "/policies/backoff"));
        Assert.Equal(s_catalog.NamesBelow("Limits"), Keys(root, "/limits/pictures"));
        Assert.Equal(s_catalog.NamesBelow("Statuses").Order(), Keys(root, "/statuses/404").Concat(Keys(root, "/statuses/429")).Distinct().Order());
        Assert.Equal(s_catalog.NamesBelow("Errors").Order(), Keys(root, "/errors/PET_NOT_FOUND").Concat(Keys(root, "/errors/PET_ASLEEP")).Concat(Keys(root, "/errors/NO_PET_IN_PICTURE")).Distinct().Order());
    }

    [Fact]
    public void The_example_of_polling_makes_the_method_that_the_page_shows()
    {
        GeneratorRun run = Polling().AssertCompiles();

        Assert.Empty(run.Problems);
        IMethodSymbol method = Assert.Single(run.Type("Consumer.Renderer.IRendererClient")!.GetMembers("WaitUntilRenderedAsync").OfType<IMethodSymbol>());
        Assert.Equal(s_polling.BlockAfter("signature").TrimEnd(), $"{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {method.Name}({string.Join(", ", method.Parameters.Select(Shown))});");
    }

    [Fact]
    public void The_example_of_polling_shows_every_member()
    {
        Node root = Reading.Good(s_polling.BlockAfter("openapi.yaml"));
        const string Polling = "/paths/~1jobs~1{id}/get/x-polling";

        Assert.Equal(s_polling.NamesBelow("The extension"), Keys(root, Polling));
        Assert.Equal(s_polling.NamesBelow("Failures"), Keys(root, $"{Polling}/failure/failed"));
    }

    [Fact]
    public void The_example_of_readiness_makes_the_method_that_the_page_shows_and_shows_every_member()
    {
        MarkdownPage page = MarkdownPage.Read("docs/x-readiness.md");
        string document = page.BlockAfter("openapi.yaml");
        GeneratorRun run = GeneratorRun.Of(new SpecFile("openapi.yaml", document)).AssertCompiles();

        Assert.Empty(run.Problems);
        IMethodSymbol method = Assert.Single(run.Type("Consumer.Renderer.IRendererClient")!.GetMembers("WaitUntilReadyAsync").OfType<IMethodSymbol>());
        Assert.Equal(page.BlockAfter("signature").TrimEnd(), $"{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {method.Name}({string.Join(", ", method.Parameters.Select(Shown))});");
        Assert.Equal(page.NamesBelow("The extension"), Keys(Reading.Good(document), "/paths/~1ready/get/x-readiness"));
        Assert.Contains(run.Type("Consumer.Renderer.RendererClient")!.AllInterfaces, type => type.Name == "IReadinessClient");
    }

    [Fact]
    public void The_example_of_a_token_exchange_shows_every_member() =>
        Assert.Equal(s_exchange.NamesBelow("The extension"), Keys(Reading.Good(s_exchange.BlockAfter("openapi.yaml")), "/components/securitySchemes/accessToken/x-token-exchange"));

    [Fact]
    public void The_example_of_channels_makes_the_method_that_the_page_shows_and_shows_every_member()
    {
        MarkdownPage page = MarkdownPage.Read("docs/x-websocket.md");
        string document = page.BlockAfter("openapi.yaml");
        GeneratorRun run = GeneratorRun.Of(new SpecFile("openapi.yaml", document) { ErrorsPath = "errors.yaml", Errors = page.BlockAfter("errors.yaml") }).AssertCompiles();

        Assert.Empty(run.Problems);
        IMethodSymbol method = Assert.Single(run.Type("Consumer.Observer.IObserverClient")!.GetMembers("ConnectWatchAsync").OfType<IMethodSymbol>());
        Assert.Equal(page.BlockAfter("signature").TrimEnd(), $"{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {method.Name}({string.Join(", ", method.Parameters.Select(Shown))});");

        Node root = Reading.Good(document);
        const string Channel = "/paths/~1watch/get/x-websocket";
        Assert.Equal(page.NamesBelow("The extension"), Keys(root, Channel));
        Assert.Equal(page.NamesBelow("What is sent"), Keys(root, $"{Channel}/send"));
        Assert.Equal(page.NamesBelow("Close statuses"), Keys(root, $"{Channel}/close/1001"));
        Assert.Equal(page.NamesBelow("New connections"), Keys(root, $"{Channel}/reconnect"));
    }

    private static GeneratorRun Polling() => GeneratorRun.Of(new SpecFile("openapi.yaml", s_polling.BlockAfter("openapi.yaml")) { ErrorsPath = "errors.yaml", Errors = s_polling.BlockAfter("errors.yaml") });

    private static string Shown(IParameterSymbol parameter)
    {
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return !parameter.HasExplicitDefaultValue ? $"{type} {parameter.Name}"
            : parameter.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } ? $"{type} {parameter.Name} = default"
            : $"{type} {parameter.Name} = null";
    }

    private static IEnumerable<string> Keys(Node root, string pointer) => Assert.IsType<MappingNode>(JsonPointer.Resolve(root, pointer)).Keys;
}
