using Dragoman.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Generic schemas (JSON Schema 2020-12, 8.2.3.2).</summary>
public sealed class DynamicReferenceTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Zoo, version: '1' }
        paths: { /a: { get: { operationId: getA, responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } } } }
        components:
          schemas:
            All:
              type: object
              properties:
                a: { $ref: '#/components/schemas/PetPage' }
                b: { $ref: '#/components/schemas/Page' }
                c: { $ref: '#/components/schemas/UserPage' }
                d: { $ref: '#/components/schemas/NamedUserPage' }
                e: { $ref: '#/components/schemas/Tree' }
                f: { $ref: '#/components/schemas/ColoredTree' }
            Pet: { type: object, properties: { name: { type: string } } }
            User: { type: object, properties: { id: { type: integer } } }
            PetPage:
              $ref: '#/components/schemas/Page'
              $defs: { item: { $dynamicAnchor: item, $ref: '#/components/schemas/Pet' } }
            Page:
              $id: page
              type: object
              properties: { items: { type: array, items: { $dynamicRef: '#item' } }, meta: { $ref: '#/components/schemas/Meta' } }
              $defs: { item: { $dynamicAnchor: item } }
            UserPage:
              allOf: [{ $ref: page }, { type: object, properties: { total: { type: integer } } }]
              $defs: { item: { $dynamicAnchor: item, $ref: '#/components/schemas/User' } }
            NamedUserPage:
              $ref: '#/components/schemas/PetPage'
              $defs: { item: { $dynamicAnchor: item, $ref: '#/components/schemas/User' } }
            Meta: { type: object, properties: { took: { type: integer } } }
            Tree:
              $dynamicAnchor: node
              type: object
              properties: { text: { type: string }, children: { type: array, items: { $dynamicRef: '#node' } }, parent: { $ref: '#/components/schemas/Tree' } }
            ColoredTree:
              $dynamicAnchor: node
              $ref: '#/components/schemas/Tree'
              properties: { color: { type: string } }
        """;

    [Theory]
    [InlineData("PetPage", "Items", "Pet")]
    [InlineData("Page", "Items", "JsonElement")]
    [InlineData("UserPage", "Items", "User")]
    [InlineData("NamedUserPage", "Items", "User")]
    [InlineData("Tree", "Children", "Tree")]
    [InlineData("ColoredTree", "Children", "ColoredTree")]
    public void A_reference_leads_to_what_the_outermost_schema_says(string record, string list, string item)
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Document)).AssertCompiles();

        Assert.Empty(run.Problems);
        IPropertySymbol property = (IPropertySymbol)run.Type($"Consumer.Zoo.{record}")!.GetMembers(list).Single();
        Assert.Equal(item, ((INamedTypeSymbol)property.Type).TypeArguments.Single().Name);
    }

    [Fact]
    public void What_does_not_depend_on_it_is_one_type()
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Document)).AssertCompiles();

        Assert.Equal(["Meta", "Meta"], new[] { "PetPage", "Page" }.Select(record => ((IPropertySymbol)run.Type($"Consumer.Zoo.{record}")!.GetMembers("Meta").Single()).Type.Name));
    }

    /// <summary>A schema of which several others say what it is of, and none does where it is used.</summary>
    [Fact]
    public void Without_an_anchor_around_it_anything_may_stand()
    {
        string document = Document.Replace("      $defs: { item: { $dynamicAnchor: item } }\n", "");
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", document)).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.Equal(["Pet", "JsonElement", "User"], new[] { "PetPage", "Page", "UserPage" }.Select(record => ((INamedTypeSymbol)((IPropertySymbol)run.Type($"Consumer.Zoo.{record}")!.GetMembers("Items").Single()).Type).TypeArguments.Single().Name));
    }

    [Fact]
    public void Schemas_that_say_something_of_each_other_come_to_an_end()
    {
        string schemas = string.Concat(Enumerable.Range(0, 12).Select(i => $"    S{i}: {{ type: object, $dynamicAnchor: a{i}, properties: {{ one: {{ $ref: '#/components/schemas/S{(i + 1) % 12}' }}, two: {{ $ref: '#/components/schemas/S{(i + 5) % 12}', $defs: {{ x: {{ $dynamicAnchor: a{(i + 7) % 12}, type: string }} }} }}, three: {{ $dynamicRef: '#a{(i + 3) % 12}' }} }} }}\n"));

        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", $"openapi: 3.1.0\ninfo: {{ title: Zoo, version: '1' }}\npaths: {{ /a: {{ get: {{ operationId: getA, responses: {{ '200': {{ description: A., content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/S0' }} }} }} }} }} }} }} }}\ncomponents:\n  schemas:\n{schemas}"));

        Assert.DoesNotContain(run.Problems, problem => problem.Contains("DRG9001"));
        Assert.NotNull(run.Type("Consumer.Zoo.S0"));
    }
}
