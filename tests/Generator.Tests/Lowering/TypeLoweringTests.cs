namespace Dragoman.Generator.Tests.Lowering;

/// <summary>The C# type of a property of each kind of schema.</summary>
public sealed class TypeLoweringTests
{
    [Theory]
    [InlineData("{}", "Json")]
    [InlineData("true", "Json")]
    [InlineData("{ type: string }", "String")]
    [InlineData("{ type: [string, 'null'] }", "String?")]
    [InlineData("{ type: string, enum: [a, b, ~] }", "AP?")]
    [InlineData("{ type: string, enum: [a, ~] }", "String?")]
    [InlineData("{ type: array, items: { type: string } }", "List<String>")]
    [InlineData("{ type: array, items: { type: [string, 'null'] } }", "List<String?>")]
    [InlineData("{ type: [array, 'null'], items: { type: array, items: { type: integer } } }", "List<List<Int64>>?")]
    [InlineData("{ type: array }", "List<Json>")]
    [InlineData("{ type: object }", "Map<Json>")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "Map<Int64>")]
    [InlineData("{ type: object, additionalProperties: { type: [integer, 'null'] } }", "Map<Int64?>")]
    [InlineData("{ type: object, additionalProperties: { type: array, items: { $ref: '#/components/schemas/B' } } }", "Map<List<B>>")]
    [InlineData("{ type: object, additionalProperties: false }", "Map<Json>")]
    [InlineData("{ type: object, properties: {} }", "Map<Json>")]
    [InlineData("{ $ref: '#/components/schemas/B' }", "B")]
    public void A_schema_has_a_type(string schema, string type) => Assert.Equal([$"P {type}"], Members(schema));

    /// <summary>Null is allowed where the schema or anything that it stands for says so.</summary>
    [Theory]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/B' }, { type: 'null' }] }", "B?")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/B' }], nullable: true }", "B?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }], nullable: true }", "B?")]
    [InlineData("{ $ref: '#/components/schemas/B', nullable: true }", "B?")]
    [InlineData("{ $ref: '#/components/schemas/NullableText' }", "String?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/NullableText' }] }", "String?")]
    [InlineData("{ $ref: '#/components/schemas/Alias' }", "String?")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Alias' } }", "List<String?>")]
    [InlineData("{ anyOf: [{ type: string }, { type: [string, 'null'] }] }", "String?")]
    public void Null_is_kept(string schema, string type) => Assert.Equal([$"P {type}"], Members(schema));

    /// <summary>A part that only describes, or only constrains, leaves the other part's type as it is.</summary>
    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }] }", "B")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }, { description: D }] }", "B")]
    [InlineData("{ allOf: [{ type: string, format: uuid }, { minLength: 3 }] }", "Guid")]
    [InlineData("{ allOf: [{ allOf: [{ $ref: '#/components/schemas/B' }] }] }", "B")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/B' }] }", "B")]
    [InlineData("{ $ref: '#/components/schemas/B', type: object, maxProperties: 3 }", "B")]
    [InlineData("{ anyOf: [{ type: string, maxLength: 3 }, { type: string, pattern: '^a' }] }", "String")]
    [InlineData("{ type: object, additionalProperties: { type: string }, oneOf: [{ required: [a] }, { required: [b] }] }", "Map<String>")]
    public void A_composition_of_one_type_is_that_type(string schema, string type) => Assert.Equal([$"P {type}"], Members(schema));

    [Theory]
    [InlineData("{ type: any }", "'any' is not a type; values are kept as they are (JsonElement)")]
    [InlineData("{ type: [string, integer], enum: [a, 1] }", "An enumeration of several types; values are kept as they are (JsonElement)")]
    [InlineData("{ allOf: [{ type: string }, { type: integer }] }", "allOf joins schemas that are not all objects; values are kept as they are (JsonElement)")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }, { type: string }] }", "allOf joins schemas that are not all objects; values are kept as they are (JsonElement)")]
    public void What_has_no_type_is_kept_as_json(string schema, string message)
    {
        LoweredClient client = Client(schema);

        Assert.Equal([message], client.Messages);
        Assert.Equal(["P Json"], client.Record("A").Members());
    }

    /// <summary>JSON has arrays and maps of themselves; C# has no name for them. One problem, at the schema.</summary>
    [Theory]
    [InlineData("Self: { type: array, items: { $ref: '#/components/schemas/Self' } }", "List<Json>")]
    [InlineData("Self: { type: object, additionalProperties: { $ref: '#/components/schemas/Self' } }", "Map<Json>")]
    [InlineData("Self: { type: array, items: { type: object, additionalProperties: { $ref: '#/components/schemas/Self' } } }", "List<Map<Json>>")]
    public void A_collection_of_itself_holds_json(string self, string type)
    {
        LoweredClient client = LoweredClient.OfSchemas("A: { properties: { p: { $ref: '#/components/schemas/Self' }, q: { $ref: '#/components/schemas/Self' } } }", self);

        Assert.Equal(["The schema contains itself without an object in between; values are kept as they are (JsonElement)"], client.Messages);
        Assert.Equal([$"P {type}", $"Q {type}"], client.Record("A").Members());
    }

    [Fact]
    public void A_record_may_hold_itself_and_others_that_hold_it()
    {
        LoweredClient client = LoweredClient.OfSchemas(
            "A: { properties: { a: { $ref: '#/components/schemas/A' }, list: { type: array, items: { $ref: '#/components/schemas/B' } } } }",
            "B: { properties: { a: { $ref: '#/components/schemas/A' }, map: { type: object, additionalProperties: { $ref: '#/components/schemas/B' } } } }");

        Assert.Empty(client.Messages);
        Assert.Equal(["A2 A", "List List<B>"], client.Record("A").Members());
        Assert.Equal(["A A", "Map Map<B>"], client.Record("B").Members());
    }

    /// <summary>One problem for one cause: what a broken $ref leads to is named as what follows from it, and not also said to be of the wrong type.</summary>
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/C' }")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/C' } }")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/C' } }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/C' }] }")]
    public void A_property_that_cannot_be_read_is_left_out(string schema)
    {
        LoweredClient client = Client(schema);

        Assert.StartsWith("'#/components/schemas/C' points to nothing in this document.", client.Messages[0], StringComparison.Ordinal);
        Assert.Equal(["Member 'p' is left out until the error in its schema is corrected"], client.Messages.Skip(1));
        Assert.Empty(client.Record("A").Members);
    }

    [Fact]
    public void Parts_that_can_be_read_stay()
    {
        LoweredClient client = Client("{ allOf: [{ $ref: '#/components/schemas/C' }, { $ref: '#/components/schemas/B' }] }");

        Assert.StartsWith("'#/components/schemas/C' points to nothing in this document.", client.Messages[0], StringComparison.Ordinal);
        Assert.Equal(["Part '/components/schemas/A/properties/p/allOf/0' is left out until the error in its schema is corrected"], client.Messages.Skip(1));
        Assert.Equal(["B String"], client.Record("AP").Members());
    }

    private static IEnumerable<string> Members(string schema)
    {
        LoweredClient client = Client(schema);
        Assert.Empty(client.Messages);
        return client.Record("A").Members();
    }

    private static LoweredClient Client(string schema) => LoweredClient.OfSchemas(
        $"A: {{ properties: {{ p: {schema} }} }}",
        "B: { properties: { b: { type: string } } }",
        "NullableText: { type: [string, 'null'] }",
        "Alias: { $ref: '#/components/schemas/NullableText' }");
}
