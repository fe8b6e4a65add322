using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Document;

/// <summary>The Schema Object (OpenAPI 3.1, 4.8.24): structure by the object model, literals as written.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("{}", "Any", false)]
    [InlineData("true", "Any", false)]
    [InlineData("{ type: string }", "String", false)]
    [InlineData("{ type: [integer, 'null'] }", "Integer", true)]
    [InlineData("{ type: number, nullable: true }", "Number", true)]
    [InlineData("{ type: boolean }", "Boolean", false)]
    [InlineData("{ type: array }", "Array", false)]
    [InlineData("{ type: object }", "Object", false)]
    [InlineData("{ type: 'null' }", "Any", true)]
    [InlineData("{ type: [string, integer] }", "Any", false)]
    public void A_schema_has_one_type_and_perhaps_null(string text, string type, bool isNullable)
    {
        Schema schema = DocumentReading.Schema(text);

        Assert.Equal((type, isNullable), (schema.Type.ToString(), schema.IsNullable));
    }

    /// <summary>The object model's reader would make a date of the first, a number of the second and another number of the third.</summary>
    [Theory]
    [InlineData("{ enum: [2020-01-01T00:00:00+02:00] }", "2020-01-01T00:00:00+02:00")]
    [InlineData("{ type: string, enum: [1.10] }", "1.10")]
    [InlineData("{ enum: [12345678901234567890] }", "12345678901234567890")]
    [InlineData("{ enum: [~, a] }", "a")]
    [InlineData("{ const: x }", "x")]
    [InlineData("{ const: x, enum: [x, y] }", "x")]
    public void A_literal_is_as_it_is_written(string text, string literal) =>
        Assert.Equal(literal, Assert.IsType<ScalarNode>(Assert.Single(DocumentReading.Schema(text).Literals!)).Text);

    [Theory]
    [InlineData("{ type: string }")]
    [InlineData("{ enum: [] }")]
    [InlineData("{ enum: [~] }")]
    [InlineData("{ const: ~ }")]
    public void Any_value_will_do_where_there_is_no_literal_but_null(string text) => Assert.Null(DocumentReading.Schema(text).Literals);

    [Fact]
    public void Properties_are_in_the_order_of_the_document()
    {
        Schema schema = DocumentReading.Schema("{ properties: { z: { type: string }, a: { $ref: '#/components/schemas/B' }, m: true }, required: [m, z] }", ", B: { type: integer }");

        Assert.Equal(["z String", "a Integer", "m Any"], schema.Properties.Select(property => $"{property.Key} {(property.Value.Reference ?? property.Value).Type}"));
        Assert.Equal(["m", "z"], schema.Required);
    }

    [Fact]
    public void Two_references_to_one_schema_are_one_schema()
    {
        Schema schema = DocumentReading.Schema("{ properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/A' } } }");

        Assert.All(schema.Properties, property => Assert.Same(schema, property.Value.Reference));
    }

    [Theory]
    [InlineData("{ description: D, title: T }", "D")]
    [InlineData("{ title: T }", "T")]
    [InlineData("{ description: 2020-01-01T00:00:00Z }", "2020-01-01T00:00:00Z")]
    [InlineData("{}", null)]
    [InlineData("true", null)]
    public void A_description_is_the_text_that_says_most(string text, string? description) => Assert.Equal(description, DocumentReading.Schema(text).Description);

    /// <summary>JSON Schema 2020-12, 9.3 and 9.4, also beside a $ref (8.2.3.1); what a $ref leads to holds as well.</summary>
    [Theory]
    [InlineData("{ type: string, readOnly: true }", true, false, false)]
    [InlineData("{ type: string, writeOnly: true, deprecated: true }", false, true, true)]
    [InlineData("{ $ref: '#/components/schemas/B', readOnly: true }", true, false, false)]
    [InlineData("{ $ref: '#/components/schemas/B', deprecated: true }", false, false, true)]
    [InlineData("{ $ref: '#/components/schemas/R' }", true, false, false)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/R' }] }", true, false, false)]
    [InlineData("{ $ref: '#/components/schemas/B' }", false, false, false)]
    public void Annotations_of_a_property(string property, bool isReadOnly, bool isWriteOnly, bool isDeprecated)
    {
        Schema schema = Assert.Single(DocumentReading.Schema($"{{ properties: {{ p: {property} }} }}", ", B: { type: string }, R: { type: string, readOnly: true }").Properties).Value;

        Assert.Equal((isReadOnly, isWriteOnly, isDeprecated), (schema.IsReadOnly, schema.IsWriteOnly, schema.IsDeprecated));
    }

    [Theory]
    [InlineData("{ type: object }", null)]
    [InlineData("{ type: object, additionalProperties: false }", null)]
    [InlineData("{ type: object, additionalProperties: true }", "Any")]
    [InlineData("{ type: object, additionalProperties: { type: string } }", "String")]
    public void Additional_properties_are_what_the_document_says_of_them(string text, string? type) => Assert.Equal(type, DocumentReading.Schema(text).AdditionalProperties?.Type.ToString());

    [Fact]
    public void Alternatives_are_those_of_both_keywords() => Assert.Equal(
        ["String", "Integer"],
        DocumentReading.Schema("{ oneOf: [{ type: string }, { type: 'null' }], anyOf: [{ type: integer }] }").Variants.Select(variant => variant.Type.ToString()));

    [Fact]
    public void A_schema_that_could_not_be_read_says_so()
    {
        DocumentReading reading = DocumentReading.OfBody("paths: { /a: { get: { responses: { 200: { content: { application/json: { schema: { $ref: 'b.yaml' } } } } } } } }");

        Assert.Equal(["DRG2004 2:90"], reading.Problems);
        Assert.True(reading.Document!.Operations[0].Responses[0].Contents[0].Schema!.IsUnresolved);
    }
}
