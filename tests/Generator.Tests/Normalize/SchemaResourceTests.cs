using Dragoman.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>URIs that schemas and documents give themselves (JSON Schema 2020-12, 8.2.1; OpenAPI 3.2, section 4.1.2).</summary>
public sealed class SchemaResourceTests
{
    private const string Operation = """
        openapi: 3.2.0
        $self: https://api.example.com/v1/zoo.yaml
        info: { title: Zoo, version: '1' }
        paths: { /a: { get: { operationId: getA, responses: { '200': { description: A., content: { application/json: { schema: { $ref: 'REFERENCE' } } } } } } } }

        """;

    private const string Schemas = """
        components:
          schemas:
            Pet:
              $id: https://schemas.example.com/pet
              type: object
              properties: { owner: { $ref: owner }, color: { $ref: 'owner#color' }, tag: { $ref: '#/$defs/Tag' }, parent: { $ref: '#' }, keeper: { $ref: '#/components/schemas/Owner' } }
              $defs: { Tag: { type: object, properties: { text: { type: string } } } }
            Owner:
              $id: https://schemas.example.com/owner
              type: object
              properties: { age: { type: integer } }
              $defs: { Color: { $anchor: color, type: object, properties: { rgb: { type: integer } } } }
        """;

    [Theory]
    [InlineData("https://schemas.example.com/pet")]
    [InlineData("https://api.example.com/v1/zoo.yaml#/components/schemas/Pet")]
    [InlineData("/v1/zoo.yaml#/components/schemas/Pet")]
    [InlineData("#/components/schemas/Pet")]
    public void A_reference_is_read_from_the_URI_of_what_holds_it(string reference)
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("renamed.yaml", Operation.Replace("REFERENCE", reference) + Schemas)).AssertCompiles();

        Assert.Empty(run.Problems);
        INamedTypeSymbol pet = run.Type("Consumer.Zoo.Pet")!;
        string[] types = [.. new[] { "Parent", "Owner", "Color", "Tag", "Keeper" }.Select(name => ((IPropertySymbol)pet.GetMembers(name).Single()).Type.Name)];
        Assert.Equal(["Pet", "Owner", "PetColor", "PetTag", "Owner"], types);
    }

    [Fact]
    public void A_part_may_be_named_by_its_URI()
    {
        SpecFile part = new("other.yaml", "$id: https://schemas.example.com/creature\ntype: object\nproperties: { name: { type: string } }") { Metadata = [("Kind", "Part")] };
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Operation.Replace("REFERENCE", "https://schemas.example.com/creature")), part).AssertCompiles();

        Assert.Empty(run.Problems);
    }

    /// <summary>What a value says is no part of the document.</summary>
    [Fact]
    public void A_URI_within_an_example_is_none()
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Operation.Replace("REFERENCE", "https://schemas.example.com/pet") + "components: { schemas: { A: { example: { $id: https://schemas.example.com/pet } } } }"));

        Assert.Contains("DRG2004", Assert.Single(run.Problems, problem => problem.Contains("DRG2004")));
    }
}
