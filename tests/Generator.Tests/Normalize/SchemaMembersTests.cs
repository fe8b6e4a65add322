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
    [InlineData("dependencies: { a: [b] }", "dependencies")]
    [InlineData("additionalItems: false", "additionalItems")]
    [InlineData("items: { type: string }, properties: { a: { type: string } }", "items")]
    [InlineData("$recursiveRef: '#'", "$recursiveRef")]
    public void A_keyword_that_is_not_enforced_is_shown(string keyword, string name)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {{ {keyword} }}");

        Assert.Equal(["DRG2107 4:10"], reading.Problems);
        Assert.Equal([$"'{name}' is not enforced by the client"], reading.Messages);
    }

    /// <summary>JSON Schema 2020-12, 10.3.1.1 and 10.3.1.2: items by position, which C# has no list for; and the list of older drafts.</summary>
    [Theory]
    [InlineData("{ type: array, prefixItems: [{ type: string }], items: false }", "{ type: array, items: { type: string } }")]
    [InlineData("{ prefixItems: [{ type: string }] }", "{ type: array, items: { type: string } }")]
    [InlineData("{ type: array, prefixItems: [{ type: number }, { type: number }] }", "{ type: array, items: { anyOf: [{ type: number }, { type: number }] } }")]
    [InlineData("{ type: array, prefixItems: [{ type: string }], items: { type: integer } }", "{ type: array, items: { anyOf: [{ type: string }, { type: integer }] } }")]
    [InlineData("{ type: array, items: [{ type: string }, { type: integer }] }", "{ type: array, items: { anyOf: [{ type: string }, { type: integer }] } }")]
    public void A_tuple_is_an_array_of_any_of_its_items(string schema, string expected) =>
        CanonicalReading.AssertIs(expected, CanonicalReading.OfSchemas($"A: {schema}").Schema("/components/schemas/A"));

    /// <summary>JSON Schema 2020-12, 10.3.2 and 11.3.</summary>
    [Theory]
    [InlineData("{ patternProperties: { '^x-': { type: string } } }", "{ type: object, additionalProperties: { type: string } }")]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: false }", "{ type: object, additionalProperties: { type: string } }")]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string }, '^y-': { type: integer } } }", "{ type: object, additionalProperties: {} }")]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: { type: integer } }", "{ type: object, additionalProperties: {} }")]
    [InlineData("{ type: object, patternProperties: { '^x-': false } }", "{ type: object }")]
    [InlineData("{ type: object, unevaluatedProperties: { type: string } }", "{ type: object, additionalProperties: { type: string } }")]
    [InlineData("{ type: object, unevaluatedProperties: false }", "{ type: object, additionalProperties: false }")]
    [InlineData("{ type: object, unevaluatedProperties: { not: {} } }", "{ type: object, additionalProperties: false }")]
    public void Other_members_have_one_schema_or_any(string schema, string expected) =>
        CanonicalReading.AssertIs(expected, CanonicalReading.OfSchemas($"A: {schema}").Schema("/components/schemas/A"));

    private static void AssertCanonical(string schema, string expected)
    {
        CanonicalReading reading = CanonicalReading.OfSchemas($"A: {schema}");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Schema("/components/schemas/A"));
    }
}
