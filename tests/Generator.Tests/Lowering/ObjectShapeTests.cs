using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Objects composed by allOf (JSON Schema 2020-12, 10.2.1.1): everything that a part says holds.</summary>
public sealed class ObjectShapeTests
{
    private static readonly string[] s_parts =
    [
        "Base: { required: [id], properties: { id: { type: string }, name: { type: string } } }",
        "Middle: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { middle: { type: integer } } }",
        "Other: { properties: { other: { type: boolean } } }",
        "Open: { properties: { open: { type: string } }, additionalProperties: { type: integer } }",
    ];

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { own: { type: string } } }] }", "Id String required, Name String, Own String")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], properties: { own: { type: string } } }", "Id String required, Name String, Own String")]
    [InlineData("{ $ref: '#/components/schemas/Base', properties: { own: { type: string } } }", "Id String required, Name String, Own String")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Middle' }, { $ref: '#/components/schemas/Other' }] }", "Id String required, Name String, Middle Int64, Other Boolean")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Middle' }, { $ref: '#/components/schemas/Base' }] }", "Id String required, Name String, Middle Int64")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { required: [name] }] }", "Id String required, Name String required")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], required: [name] }", "Id String required, Name String required")]
    [InlineData("{ allOf: [{ required: [own] }, { properties: { own: { type: string } } }] }", "Own String required")]
    public void Members_and_what_is_required_are_joined(string schema, string members) => Assert.Equal(members, Members(schema));

    /// <summary>A later part that repeats a property narrows it, and leaves it where it was.</summary>
    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { id: { type: string, format: uuid }, own: {} } }] }", "Id Guid required, Name String, Own Json")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], properties: { name: { type: [string, 'null'] } } }", "Id String required, Name String?")]
    public void A_property_that_is_repeated_is_the_later_one(string schema, string members) => Assert.Equal(members, Members(schema));

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Open' }, { $ref: '#/components/schemas/Other' }] }", "Int64")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Open' }, { $ref: '#/components/schemas/Other' }], additionalProperties: { type: string } }", "String")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], additionalProperties: { type: string } }", "String")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Other' }] }", null)]
    public void What_other_members_hold_is_the_last_to_be_said(string schema, string? additional)
    {
        RecordModel record = Client(schema).Record("A");

        Assert.Equal(additional, record.Additional?.Text());
    }

    /// <summary>Alternatives beside members add theirs: none of them is required but what all of them require.</summary>
    [Theory]
    [InlineData("{ properties: { own: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Other' }] }", "Own String, Id String, Name String, Other Boolean")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], oneOf: [{ $ref: '#/components/schemas/Middle' }, { $ref: '#/components/schemas/Other' }] }", "Id String required, Name String, Middle Int64, Other Boolean")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Other' }, { oneOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Middle' }] }] }", "Other Boolean, Id String required, Name String, Middle Int64")]
    [InlineData("{ properties: { own: { type: string } }, anyOf: [{ required: [own] }, { properties: { x: { type: string } } }] }", "X String, Own String")]
    [InlineData("{ properties: { own: { type: string } }, oneOf: [{ properties: { x: { const: a } } }, { properties: { x: { enum: [b, c] } } }] }", "Own String, X String")]
    [InlineData("{ properties: { own: { type: string } }, oneOf: [{ properties: { x: { type: integer } } }, { properties: { x: { type: number } } }] }", "Own String, X Double")]
    [InlineData("{ properties: { own: { type: string } }, oneOf: [{ properties: { x: { type: integer } } }, { properties: { x: { type: string } } }] }", "Own String, X Json")]
    public void The_members_of_alternatives_beside_members_are_optional(string schema, string members) => Assert.Equal(members, Members(schema));

    [Fact]
    public void Alternatives_that_are_no_objects_leave_other_members_as_json()
    {
        LoweredClient client = Client("{ properties: { own: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Base' }, { type: string }] }");

        Assert.Equal(["Alternatives that are not all objects beside properties; values are kept as they are (AdditionalProperties)"], client.Messages);
        Assert.Equal("Json", client.Record("A").Additional?.Text());
    }

    [Theory]
    [InlineData("A: { allOf: [{ $ref: '#/components/schemas/A' }, { properties: { own: { type: string } } }] }", "Own String")]
    [InlineData("A: { allOf: [{ $ref: '#/components/schemas/B' }], properties: { a: { type: string } } }\n    B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: { type: string } } }", "B String, A2 String")]
    public void A_schema_composed_of_itself_is_shown_once(string schemas, string members)
    {
        LoweredClient client = LoweredClient.OfSchemas(schemas);

        Assert.Equal(["'A' is composed of itself by allOf"], client.Messages);
        Assert.Equal(members, string.Join(", ", client.Record("A").Members()));
    }

    private static string Members(string schema)
    {
        LoweredClient client = Client(schema);
        Assert.Empty(client.Messages);
        return string.Join(", ", client.Record("A").Members());
    }

    private static LoweredClient Client(string schema) => LoweredClient.OfSchemas([$"A: {schema}", .. s_parts]);
}
