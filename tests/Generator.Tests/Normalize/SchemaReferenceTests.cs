namespace Dragoman.Generator.Tests.Normalize;

/// <summary>$refs between schemas: RFC 3986 fragments that are JSON pointers (RFC 6901, section 6).</summary>
public sealed class SchemaReferenceTests
{
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/B' }", "{ $ref: /components/schemas/B }")]
    [InlineData("{ $ref: '#/components/schemas/B', description: D, title: T, default: ~, x-note: 1 }", "{ $ref: /components/schemas/B }")]
    [InlineData("{ $ref: '#/components/schemas/B', summary: S, deprecated: true }", "{ $ref: /components/schemas/B }")]
    public void A_reference_with_annotations_is_a_reference(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>JSON Schema 2020-12, 8.2.3.1: other keywords may stand beside $ref, and then both hold.</summary>
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/B', readOnly: true }", "{ readOnly: true, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', writeOnly: true }", "{ writeOnly: true, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', nullable: true }", "{ nullable: true, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', required: [a] }", "{ allOf: [{ $ref: /components/schemas/B }], required: [a] }")]
    [InlineData("{ $ref: '#/components/schemas/B', properties: { a: { type: string } } }", "{ type: object, allOf: [{ $ref: /components/schemas/B }], properties: { a: { type: string } } }")]
    [InlineData("{ $ref: '#/components/schemas/B', allOf: [{ type: object }] }", "{ allOf: [{ $ref: /components/schemas/B }, { type: object }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', additionalProperties: { type: string } }", "{ type: object, additionalProperties: { type: string }, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', oneOf: [{ type: object }, { type: string }] }", "{ allOf: [{ $ref: /components/schemas/B }], anyOf: [{ type: object }, { type: string }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', type: [object, 'null'] }", "{ type: object, nullable: true, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ $ref: '#/components/schemas/B', maxProperties: 3 }", "{ allOf: [{ $ref: /components/schemas/B }] }")]
    public void A_reference_with_siblings_is_a_part(string schema, string expected) => AssertCanonical(schema, expected);

    [Theory]
    [InlineData("#/components/schemas/C~1d~0e%20f", "/components/schemas/C~1d~0e f")]
    [InlineData("#/components/schemas/C~1d%7E0e%20f", "/components/schemas/C~1d~0e f")]
    [InlineData("#/components/schemas/%43%7E1d~0e%20f", "/components/schemas/C~1d~0e f")]
    [InlineData("#/components/schemas/%C3%89", "/components/schemas/É")]
    [InlineData("#/components/schemas/É", "/components/schemas/É")]
    public void A_pointer_is_unescaped(string reference, string pointer)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {{ $ref: '{reference}' }}", "'C/d~e f': { type: string }", "É: { type: string }");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs($"{{ $ref: '{pointer}' }}", reading.Schema("/components/schemas/A"));
    }

    /// <summary>Any schema of the document may be referred to; it then becomes a component.</summary>
    [Theory]
    [InlineData("#/components/schemas/B/properties/b", "/components/schemas/B/properties/b", "{ type: object, properties: { c: { type: integer } } }")]
    [InlineData("#/components/schemas/B/properties/b/properties/c", "/components/schemas/B/properties/b/properties/c", "{ type: integer }")]
    [InlineData("#/components/schemas/B/$defs/D", "/components/schemas/B/$defs/D", "{ type: boolean }")]
    [InlineData("#/components/schemas/B/allOf/0", "/components/schemas/B/allOf/0", "{ type: object }")]
    [InlineData("#/paths/~1a/get/responses/200/content/application~1json/schema", "/paths/~1a/get/responses/200/content/application~1json/schema", "{ type: string }")]
    public void A_deep_reference_makes_a_component(string reference, string pointer, string expected)
    {
        CanonicalReading reading = CanonicalReading.OfBody($$"""
            components:
              schemas:
                A: { $ref: '{{reference}}' }
                B: { allOf: [{ type: object }], $defs: { D: { type: boolean } }, properties: { b: { properties: { c: { type: integer } } } } }
            paths:
              /a: { get: { responses: { 200: { content: { application/json: { schema: { type: string } } } } } } }
            """);

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs($"{{ $ref: '{pointer}' }}", reading.Schema("/components/schemas/A"));
        CanonicalReading.AssertIs(expected, reading.Schema(pointer));
        Assert.Single(reading.Components, pointer);
    }

    [Fact]
    public void A_schema_that_is_only_referred_to_within_others_is_written_once() => Assert.Equal(
        ["/components/schemas/A", "/components/schemas/B"],
        CanonicalReading.OfSchemas("A: { properties: { a: { $ref: '#/components/schemas/B' }, b: { $ref: '#/components/schemas/B' } } }", "B: { $ref: '#/components/schemas/A' }").Components);

    /// <summary>What needs a schema that is not there is to be left out by name, not read as anything.</summary>
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Missing' }")]
    [InlineData("{ $ref: 'https://example.com/a.json' }")]
    [InlineData("{ $ref: 3 }")]
    [InlineData("3")]
    public void A_schema_that_cannot_be_read_says_so(string schema) =>
        CanonicalReading.AssertIs("{ x-unresolved: true }", CanonicalReading.OfSchemas($"A: {schema}").Schema("/components/schemas/A"));

    [Fact]
    public void A_circle_of_references_says_nothing() =>
        CanonicalReading.AssertIs("{}", CanonicalReading.OfSchemas("A: { $ref: '#/components/schemas/A' }").Schema("/components/schemas/A"));

    private static void AssertCanonical(string schema, string expected)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {schema}", "B: { type: object }");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Schema("/components/schemas/A"));
    }
}
