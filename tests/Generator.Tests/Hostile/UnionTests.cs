namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Documents that are wrong about discriminators, or use names that unions need themselves.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData("«DRG2006»discriminator: null")]
    [InlineData("«DRG2006»discriminator: t")]
    [InlineData("«DRG2007»discriminator: {}")]
    [InlineData("«DRG2007»discriminator: { propertyName: null }")]
    [InlineData("«DRG2007»discriminator: { propertyName: [t] }")]
    [InlineData("discriminator: { propertyName: t, «DRG2006»mapping: [a] }")]
    [InlineData("discriminator: { propertyName: t, mapping: { «DRG2006»a: [x] } }")]
    [InlineData("discriminator: { propertyName: t, mapping: { «DRG2103»a: null } }")]
    [InlineData("discriminator: { propertyName: t, mapping: { «DRG2103»a: 'http://x/y' } }")]
    [InlineData("discriminator: { propertyName: t, defaultMapping: A }")]
    [InlineData("discriminator: { propertyName: t, mapping: { '': A, b: B } }")]
    [InlineData("discriminator: { propertyName: t, mapping: { \"x\\\"\\u2028*/\": A, class: B } }")]
    public void A_discriminator_is_located_or_compiles(string discriminator) => MarkedSpec.AssertHolds($$"""
        paths:
          /u: { get: { operationId: u, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } } } } }
        components:
          schemas:
            A: { type: object, required: [t], properties: { t: { const: a } } }
            B: { type: object, required: [t], properties: { t: { const: b } } }
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], {{discriminator}} }
        """);

    [Theory]
    [InlineData("U: { properties: { t: { type: string } }, discriminator: { propertyName: t, mapping: { \"x\\\"\\u2028*/\": B, class: B } } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }] }")]
    [InlineData("U: { properties: { t: { type: integer } }, discriminator: { propertyName: t } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }] }")]
    [InlineData("U: { properties: { t: { type: object } }, discriminator: { propertyName: t } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }] }")]
    [InlineData("U: { properties: { t: { type: [string, 'null'], deprecated: true } }, discriminator: { propertyName: t } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }] }")]
    [InlineData("U: { properties: { x: { type: string } }, discriminator: { propertyName: t } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }] }")]
    [InlineData("U: { properties: { t: { type: string }, B: { type: string }, b: { type: string } }, discriminator: { propertyName: t } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }], properties: { U: { type: string }, additionalProperties: { type: string } } }")]
    [InlineData("U: { properties: { t: { type: string } }, discriminator: { propertyName: t }, additionalProperties: { type: string } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }], additionalProperties: { type: integer } }")]
    [InlineData("U: { properties: { t: { type: string, readOnly: true } }, required: [t], discriminator: { propertyName: t } }\n    B: { allOf: [{ $ref: '#/components/schemas/U' }, { $ref: '#/components/schemas/V' }] }\n    V: { properties: { t: { type: string } }, discriminator: { propertyName: t } }")]
    public void A_base_is_located_or_compiles(string schemas) => MarkedSpec.AssertHolds($$"""
        paths:
          /u: { post: { operationId: u, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } }, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } } } } }
        components:
          schemas:
            {{schemas}}
        """);

    [Theory]
    [InlineData("U: { oneOf: [{ $ref: '#/components/schemas/U' }, { $ref: '#/components/schemas/A' }] }")]
    [InlineData("U: { «DRG2006»oneOf: 5, discriminator: { propertyName: t } }")]
    [InlineData("U: { oneOf: [{ $ref: '#/components/schemas/A' }, { required: [t, u], properties: { t: { const: c }, u: { $ref: '#/components/schemas/U' } } }] }")]
    [InlineData("U: { oneOf: [{ $ref: '#/components/schemas/A' }, { allOf: [{ $ref: «DRG2003»'#/nowhere' }, { type: object, required: [t], properties: { t: { const: z } } }] }] }")]
    [InlineData("U: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: [object, 'null'], required: [t], properties: { t: { const: z } } }] }")]
    [InlineData("U: { oneOf: [{ required: [t], properties: { t: { const: a } } }, { required: [t], properties: { t: { const: A } } }, { required: [t], properties: { t: { const: unknown } } }, { required: [t], properties: { t: { const: u } } }] }")]
    [InlineData("U: { oneOf: [{ $ref: '#/components/schemas/Value' }, { $ref: '#/components/schemas/Object' }, { $ref: '#/components/schemas/JsonRead' }], discriminator: { propertyName: t } }")]
    [InlineData("«DRG2103»U: { oneOf: [{ $ref: '#/components/schemas/U' }, { oneOf: [{ $ref: '#/components/schemas/U' }] }] }")]
    [InlineData("U: { anyOf: [{ $ref: '#/components/schemas/V' }, { type: string }] }\n    V: { anyOf: [{ $ref: '#/components/schemas/U' }, { type: integer }] }")]
    [InlineData("U: { anyOf: [{ type: array, items: { $ref: '#/components/schemas/U' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/U' } }, { type: [string, number, boolean] }] }")]
    [InlineData("U: { oneOf: [] }")]
    [InlineData("U: { oneOf: [{}, {}, true] }")]
    [InlineData("U: { anyOf: [{ type: string }, { type: string }, { const: a }] }")]
    [InlineData("U: { oneOf: [{ const: '' }, { const: \"\\\"\\u2028*/\" }, { type: integer }] }")]
    [InlineData("U: { oneOf: [{ const: \"\\\"\\u2028*/\" }, { type: integer }] }")]
    [InlineData("U: { oneOf: [{ title: '}', properties: { \"\\\"\\u2028*/\": { const: \"\\\"\\u2028\" }, x: {} } }, { title: 'U', properties: { y: { type: string } } }, { title: Unknown, properties: { y: { type: integer } } }] }")]
    [InlineData("U: { type: [object, array, string], properties: { u: { $ref: '#/components/schemas/U' } }, items: { $ref: '#/components/schemas/U' }, enum: [] }")]
    [InlineData("U: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: string, format: uuid }, { type: string, format: date }, { enum: [x, y] }, { type: array, items: { type: string } }, { type: array, items: { type: array, items: { type: integer } } }] }")]
    public void A_union_is_located_or_compiles(string union) => MarkedSpec.AssertHolds($$"""
        paths:
          /u: { post: { operationId: u, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } }, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } } } } }
        components:
          schemas:
            A: { type: object, required: [t], properties: { t: { const: a } } }
            Value: { type: object, required: [t], properties: { t: { type: string } } }
            Object: { type: object, required: [t], properties: { t: { type: string } } }
            JsonRead: { type: object, required: [t], properties: { t: { type: string } } }
            UA: { type: object, properties: { x: { type: string } } }
            UJson: { type: object, properties: { x: { type: string } } }
            {{union}}
        """);

    [Theory]
    [InlineData("{ type: object, required: [id], properties: { id: { type: string }, m#: { type: string } } }")]
    [InlineData("{ type: object, required: [t], properties: { t: { const: c# } } }")]
    [InlineData("{ const: c# }")]
    [InlineData("{ type: object, properties: { same: { type: string } } }")]
    public void Alternatives_may_be_many(string alternative) => MarkedSpec.AssertHolds($$"""
        paths:
          /u: { get: { operationId: u, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } } } } }
        components:
          schemas:
            U: { oneOf: [{{string.Join(", ", Enumerable.Range(0, 200).Select(i => alternative.Replace("#", $"{i}", StringComparison.Ordinal)))}}] }
        """);
}
