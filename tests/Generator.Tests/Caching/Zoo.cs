using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>A client with two groups, methods of its own, several types and a catalog: small enough to name each of its files.</summary>
internal static class Zoo
{
    public static SpecFile Spec { get; } = new("zoo.yaml", """
        openapi: 3.1.0
        info: { title: Zoo, version: "1", description: Animals. }
        servers: [{ url: https://zoo.example }]
        tags: [{ name: Pets, description: All about pets. }]
        paths:
          /pets/{id}:
            get:
              tags: [Pets]
              operationId: getPet
              summary: Reads a pet.
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { 200: { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
          /keepers:
            get:
              tags: [Keepers]
              operationId: getKeeper
              responses: { 200: { description: A keeper., content: { application/json: { schema: { $ref: '#/components/schemas/Keeper' } } } } }
          /health: { get: { operationId: getHealth, responses: { 204: { description: Well. } } } }
        components:
          schemas:
            Pet: { type: object, description: A pet., properties: { name: { type: string }, kind: { $ref: '#/components/schemas/Kind' }, keeper: { $ref: '#/components/schemas/Keeper' } } }
            Keeper: { type: object, description: Feeds pets., properties: { name: { type: string } } }
            Kind: { type: string, description: Of an animal., enum: [cat, dog] }
        """)
    {
        Errors = """
            catalog: 1
            api: Zoo
            errors:
              PET_GONE: { status: 410, message: The pet is gone., operations: [getPet] }
              KEEPER_ASLEEP: { status: 503, message: The keeper sleeps., operations: [getKeeper] }
            """,
    };

    /// <summary>Another client of the same project.</summary>
    public static SpecFile Aquarium { get; } = new("aquarium.yaml", """
        openapi: 3.1.0
        info: { title: Aquarium, version: "1" }
        paths:
          /fish: { get: { operationId: getFish, responses: { 200: { description: A fish., content: { application/json: { schema: { $ref: '#/components/schemas/Fish' } } } } } } }
        components:
          schemas:
            Fish: { type: object, description: Swims., properties: { name: { type: string } } }
        """);

    /// <summary>A spec with one text of it replaced, which has to be there.</summary>
    public static SpecFile Replace(this SpecFile spec, string old, string replacement)
    {
        Assert.Contains(old, spec.Text, StringComparison.Ordinal);
        return spec with { Text = spec.Text.Replace(old, replacement, StringComparison.Ordinal) };
    }

    /// <summary>A spec with one text of its catalog replaced, which has to be there.</summary>
    public static SpecFile ReplaceError(this SpecFile spec, string old, string replacement)
    {
        Assert.Contains(old, spec.Errors, StringComparison.Ordinal);
        return spec with { Errors = spec.Errors!.Replace(old, replacement, StringComparison.Ordinal) };
    }
}
