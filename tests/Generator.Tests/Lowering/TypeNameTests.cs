namespace Dragoman.Generator.Tests.Lowering;

/// <summary>What types are called: components after their key, inline schemas after where they stand.</summary>
public sealed class TypeNameTests
{
    [Theory]
    [InlineData("A: { properties: { home_address: { properties: { street: { type: string } } } } }", "A AHomeAddress")]
    [InlineData("A: { properties: { addresses: { type: array, items: { properties: { street: { type: string } } } } } }", "A AAddress")]
    [InlineData("A: { properties: { data: { type: array, items: { properties: { street: { type: string } } } } } }", "A ADataItem")]
    [InlineData("A: { properties: { byName: { additionalProperties: { properties: { street: { type: string } } } } } }", "A AByNameValue")]
    [InlineData("A: { properties: { p: { type: string } }, additionalProperties: { properties: { q: { type: string } } } }", "A AValue")]
    [InlineData("A: { properties: { a_b: { properties: { q: { type: string } } }, aB: { properties: { q: { type: string } } } } }", "A AAB AAB2")]
    public void An_inline_schema_is_called_after_its_property(string schema, string names) => Assert.Equal(names, Names(LoweredClient.OfSchemas(schema)));

    /// <summary>Components take their names in the order of their keys, so that another order in the document renames nothing.</summary>
    [Fact]
    public void Components_that_become_one_name_get_numbers_in_order()
    {
        string[] schemas = ["a-b: { properties: { p: { type: string } } }", "a_b: { properties: { p: { type: string } } }", "a.b: { properties: { p: { type: string } } }"];
        string[] users = ["A: { properties: { x: { $ref: '#/components/schemas/a_b' }, y: { $ref: '#/components/schemas/a-b' }, z: { $ref: '#/components/schemas/a.b' } } }"];

        Assert.Equal(["X AB3", "Y AB", "Z AB2"], LoweredClient.OfSchemas([.. users, .. schemas]).Record("A").Members());
        Assert.Equal(["X AB3", "Y AB", "Z AB2"], LoweredClient.OfSchemas([.. schemas.Reverse(), .. users]).Record("A").Members());
    }

    /// <summary>Type.FullName of .NET.</summary>
    [Theory]
    [InlineData("Shop.Page`1[[Shop.Item, Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]", "ShopPageShopItem")]
    [InlineData("Map`2[[System.String, System.Private.CoreLib, Version=6.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[A`1[[B, C.D, Version=1.0]], E, Version=1.0.0.0]]", "MapSystemStringAB")]
    [InlineData("Page`1", "Page")]
    [InlineData("Page`1b, C", "Page1bC")]
    public void A_full_name_of_DotNet_is_taken_without_assemblies(string name, string expected) =>
        Assert.Equal($"X {expected}", Assert.Single(LoweredClient.OfSchemas("A: { properties: { x: { $ref: '#/components/schemas/" + Uri.EscapeDataString(name) + "' } } }", $"'{name}': {{ properties: {{ p: {{ type: string }} }} }}").Record("A").Members()));

    [Fact]
    public void A_component_comes_before_an_inline_schema() => Assert.Equal(
        ["P AP2"],
        LoweredClient.OfSchemas("A: { properties: { p: { properties: { q: { type: string } } } } }", "AP: { type: object }").Record("A").Members());

    /// <summary>The client's own types and the converters of records keep their names.</summary>
    [Theory]
    [InlineData("PetsClient", "PetsClient2")]
    [InlineData("IPetsClient", "IPetsClient2")]
    [InlineData("pets_client_options", "PetsClientOptions2")]
    [InlineData("PetsErrors", "PetsErrors2")]
    [InlineData("PetsException", "PetsException2")]
    [InlineData("AJson", "AJson2")]
    [InlineData("123", "_123")]
    [InlineData("../../x", "X")]
    [InlineData("System", "System")]
    [InlineData("???", "Schema")]
    public void A_component_is_called_after_its_key(string key, string name) => Assert.Equal(
        [$"P {name}"],
        LoweredClient.OfSchemas($"A: {{ properties: {{ p: {{ $ref: '#/components/schemas/{key.Replace("/", "~1", StringComparison.Ordinal)}' }} }} }}", $"'{key}': {{ properties: {{ q: {{ type: string }} }} }}").Record("A").Members());

    /// <summary>Inline schemas of a component that is no object itself, too, so that neither a new operation nor another order renames them.</summary>
    [Theory]
    [InlineData("Things: { type: array, items: { properties: { q: { type: string } } } }", "List<Thing>")]
    [InlineData("Things: { additionalProperties: { properties: { q: { type: string } } } }", "Map<ThingsValue>")]
    [InlineData("Things: { type: array, items: { enum: [a, b] } }", "List<Thing>")]
    [InlineData("Things: { oneOf: [{ properties: { q: { type: string } } }, { type: 'null' }] }", "Things?")]
    [InlineData("Things: { allOf: [{ allOf: [{ properties: { q: { type: string } } }] }] }", "Things")]
    [InlineData("Things: { allOf: [{ enum: [a, b] }] }", "Things")]
    public void A_schema_inside_a_component_is_called_after_the_component(string component, string type) => Assert.Equal(
        [$"P {type}"],
        LoweredClient.OfSchemas("A: { properties: { p: { $ref: '#/components/schemas/Things' } } }", component).Record("A").Members());

    [Fact]
    public void A_deep_reference_is_the_type_that_it_leads_to()
    {
        LoweredClient client = LoweredClient.OfSchemas(
            "A: { properties: { p: { $ref: '#/components/schemas/B/properties/inner' }, b: { $ref: '#/components/schemas/B' } } }",
            "B: { properties: { inner: { properties: { q: { type: string } } } } }");

        Assert.Empty(client.Messages);
        Assert.Equal(["P AP", "B B"], client.Record("A").Members());
        Assert.Equal(["Inner AP"], client.Record("B").Members());
    }

    [Theory]
    [InlineData("post: { operationId: makeAgent, requestBody: { content: { application/json: { schema: { properties: { q: { type: string } } } } } } }", "MakeAgentRequest")]
    [InlineData("get: { operationId: getAgent, responses: { 200: { content: { application/json: { schema: { properties: { q: { type: string } } } } } } } }", "GetAgentResponse")]
    [InlineData("get: { operationId: listAgents, responses: { 200: { content: { application/json: { schema: { type: array, items: { properties: { q: { type: string } } } } } } } } }", "ListAgentsResponseItem")]
    [InlineData("get: { responses: { 200: { content: { application/json: { schema: { properties: { q: { type: string } } } } } } } }", "GetAResponse")]
    public void A_body_is_called_after_its_operation(string item, string name) => Assert.Equal(name, Names(LoweredClient.OfPathItem(item)));

    /// <summary>The compiler refuses names of more than about a thousand characters (CS7013), and each level of inline objects adds to them.</summary>
    [Fact]
    public void Names_do_not_grow_without_end()
    {
        string schema = Enumerable.Range(0, 8).Aggregate("{ type: string }", (inner, level) => $"{{ properties: {{ {new string((char)('a' + level), 150)}: {inner} }} }}");

        Assert.All(LoweredClient.OfSchemas($"A: {schema}").Model.Records, record => Assert.InRange(record.Name.Length, 1, 256));
    }

    private static string Names(LoweredClient client)
    {
        Assert.Empty(client.Messages);
        return string.Join(" ", client.Model.Records.Select(record => record.Name).Concat(client.Model.Enums.Select(item => item.Name)));
    }
}
