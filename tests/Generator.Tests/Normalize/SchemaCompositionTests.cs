namespace Dragoman.Generator.Tests.Normalize;

/// <summary>allOf, oneOf and anyOf (JSON Schema 2020-12, 10.2.1), null told apart from the alternatives it is written among.</summary>
public sealed class SchemaCompositionTests
{
    [Theory]
    [InlineData("{ anyOf: [{ type: string }, { type: 'null' }] }", "{ nullable: true, allOf: [{ type: string }] }")]
    [InlineData("{ oneOf: [{ type: 'null' }, { type: string }] }", "{ nullable: true, allOf: [{ type: string }] }")]
    [InlineData("{ oneOf: [{ const: ~ }, { type: string }] }", "{ nullable: true, allOf: [{ type: string }] }")]
    [InlineData("{ oneOf: [{ enum: [~] }, { type: string }] }", "{ nullable: true, allOf: [{ type: string }] }")]
    [InlineData("{ oneOf: [{ type: ['null'] }, { type: string }] }", "{ nullable: true, allOf: [{ type: string }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/B' }, { type: 'null' }] }", "{ nullable: true, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ anyOf: [{ type: string }, { type: integer }, { type: 'null' }] }", "{ nullable: true, anyOf: [{ type: string }, { type: integer }] }")]
    [InlineData("{ anyOf: [{ type: 'null' }] }", "{ nullable: true }")]
    [InlineData("{ oneOf: [{ type: string }, { $ref: '#/components/schemas/Null' }] }", "{ nullable: true, allOf: [{ type: string }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/B' }, { type: object, nullable: true }] }", "{ nullable: true, allOf: [{ $ref: /components/schemas/B }] }")]
    public void Null_among_alternatives_is_nullable(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>One alternative is no choice: it holds, as a part of allOf does.</summary>
    [Theory]
    [InlineData("{ oneOf: [{ type: string }] }", "{ allOf: [{ type: string }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/B' }] }", "{ allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ allOf: [{ type: object }], oneOf: [{ type: object }] }", "{ allOf: [{ type: object }, { type: object }] }")]
    public void One_alternative_is_a_part(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>"Exactly one of these members" constrains values and adds no shape.</summary>
    [Theory]
    [InlineData("{ type: object, oneOf: [{ required: [a] }, { required: [b] }] }", "{ type: object }")]
    [InlineData("{ type: object, anyOf: [{ title: T, description: D, required: [a] }, { required: [b], not: { required: [a] } }] }", "{ type: object }")]
    [InlineData("{ oneOf: [{ required: [a] }, { type: object }] }", "{ allOf: [{ type: object }] }")]
    public void Alternatives_that_only_require_members_are_none(string schema, string expected) => AssertCanonical(schema, expected);

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }, { type: object, required: [a] }] }", "{ allOf: [{ $ref: /components/schemas/B }, { type: object, required: [a] }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }], nullable: true }", "{ nullable: true, allOf: [{ $ref: /components/schemas/B }] }")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }], anyOf: [{ type: string }] }", "{ anyOf: [{ type: string }, { type: integer }, { type: string }] }")]
    [InlineData("{ allOf: [true, false] }", "{ allOf: [{}, {}] }")]
    public void Parts_and_alternatives_stay(string schema, string expected) => AssertCanonical(schema, expected);

    private static void AssertCanonical(string schema, string expected)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {schema}", "B: { type: object }", "Null: { enum: [~] }");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Schema("/components/schemas/A"));
    }
}
