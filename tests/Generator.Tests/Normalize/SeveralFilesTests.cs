using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Documents that refer to other files of the project.</summary>
public sealed class SeveralFilesTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: Zoo, version: '1' }\n";

    /// <summary>A document whose one operation answers with the component A; it ends with its third line.</summary>
    private const string OfA = Head + "paths: { /a: { get: { operationId: getA, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }\n";

    /// <summary>References of every kind, and back.</summary>
    private static readonly SpecFile[] s_zoo =
    [
        new("api/zoo.yaml", Head + """
            paths:
              /pets: { $ref: paths/pets.yaml }
              /keepers/{id}:
                get:
                  operationId: getKeeper
                  parameters: [{ $ref: 'common.yaml#/parameters/Id' }]
                  responses:
                    200: { $ref: './common.yaml#/responses/Keeper' }
            components:
              schemas:
                Pet: { $ref: 'schemas/pets.yaml#/Pet' }
                Food: { type: object, properties: { name: { type: string } } }
            """),
        Part("api/paths/pets.yaml", """
            post:
              operationId: addPet
              requestBody: { content: { application/json: { schema: { $ref: '../schemas/pets.yaml#/Pet' } } } }
              responses: { 200: { content: { application/json: { schema: { $ref: ../schemas/Receipt.json } } } } }
            """),
        Part("api/schemas/pets.yaml", """
            Pet:
              type: object
              properties:
                kind: { $ref: '#/Kind' }
                food: { $ref: '../zoo.yaml#/components/schemas/Food' }
                friends: { type: array, items: { $ref: '#/Pet' } }
                stay: { $ref: '../../hotel.yaml#/components/schemas/Room' }
            Kind: { type: string, enum: [cat, dog] }
            """),
        Part("api/schemas/Receipt.json", """{ "type": "object", "properties": { "pet": { "$ref": "pets.yaml#/Pet" } } }"""),
        Part("api/common.yaml", """
            parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
            responses: { Keeper: { content: { application/json: { schema: { $ref: '#/schemas/Keeper' } } } } }
            schemas: { Keeper: { type: object, properties: { pets: { type: array, items: { $ref: schemas%2Fpets.yaml#/Pet } } } } }
            """),
        new("hotel.yaml", "openapi: 3.0.3\ninfo: { title: Hotel, version: '1' }\npaths: {}\ncomponents: { schemas: { Room: { type: object, properties: { number: { type: integer, format: int32 } } } } }"),
    ];

    [Fact]
    public void References_lead_to_other_files_and_back()
    {
        GeneratorRun run = GeneratorRun.Of(s_zoo).AssertCompiles();

        Assert.Empty(run.Problems);
        string[] types = ["Pet", "Kind", "Food", "Room", "Receipt", "Keeper"];
        Assert.All(types, type => Assert.NotNull(run.Type($"Consumer.Zoo.{type}")));
        Assert.Null(run.Type("Consumer.Zoo.Pet2"));
    }

    [Fact]
    public void A_file_says_which_part_it_comes_from()
    {
        IReadOnlyDictionary<string, string> sources = GeneratorRun.Of(s_zoo).Sources;

        Assert.Contains("// Written by Dragoman from schemas/pets.yaml#/Kind\n", sources["Consumer.Zoo.Kind.g.cs"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("// Written by Dragoman from ../hotel.yaml#/components/schemas/Room\n", sources["Consumer.Zoo.Room.g.cs"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("// Written by Dragoman from zoo.yaml#/components/schemas/Food\n", sources["Consumer.Zoo.Food.g.cs"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A: { type: strnig }", "schemas.yaml 1:12 DRG2008")]
    [InlineData("A: { $ref: '#/B' }", "schemas.yaml 1:12 DRG2003")]
    [InlineData("A: { $ref: 'other.yaml' }", "schemas.yaml 1:12 DRG2004")]
    [InlineData("A: { $ref: '#/A' }", "schemas.yaml 1:12 DRG2103")]
    [InlineData("A: { $ref: 'zoo.yaml#/components/schemas/A' }", "zoo.yaml 4:37 DRG2103")]
    [InlineData("B: {}", "zoo.yaml 4:37 DRG2003")]
    [InlineData("", "schemas.yaml 1:1 DRG1002")]
    [InlineData("A: [", "schemas.yaml 1:4 DRG1001")]
    public void A_problem_is_shown_in_the_file_that_has_it(string part, string problem)
    {
        GeneratorRun run = GeneratorRun.Of(OfSchema("schemas.yaml#/A"), Part("schemas.yaml", part));

        Assert.Equal([problem], run.Problems);
        Assert.NotNull(run.Type("Consumer.Zoo.ZooClient"));
    }

    [Theory]
    [InlineData("schemas.yaml#/A")]
    [InlineData("../schemas.yaml#/A")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///consumer/notes.yaml")]
    [InlineData("https://zoo.example/notes.yaml")]
    public void A_file_that_is_no_item_is_not_followed(string reference) =>
        Assert.Equal(["zoo.yaml 4:37 DRG2004"], GeneratorRun.Of(OfSchema(reference), Part("notes.yaml", "A: {}")).Problems);

    [Fact]
    public void A_part_by_itself_is_no_client() => Assert.Empty(GeneratorRun.Of(Part("schemas.yaml", "A: { type: strnig }")).Result.GeneratedTrees);

    [Fact]
    public void Types_of_one_name_in_two_files_are_two()
    {
        GeneratorRun run = GeneratorRun.Of(
            new SpecFile("zoo.yaml", OfA + "components: { schemas: { A: { type: object, properties: { a: { $ref: 'a.yaml#/Pet' }, b: { $ref: 'b.yaml#/Pet' } } } } }"),
            Part("b.yaml", "Pet: { type: object, properties: { isOfB: { type: boolean } } }"),
            Part("a.yaml", "Pet: { type: object, properties: { isOfA: { type: boolean } } }")).AssertCompiles();

        Assert.NotEmpty(run.Type("Consumer.Zoo.Pet")!.GetMembers("IsOfA"));
        Assert.NotEmpty(run.Type("Consumer.Zoo.Pet2")!.GetMembers("IsOfB"));
    }

    /// <summary>OpenAPI 3.1, 4.8.25: a value of a discriminator may name a schema of another file.</summary>
    [Fact]
    public void A_discriminator_names_schemas_of_other_files()
    {
        GeneratorRun run = GeneratorRun.Of(
            new SpecFile("zoo.yaml", OfA + "components: { schemas: { A: { oneOf: [{ $ref: 'pets.yaml#/Cat' }, { $ref: 'pets.yaml#/Dog' }], discriminator: { propertyName: kind, mapping: { c: 'pets.yaml#/Cat' } } } } }"),
            Part("pets.yaml", "Cat: { type: object, required: [kind], properties: { kind: { type: string } } }\nDog: { type: object, required: [kind], properties: { kind: { type: string } } }")).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.Equal(["C", "Dog"], run.Type("Consumer.Zoo.A")!.GetTypeMembers().Select(type => type.Name).Intersect(["C", "Cat", "Dog"]).Order());
    }

    [Fact]
    public void Parts_of_a_Swagger_document_are_Swagger()
    {
        GeneratorRun run = GeneratorRun.Of(
            new SpecFile("zoo.yaml", "swagger: '2.0'\ninfo: { title: Zoo, version: '1' }\npaths: { /pets: { $ref: 'parts.yaml#/pets' } }"),
            Part("parts.yaml", """
                pets:
                  post:
                    operationId: addPet
                    parameters: [{ $ref: '#/body' }, { $ref: '#/limit' }]
                    responses: { 200: { description: Done., schema: { $ref: '#/Pet' } } }
                body: { name: pet, in: body, required: true, schema: { $ref: '#/Pet' } }
                limit: { name: limit, in: query, type: integer, format: int32 }
                Pet: { type: object, properties: { name: { type: string, x-nullable: true } } }
                """)).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.Equal(["Pet", "int?"], run.Type("Consumer.Zoo.ZooClient")!.GetMembers("AddPetAsync").Cast<Microsoft.CodeAnalysis.IMethodSymbol>().Single().Parameters.Take(2).Select(parameter => parameter.Type.ToDisplayString(Microsoft.CodeAnalysis.SymbolDisplayFormat.MinimallyQualifiedFormat)).Order(StringComparer.Ordinal));
    }

    /// <summary>JSON Schema 2020-12, 8.2.2.</summary>
    [Fact]
    public void An_anchor_is_a_place_in_a_file()
    {
        GeneratorRun run = GeneratorRun.Of(OfSchema("schemas.yaml#pet"), Part("schemas.yaml", "x: { A: { $anchor: pet, type: object, properties: { name: { type: string } } } }")).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.NotNull(run.Type("Consumer.Zoo.A"));
    }

    private static SpecFile OfSchema(string reference) => new("zoo.yaml", $"{OfA}components: {{ schemas: {{ A: {{ $ref: '{reference}' }} }} }}");

    private static SpecFile Part(string path, string text) => new(path, text) { Metadata = [("Kind", "Part")] };
}
