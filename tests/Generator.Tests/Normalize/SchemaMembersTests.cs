namespace Dragoman.Generator.Tests.Normalize;

/// <summary>What schemas say of the members of objects and the items of arrays (JSON Schema 2020-12, 10.3).</summary>
public sealed class SchemaMembersTests
{
    [Theory]
    [InlineData("{ type: array }", "{ type: array, items: {} }")]
    [InlineData("{ type: array, items: true }", "{ type: array, items: {} }")]
    [InlineData("{ type: array, items: false }", "{ type: array, items: {} }")]
    [InlineData("{ type: array, items: { type: array, items: { type: [string, 'null'] } } }", "{ type: array, items: { type: array, items: { type: string, nullable: true } } }")]
    [InlineData("{ type: [array, 'null'], items: { type: string } }", "{ type: array, nullable: true, items: { type: string } }")]
    [InlineData("{ type: string, items: { type: string } }", "{ type: string }")]
    public void Items_are_a_schema(string schema, string expected) => AssertCanonical(schema, expected);

    [Theory]
    [InlineData("{ type: object, additionalProperties: false }", "{ type: object, additionalProperties: false }")]
    [InlineData("{ type: object, additionalProperties: true }", "{ type: object, additionalProperties: {} }")]
    [InlineData("{ type: object, additionalProperties: {} }", "{ type: object, additionalProperties: {} }")]
    [InlineData("{ type: object, additionalProperties: { type: object, additionalProperties: { type: integer } } }", "{ type: object, additionalProperties: { type: object, additionalProperties: { type: integer } } }")]
    public void Additional_properties_are_a_schema_or_forbidden(string schema, string expected) => AssertCanonical(schema, expected);

    [Theory]
    [InlineData("{ type: object, required: [b, a, b] }", "{ type: object, required: [b, a] }")]
    [InlineData("{ type: object, required: [] }", "{ type: object }")]
    [InlineData("{ type: object, required: true }", "{ type: object }")]
    public void Required_names_are_listed_once(string schema, string expected) => AssertCanonical(schema, expected);

    /// <summary>Names of properties that are keywords elsewhere are names here.</summary>
    [Fact]
    public void Properties_are_schemas_whatever_they_are_called() => AssertCanonical(
        "{ type: object, properties: { $ref: { type: string }, type: { type: integer }, enum: true, x-a: { type: [boolean, 'null'] }, '': { type: string } } }",
        "{ type: object, properties: { $ref: { type: string }, type: { type: integer }, enum: {}, x-a: { type: boolean, nullable: true }, '': { type: string } } }");

    [Theory]
    [InlineData("prefixItems: [{ type: string }]", "prefixItems")]
    [InlineData("contains: { type: string }", "contains")]
    [InlineData("not: { type: string }", "not")]
    [InlineData("if: { type: string }", "if")]
    [InlineData("propertyNames: { pattern: '^a' }", "propertyNames")]
    [InlineData("patternProperties: { '^a': { type: string } }", "patternProperties")]
    [InlineData("dependentRequired: { a: [b] }", "dependentRequired")]
    [InlineData("dependentSchemas: { a: true }", "dependentSchemas")]
    public void A_keyword_that_is_not_enforced_is_shown(string keyword, string name)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {{ {keyword} }}");

        Assert.Equal(["DRG2107 4:10"], reading.Problems);
        Assert.Equal([$"'{name}' is not enforced by the client"], reading.Messages);
    }

    /// <summary>A tuple that ends after its prefix: JSON Schema 2020-12, 10.3.1.1 and 10.3.1.2.</summary>
    [Fact]
    public void A_closed_tuple_is_an_array_of_anything() => CanonicalReading.AssertIs(
        "{ type: array, items: {} }",
        CanonicalReading.OfSchemas("A: { type: array, prefixItems: [{ type: string }], items: false }").Schema("/components/schemas/A"));

    private static void AssertCanonical(string schema, string expected)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {schema}");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Schema("/components/schemas/A"));
    }
}
