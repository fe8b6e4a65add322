using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Which records derive from which, and by which values they are told apart.</summary>
public sealed class InheritanceTests
{
    private const string Base = "A: { type: object, required: [kind, age], properties: { kind: { type: string }, age: { type: integer, format: int32 } }, discriminator: { propertyName: kind } }";
    private const string Cat = "Cat: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { lives: { type: integer } } }";

    /// <summary>What a mapping does not name goes by the component's name (OpenAPI 3.1, 4.8.25), unless its schema says another value.</summary>
    [Theory]
    [InlineData("{ propertyName: kind }", "kind: { type: string }", "Cat")]
    [InlineData("{ propertyName: kind }", "kind: { const: cat }", "cat")]
    [InlineData("{ propertyName: kind }", "kind: { enum: [cat, kitten] }", "cat", "kitten")]
    [InlineData("{ propertyName: kind }", "x: { type: string } }, x-ms-discriminator-value: '#Cats.Cat', x-a: { b: c", "#Cats.Cat")]
    [InlineData("{ propertyName: kind, mapping: { c: Cat } }", "x: { type: string }", "c")]
    [InlineData("{ propertyName: kind, mapping: { d: '#/components/schemas/Cat', c: Cat } }", "kind: { const: d }", "c", "d")]
    [InlineData("{ propertyName: kind, mapping: { a: A } }", "x: { type: string }", "Cat")]
    public void Values_lead_to_what_derives(string discriminator, string property, params string[] values)
    {
        LoweredClient client = LoweredClient.OfSchemas(Base.Replace("{ propertyName: kind }", discriminator, StringComparison.Ordinal), $"Cat: {{ allOf: [{{ $ref: '#/components/schemas/A' }}], properties: {{ {property} }} }}");

        Assert.Empty(client.Messages);
        Assert.Equal("kind", client.Record("A").Discriminator);
        Assert.Equal(values, Assert.Single(client.Record("A").Derived).Values);
        Assert.Equal("A", client.Record("Cat").BaseName);
    }

    [Fact]
    public void A_derived_record_has_its_value_and_what_its_base_has()
    {
        LoweredClient client = LoweredClient.OfSchemas(Base, Cat);
        RecordModel cat = client.Record("Cat");

        Assert.Equal(["Kind String", "Age Int32 required"], client.Record("A").Members());
        Assert.Equal(["Kind String", "Age Int32 required", "Lives Int64"], cat.Members());
        Assert.Equal(["Kind", "Age"], cat.Members.Where(member => member.IsInherited).Select(member => member.Name));
        ConstantModel constant = Assert.Single(cat.Constants);
        Assert.Equal(("kind", "Kind", "Cat"), (constant.WireName, constant.Name, constant.Value.Text));
        Assert.Equal(TypeKind.Json, client.Record("A").Additional!.Kind);
    }

    /// <summary>Of two levels that other members tell apart, the lower has the upper one's value.</summary>
    [Fact]
    public void Levels_have_discriminators_of_their_own()
    {
        LoweredClient client = LoweredClient.OfSchemas(
            Base,
            "Shark: { allOf: [{ $ref: '#/components/schemas/A' }], required: [kind, teeth], properties: { kind: { const: shark }, teeth: { type: string } }, discriminator: { propertyName: teeth, mapping: { saw: Saw } } }",
            "Saw: { allOf: [{ $ref: '#/components/schemas/Shark' }] }");

        Assert.Equal("teeth", client.Record("Shark").Discriminator);
        Assert.Equal(["shark"], client.Record("A").Derived.Single().Values);
        Assert.Equal(["saw"], client.Record("Shark").Derived.Single().Values);
        Assert.Equal(["Teeth"], client.Record("Saw").Constants.Select(constant => constant.Name));
        Assert.Equal("Shark", client.Record("Saw").BaseName);
    }

    [Fact]
    public void An_inline_part_has_the_discriminator_of_its_whole()
    {
        LoweredClient client = LoweredClient.OfSchemas(
            "Foo: { type: object, properties: { id: { type: integer } } }",
            "A: { allOf: [{ $ref: '#/components/schemas/Foo' }, { type: object, required: [$type], properties: { $type: { type: string } }, discriminator: { propertyName: $type, mapping: { BarQux: '#/components/schemas/Qux' } } }] }",
            "Qux: { allOf: [{ $ref: '#/components/schemas/A' }] }");

        Assert.Empty(client.Messages);
        Assert.Equal("$type", client.Record("A").Discriminator);
        Assert.Equal(["BarQux"], Assert.Single(client.Record("A").Derived).Values);
        Assert.Equal("A", client.Record("Qux").BaseName);
    }

    [Fact]
    public void Values_of_the_lower_level_lead_through_the_upper()
    {
        LoweredClient client = LoweredClient.OfSchemas(Base, Cat, "Lion: { allOf: [{ $ref: '#/components/schemas/Cat' }] }");

        Assert.Equal(["Cat", "Lion"], client.Record("A").Derived.Single().Values);
        Assert.Equal(["Lion"], client.Record("Cat").Derived.Single().Values);
        Assert.Equal("kind", client.Record("Cat").Discriminator);
    }

    [Fact]
    public void A_value_of_two_leads_to_neither()
    {
        LoweredClient client = LoweredClient.OfSchemas(Base, "B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { kind: { const: x } } }", "C: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { kind: { enum: [x, y] } } }");

        Assert.Equal(["", "y"], client.Record("A").Derived.Select(derived => string.Join(",", derived.Values)));
    }

    /// <summary>What only the derived schema is used for needs its base, and none of its siblings.</summary>
    [Fact]
    public void A_derived_record_brings_its_base_alone()
    {
        LoweredClient client = LoweredClient.OfSchemas("A: { allOf: [{ $ref: '#/components/schemas/Pet' }] }", "Pet: { properties: { kind: { type: string } }, discriminator: { propertyName: kind } }", "Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }");

        Assert.Equal(["A", "Pet"], client.Model.Records.Select(record => record.Name));
        Assert.Equal("Pet", client.Record("A").BaseName);
    }

    /// <summary>A member cannot have one type in the base and another in what derives from it.</summary>
    [Fact]
    public void A_member_of_another_type_is_no_inheritance()
    {
        LoweredClient client = LoweredClient.OfSchemas(Base, "Cat: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { age: { type: string } } }");

        Assert.Equal(["'discriminator' is not enforced by the client"], client.Messages);
        Assert.Empty(client.Record("A").Derived);
        Assert.Equal("", client.Record("Cat").BaseName);
        Assert.Equal(["Kind String = Cat", "Age String required"], client.Record("Cat").Members());
    }

    [Theory]
    [InlineData("A: { properties: { kind: { type: string } }, discriminator: { propertyName: kind }, oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }", "B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: { type: string } } }", "C: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { c: { type: string } } }")]
    [InlineData("A: { properties: { kind: { type: string } } }", "B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: { type: string } } }")]
    [InlineData("A: { properties: { kind: { type: string } }, discriminator: { propertyName: kind } }", "B: { properties: { b: { type: string } } }")]
    public void Others_derive_from_none(params string[] schemas) => Assert.All(LoweredClient.OfSchemas(schemas).Model.Records, record => Assert.Equal("", record.BaseName));

    /// <summary>Two that compose each other end in one of them.</summary>
    [Fact]
    public void A_circle_has_an_end()
    {
        LoweredClient client = LoweredClient.OfSchemas(
            "A: { allOf: [{ $ref: '#/components/schemas/B' }], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }",
            "B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }");

        Assert.NotEmpty(client.Problems);
    }
}
