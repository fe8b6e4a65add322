using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Unions with the code that reads and writes them, and what holds them.</summary>
public sealed class UnionTests
{
    /// <summary>Named by a mapping, by pointer and by bare name; one alternative for two values; a member that only the service sets.</summary>
    [Fact]
    public void By_discriminator() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Frame:
          description: What the service sends while it listens.
          oneOf: [{ $ref: '#/components/schemas/Result' }, { $ref: '#/components/schemas/Problem' }]
          discriminator:
            propertyName: status
            mapping: { result: '#/components/schemas/Result', error: Problem, warning: Problem }
        Result:
          type: object
          description: What was found.
          required: [status]
          properties: { status: { type: string }, id: { type: string, readOnly: true }, score: { type: number } }
        Problem:
          type: object
          required: [status]
          properties: { status: { type: string, enum: [error, warning] }, message: { type: string } }
        """, "Frame"), "Frame"));

    /// <summary>Alternatives written in place, and named after the values that they are limited to.</summary>
    [Fact]
    public void By_constants() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Block:
          anyOf:
            - { type: object, required: [type, text], properties: { type: { const: text }, text: { type: string } } }
            - { type: object, required: [type, url], properties: { type: { enum: [image-url] }, url: { type: string, format: uri } } }
        """, "Block"), "Block"));

    /// <summary>A base, what derives from it, and a level between that tells apart by a member of its own.</summary>
    [Fact]
    public void Inheritance() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Shape:
          type: object
          description: Something with an area.
          required: [kind]
          properties: { kind: { $ref: '#/components/schemas/Kind' }, area: { type: number, readOnly: true } }
          discriminator: { propertyName: kind, mapping: { circle: Circle, oval: Circle, box: '#/components/schemas/Box' } }
        Kind: { type: string, enum: [circle, oval, box] }
        Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }], properties: { radius: { type: number } } }
        Box: { allOf: [{ $ref: '#/components/schemas/Shape' }], properties: { form: { type: string } }, discriminator: { propertyName: form } }
        Square: { allOf: [{ $ref: '#/components/schemas/Box' }, { properties: { form: { const: square } } }] }
        """, "Shape"), "Shape", "Circle", "Box", "Square"));

    [Fact]
    public void In_members_lists_maps_and_bodies() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /pets:
          post:
            operationId: addPet
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            responses: { 200: { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
        """,
        """
        components:
          schemas:
            Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Home' }, { type: 'null' }], discriminator: { propertyName: kind } }
            Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
            Home:
              type: object
              required: [kind, first]
              properties:
                kind: { type: string }
                first: { $ref: '#/components/schemas/Pet' }
                pets: { type: array, items: { $ref: '#/components/schemas/Pet' } }
                byName: { type: object, additionalProperties: { $ref: '#/components/schemas/Pet' } }
        """), "CasesClient", "Home"));

    /// <summary>Cases called like what they hold, like the union itself, and like what records and unions have.</summary>
    [Fact]
    public void Names_that_are_taken() => Snapshot.Verify(Emitted.Files(Emitted.Schemas(
        """
        Unknown:
          oneOf: [{ $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/JsonElement' }]
          discriminator: { propertyName: is, mapping: { a: Text, text: A, '-': B, unknown: JsonElement } }
        Text: { type: object, properties: { is: { type: string } } }
        A: { type: object, properties: { is: { type: string } } }
        B: { type: object, properties: { is: { type: string } } }
        JsonElement: { type: object, properties: { is: { type: string } } }
        """, "Unknown"), "Unknown"));
}
