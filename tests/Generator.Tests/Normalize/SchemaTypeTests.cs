namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Types of OpenAPI 3.0 and 3.1 in the one form of 3.0: a single type, and nullable.</summary>
public sealed class SchemaTypeTests
{
    /// <summary>JSON Schema 2020-12 validation, 6.1.1: a type is one name or several, and null is one of them. OpenAPI 3.0, 4.7.24: nullable.</summary>
    [Theory]
    [InlineData("{ type: string }", "{ type: string }")]
    [InlineData("{ type: [string] }", "{ type: string }")]
    [InlineData("{ type: [string, 'null'] }", "{ type: string, nullable: true }")]
    [InlineData("{ type: ['null', integer], format: int32 }", "{ type: integer, format: int32, nullable: true }")]
    [InlineData("{ type: 'null' }", "{ nullable: true }")]
    [InlineData("{ type: string, nullable: true }", "{ type: string, nullable: true }")]
    [InlineData("{ type: string, nullable: false }", "{ type: string }")]
    [InlineData("{ type: string, x-nullable: true }", "{ type: string, nullable: true }")]
    [InlineData("{ type: [string, integer] }", "{ anyOf: [{ type: string }, { type: integer }] }")]
    [InlineData("{ type: [string, integer, 'null'] }", "{ nullable: true, anyOf: [{ type: string }, { type: integer }] }")]
    [InlineData("{ type: [integer, string, 'null'], format: int32 }", "{ type: integer, format: int32, nullable: true }")]
    [InlineData("{ type: string, format: int-or-string }", "{ format: int-or-string, anyOf: [{ type: integer, format: int-or-string }, { type: string, format: int-or-string }] }")]
    [InlineData("{ x-kubernetes-int-or-string: true }", "{ anyOf: [{ type: integer }, { type: string }] }")]
    [InlineData("{}", "{}")]
    public void A_type_is_one_type_and_null(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>JSON Schema 2020-12, 4.3.2.</summary>
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void A_boolean_schema_says_nothing_of_a_value(string schema) => AssertCanonical(schema, "{}");

    /// <summary>Keywords that apply to values of one type only (JSON Schema 2020-12, 7.6.1) tell what was meant where the type is not said.</summary>
    [Theory]
    [InlineData("{ properties: { a: { type: string } } }", "{ type: object, properties: { a: { type: string } } }")]
    [InlineData("{ additionalProperties: { type: string } }", "{ type: object, additionalProperties: { type: string } }")]
    [InlineData("{ items: { type: string } }", "{ type: array, items: { type: string } }")]
    [InlineData("{ enum: [a, b] }", "{ type: string }")]
    [InlineData("{ enum: [1, 2] }", "{ type: integer }")]
    [InlineData("{ enum: [1.5] }", "{ type: number }")]
    [InlineData("{ enum: [true] }", "{ type: boolean }")]
    [InlineData("{ enum: [1, 1.5] }", "{ type: number }")]
    [InlineData("{ enum: [a, 1] }", "{ }")]
    [InlineData("{ const: a }", "{ type: string }")]
    [InlineData("{ const: 1 }", "{ type: integer }")]
    [InlineData("{ const: { a: 1 } }", "{}")]
    [InlineData("{ type: 'null', items: { type: string } }", "{ type: array, nullable: true, items: { type: string } }")]
    [InlineData("{ maxLength: 3 }", "{}")]
    [InlineData("{ format: date-time }", "{ type: string, format: date-time }")]
    [InlineData("{ format: int64 }", "{ type: integer, format: int64 }")]
    [InlineData("{ format: double }", "{ type: number, format: double }")]
    [InlineData("{ format: other }", "{ format: other }")]
    [InlineData("{ format: date, allOf: [{ type: string }] }", "{ format: date, allOf: [{ type: string }] }")]
    public void A_type_that_is_not_said_is_implied(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>OpenAPI 3.0.3, 4.7.24.1 and its clarification of nullable: a null among the values of an enum is a value.</summary>
    [Theory]
    [InlineData("{ type: string, enum: [a, ~] }", "{ type: string, nullable: true }")]
    [InlineData("{ type: [string, 'null'], enum: [a, ~] }", "{ type: string, nullable: true }")]
    [InlineData("{ enum: [~, a] }", "{ type: string, nullable: true }")]
    [InlineData("{ enum: [~] }", "{ nullable: true }")]
    [InlineData("{ const: ~ }", "{ nullable: true }")]
    [InlineData("{ type: string, enum: ['null'] }", "{ type: string }")]
    public void A_literal_null_is_a_value(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>OpenAPI 3.1, 4.4.2: base64 in a string is said by contentEncoding where 3.0 has format byte.</summary>
    [Theory]
    [InlineData("{ type: string, contentEncoding: base64 }", "{ type: string, format: byte }")]
    [InlineData("{ type: string, format: uuid, contentEncoding: base64 }", "{ type: string, format: uuid }")]
    [InlineData("{ type: string, contentEncoding: quoted-printable }", "{ type: string }")]
    public void An_encoding_is_a_format(string schema, string expected) => AssertCanonical(schema, expected);

    [Theory]
    [InlineData("{ type: string, readOnly: true }", "{ type: string, readOnly: true }")]
    [InlineData("{ type: string, writeOnly: true, deprecated: true }", "{ type: string, writeOnly: true, deprecated: true }")]
    [InlineData("{ type: string, readOnly: false, deprecated: 'true' }", "{ type: string }")]
    public void Annotations_that_decide_something_stay(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>Texts and literals are read from the located tree: an object model would change some of them.</summary>
    [Fact]
    public void Texts_and_literals_are_left_out() => AssertCanonical(
        "{ type: string, title: A, description: B, default: 2020-01-01, example: 2020-01-01T00:00:00+02:00, enum: [2020-01-01], pattern: '^x', minLength: 1, x-note: { type: integer } }",
        "{ type: string }");

    [Theory]
    [InlineData("{ type: strnig }", "DRG2008 4:16", "'strnig' is not a type. Did you mean 'string'?")]
    [InlineData("{ type: [string, nul] }", "DRG2008 4:25", "'nul' is not a type.")]
    [InlineData("{ type: { a: b } }", "DRG2107 4:10", "'type' is not enforced by the client")]
    public void A_type_that_does_not_exist_is_shown(string schema, string problem, string message)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {schema}");

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    private static void AssertCanonical(string schema, string expected)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {schema}");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Schema("/components/schemas/A"));
    }
}
