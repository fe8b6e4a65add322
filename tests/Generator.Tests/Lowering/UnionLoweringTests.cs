using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Which alternatives are a union, by which member, and what its cases are.</summary>
public sealed class UnionLoweringTests
{
    private const string Cat = "Cat: { required: [kind], properties: { kind: { type: string } } }";
    private const string Dog = "Dog: { required: [kind], properties: { kind: { type: string } } }";
    private const string Alternatives = "oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";

    /// <summary>"the mapping … names … or … the schema's name" (OpenAPI 3.1, 4.8.25): what a mapping does not name goes by the component's.</summary>
    [Theory]
    [InlineData("propertyName: kind", "Cat Cat: Cat", "Dog Dog: Dog")]
    [InlineData("propertyName: kind, mapping: { c: '#/components/schemas/Cat', d: Dog }", "C Cat: c", "D Dog: d")]
    [InlineData("propertyName: kind, mapping: { kitten: Cat, cat: Cat }", "Cat Cat: cat, kitten", "Dog Dog: Dog")]
    [InlineData("propertyName: kind, mapping: { cat: Cat, kitten: Cat }", "Cat Cat: cat, kitten", "Dog Dog: Dog")]
    [InlineData("propertyName: kind, mapping: { '16:9': Cat, '': Dog }", "Value16_9 Cat: 16:9", "Dog Dog: ")]
    [InlineData("propertyName: kind, mapping: { '1': Cat, '2': Dog }", "Cat Cat: 1", "Dog Dog: 2")]
    [InlineData("propertyName: kind, mapping: { equals: Cat, value: Dog }", "Equals2 Cat: equals", "Value2 Dog: value")]
    public void A_discriminator_names_the_cases(string discriminator, params string[] cases)
    {
        UnionModel union = Union($"{{ {Alternatives}, discriminator: {{ {discriminator} }} }}", Cat, Dog);

        Assert.Equal("kind", union.Member);
        Assert.Equal(cases, union.Cases.Select(Text));
    }

    [Theory]
    [InlineData("const: c", "const: d")]
    [InlineData("enum: [c]", "type: string, enum: [d]")]
    public void Constants_name_the_cases(string cat, string dog)
    {
        UnionModel union = Union($"{{ {Alternatives} }}", $"Cat: {{ required: [kind], properties: {{ kind: {{ {cat} }} }} }}", $"Dog: {{ required: [kind], properties: {{ kind: {{ {dog} }} }} }}");

        Assert.Equal("kind", union.Member);
        Assert.Equal(["C Cat: c", "D Dog: d"], union.Cases.Select(Text));
    }

    /// <summary>A discriminator without a mapping, whose alternatives are limited to values that are not their names: those are what can be sent.</summary>
    [Fact]
    public void Constants_come_before_implied_names()
    {
        UnionModel union = Union(
            $"{{ {Alternatives}, discriminator: {{ propertyName: kind }} }}",
            "Cat: { required: [kind], properties: { kind: { enum: [lion, tiger] } } }",
            "Dog: { required: [kind], properties: { kind: { $ref: '#/components/schemas/DogKind' } } }",
            "DogKind: { type: string, enum: [dog] }");

        Assert.Equal(["Lion Cat: lion, tiger", "Dog Dog: dog"], union.Cases.Select(Text));
    }

    [Fact]
    public void One_enumeration_of_all_values_tells_nothing_apart()
    {
        UnionModel union = Union(
            $"{{ {Alternatives}, discriminator: {{ propertyName: kind }} }}",
            "Cat: { required: [kind], properties: { kind: { $ref: '#/components/schemas/Kind' } } }",
            "Dog: { required: [kind], properties: { kind: { $ref: '#/components/schemas/Kind' } } }",
            "Kind: { type: string, enum: [Cat, Dog] }");

        Assert.Equal(["Cat Cat: Cat", "Dog Dog: Dog"], union.Cases.Select(Text));
    }

    [Theory]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { type: 'null' }], discriminator: { propertyName: kind } }", "AP?")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], nullable: true, discriminator: { propertyName: kind } }", "AP?")]
    [InlineData("{ type: array, items: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } } }", "List<APItem>")]
    [InlineData("{ allOf: [{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }] }", "AP")]
    [InlineData("{ type: object, required: [kind], properties: { kind: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }", "AP")]
    public void A_union_is_a_type_like_others(string schema, string type)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ p: {schema} }} }}", Cat, Dog);

        Assert.Empty(client.Messages);
        Assert.Equal([$"P {type}"], client.Record("A").Members());
        Assert.Single(client.Model.Unions);
    }

    [Fact]
    public void The_parts_of_an_alternative_count_as_its_members()
    {
        UnionModel union = Union(
            $"{{ {Alternatives}, discriminator: {{ propertyName: kind }} }}",
            "Base: { required: [kind], properties: { kind: { type: string } } }",
            "Cat: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { lives: { type: integer } } }] }",
            "Dog: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { name: { type: string } } }");

        Assert.Equal(["Cat Cat: Cat", "Dog Dog: Dog"], union.Cases.Select(Text));
    }

    /// <summary>Two names of one schema: a value of its type could be either, and so converts to neither.</summary>
    [Fact]
    public void Only_a_type_of_one_case_converts()
    {
        UnionModel union = Union(
            "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Tom' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }",
            "Tom: { allOf: [{ $ref: '#/components/schemas/Cat' }] }",
            Cat,
            Dog);

        Assert.Equal(["Cat Cat False", "Tom Cat False", "Dog Dog True"], union.Cases.Select(item => $"{item.Name} {item.Type.Name} {item.IsConvertible}"));
    }

    /// <summary>A member that no alternative describes still has the values of the mapping, or the names, on the wire.</summary>
    [Fact]
    public void The_member_need_not_be_described() =>
        Assert.Equal(["Cat Cat: Cat", "D Dog: d"], Union($"{{ {Alternatives}, discriminator: {{ propertyName: species, mapping: {{ d: Dog }} }} }}", Cat, Dog).Cases.Select(Text));

    [Theory]
    [InlineData("discriminator: { propertyName: kind, mapping: { Dog: Cat } }")]
    [InlineData("anyOf: [{ title: Fish, properties: { kind: { type: string } } }], discriminator: { propertyName: kind }")]
    public void A_discriminator_that_tells_nothing_apart_is_shown(string member)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ p: {{ {Alternatives}, {member} }} }} }}", Cat, Dog);

        Assert.Equal(["'discriminator' is not enforced by the client"], client.Messages);
        Assert.Equal(["Cat", "Dog"], Assert.Single(client.Model.Unions).Cases.Select(item => item.Name).Take(2));
    }

    [Theory]
    [InlineData("[{ properties: { t: { const: a } } }, { properties: { t: { const: b } } }]")]
    [InlineData("[{ required: [t], properties: { t: { const: a } } }, { required: [t], properties: { t: { const: a } } }]")]
    [InlineData("[{ required: [t], properties: { t: { const: a } } }, { required: [u], properties: { u: { const: b } } }]")]
    [InlineData("[{ required: [t], properties: { t: { const: a } } }, { type: string }]")]
    public void Other_alternatives_are_told_apart_by_what_they_look_like(string alternatives)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ p: {{ oneOf: {alternatives} }} }} }}");

        Assert.Empty(client.Messages);
        Assert.Equal("", Assert.Single(client.Model.Unions).Member);
    }

    [Theory]
    [InlineData("const: 1", "const: 2", "Cat Cat: 1", "Dog Dog: 2")]
    [InlineData("const: true", "const: false", "True Cat: true", "False Dog: false")]
    public void Constants_may_be_numbers_and_booleans(string cat, string dog, params string[] cases) =>
        Assert.Equal(cases, Union($"{{ {Alternatives} }}", $"Cat: {{ required: [kind], properties: {{ kind: {{ {cat} }} }} }}", $"Dog: {{ required: [kind], properties: {{ kind: {{ {dog} }} }} }}").Cases.Select(Text));

    [Fact]
    public void A_union_of_unions_has_the_values_of_all()
    {
        LoweredClient client = LoweredClient.OfSchemas(
            "A: { oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/Fish' }], discriminator: { propertyName: kind } }",
            $"B: {{ {Alternatives}, discriminator: {{ propertyName: kind, mapping: {{ c: Cat }} }} }}",
            "Fish: { properties: { kind: { const: fish } } }",
            Cat,
            Dog);

        Assert.Empty(client.Messages);
        Assert.Equal(["C B: c, Dog", "Fish Fish: fish"], client.Model.Unions.Single(union => union.Name == "A").Cases.Select(Text));
    }

    [Fact]
    public void What_no_value_stands_for_may_be_an_alternative() =>
        Assert.Equal("Dog", Union($"{{ {Alternatives}, discriminator: {{ propertyName: kind, defaultMapping: Dog }} }}", Cat, Dog).DefaultName);

    /// <summary>What includes another is the type of both; values of one enumeration are one.</summary>
    [Theory]
    [InlineData("{ type: [string, integer] }", "TextOrInteger")]
    [InlineData("{ anyOf: [{ type: string }, { type: string, format: uri }] }", "String")]
    [InlineData("{ anyOf: [{ type: integer }, { type: number }] }", "Double")]
    [InlineData("{ anyOf: [{ type: integer, format: int32 }, { type: integer }] }", "Int64")]
    [InlineData("{ anyOf: [{ type: string }, { enum: [a, b] }] }", "AP")]
    [InlineData("{ anyOf: [{ type: string }, { enum: [''] }] }", "String")]
    [InlineData("{ oneOf: [{ const: a }, { const: b }] }", "AP")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, {}] }", "CatOrOther")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { nullable: true }] }", "Cat?")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }] }", "CatOrText")]
    [InlineData("{ oneOf: [{ const: '' }, { type: array, items: { type: string } }, { type: object }] }", "EmptyOrTextListOrJsonMap")]
    [InlineData("{ anyOf: [{ type: string, format: date }, { type: string, format: date-time }] }", "DateOrDateTime")]
    [InlineData("{ oneOf: [{ type: string }, { oneOf: [{ type: boolean }, { type: 'null' }] }] }", "TextOrBoolean?")]
    public void Alternatives_that_include_others_are_one(string schema, string type)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ p: {schema} }} }}", Cat);

        Assert.Empty(client.Messages);
        Assert.Equal([$"P {type}"], client.Record("A").Members());
    }

    /// <summary>The same alternatives in two places are one type, whichever comes first.</summary>
    [Theory]
    [InlineData("p", "q")]
    [InlineData("q", "p")]
    public void Equal_unions_are_one_type(string first, string second)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ {first}: {{ type: [string, integer] }}, {second}: {{ anyOf: [{{ type: string }}, {{ type: integer }}] }} }} }}");

        UnionModel union = Assert.Single(client.Model.Unions);
        Assert.Equal("/components/schemas/A/properties/p", union.Pointer);
    }

    /// <summary>One problem for one cause, and the good alternatives stay.</summary>
    [Theory]
    [InlineData("mapping: { c: '#/components/schemas/Catt' }", "'c' stands for '#/components/schemas/Catt', which is no alternative; values are kept as they are (Unknown)")]
    [InlineData("mapping: { c: Catt }", "'c' stands for 'Catt', which is no alternative; values are kept as they are (Unknown)")]
    [InlineData("mapping: { c: '#/%zz' }", "'c' stands for '#/%zz', which is no alternative; values are kept as they are (Unknown)")]
    [InlineData("mapping: { c: 'https://example.com/cat.json' }", "'c' stands for 'https://example.com/cat.json', which is no alternative; values are kept as they are (Unknown)")]
    [InlineData("mapping: { n: None }", "'n' stands for 'None', which is no alternative; values are kept as they are (Unknown)")]
    [InlineData("mapping: { c: [Cat] }", "'c' must be the name of a schema")]
    [InlineData("mapping: [Cat]", "'mapping' must be an object")]
    public void A_mapping_that_leads_nowhere_is_shown(string mapping, string message)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ p: {{ {Alternatives}, discriminator: {{ propertyName: kind, {mapping} }} }} }} }}", Cat, Dog);

        Assert.Equal([message], client.Messages);
        Assert.Equal(["Cat Cat: Cat", "Dog Dog: Dog"], Assert.Single(client.Model.Unions).Cases.Select(Text));
    }

    [Theory]
    [InlineData("kind", "'discriminator' must be an object")]
    [InlineData("{ mapping: { c: Cat } }", "'propertyName' is missing: a discriminator names the member that decides")]
    public void A_discriminator_has_a_property_name(string discriminator, string message)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ properties: {{ p: {{ {Alternatives}, discriminator: {discriminator} }} }} }}", Cat, Dog);

        Assert.Equal([message], client.Messages);
    }

    [Fact]
    public void An_alternative_that_cannot_be_read_is_left_out()
    {
        LoweredClient client = LoweredClient.OfSchemas("A: { properties: { p: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { $ref: '#/nowhere' }], discriminator: { propertyName: kind } } } }", Cat, Dog);

        Assert.Equal(
            ["'#/nowhere' points to nothing in this document.", "Alternative '/components/schemas/A/properties/p/oneOf/2' is left out until the error in its schema is corrected"],
            client.Messages);
        Assert.Equal(2, Assert.Single(client.Model.Unions).Cases.Count);
    }

    /// <summary>A union may hold itself through its cases; as one of its own alternatives it adds nothing.</summary>
    [Theory]
    [InlineData("A: { oneOf: [{ $ref: '#/components/schemas/Leaf' }, { $ref: '#/components/schemas/Node' }], discriminator: { propertyName: t } }", 2)]
    [InlineData("A: { oneOf: [{ $ref: '#/components/schemas/Leaf' }, { $ref: '#/components/schemas/A' }], discriminator: { propertyName: t } }", 1)]
    [InlineData("A: { oneOf: [{ $ref: '#/components/schemas/Leaf' }, { type: array, items: { $ref: '#/components/schemas/A' } }, { type: string }] }", 3)]
    public void A_union_may_hold_itself_through_its_cases(string union, int cases)
    {
        LoweredClient client = LoweredClient.OfSchemas(
            union,
            "Leaf: { required: [t], properties: { t: { type: string } } }",
            "Node: { required: [t], properties: { t: { type: string }, left: { $ref: '#/components/schemas/A' }, more: { type: array, items: { $ref: '#/components/schemas/A' } } } }");

        Assert.Empty(client.Messages);
        Assert.Equal(cases, Assert.Single(client.Model.Unions).Cases.Count);
    }

    /// <summary>A union is sent without the read-only members of its cases, and whoever holds it as well.</summary>
    [Fact]
    public void A_request_form_reaches_through_unions()
    {
        LoweredClient client = LoweredClient.OfPathItem(
            "post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }",
            $"A: {{ properties: {{ p: {{ $ref: '#/components/schemas/Pet' }} }} }}",
            $"Pet: {{ {Alternatives}, discriminator: {{ propertyName: kind }} }}",
            "Cat: { required: [kind], properties: { kind: { type: string }, id: { type: string, readOnly: true } } }",
            Dog);

        Assert.Empty(client.Messages);
        UnionModel union = Assert.Single(client.Model.Unions);
        Assert.True(union.HasRequestForm);
        Assert.True(client.Record("A").Members[0].Type.HasRequestForm);
        Assert.Equal([true, false], union.Cases.Select(item => item.Type.HasRequestForm));
    }

    /// <summary>Alternatives of one kind, to which the document gives no name: by a value or a member that only one has, in whatever order the members are written.</summary>
    [Theory]
    [InlineData("{ properties: { id: { type: string }, paths: { type: array, items: {} } } }, { properties: { id: { type: string }, wait: { type: integer } } }", "WithPaths", "WithWait")]
    [InlineData("{ properties: { a: { type: string }, wait_time: { type: integer } }, required: [wait_time] }, { properties: { id: { type: string } } }", "WithWaitTime", "WithId")]
    [InlineData("{ properties: { id: { type: string }, more: { type: string } } }, { properties: { id: { type: string } } }", "WithMore", "Object")]
    [InlineData("{ properties: { kind: { const: cat }, a: { type: string } } }, { properties: { kind: { const: dog }, b: { type: string } } }", "Cat", "Dog")]
    [InlineData("{ properties: { kind: { type: string }, a: { type: string } } }, { properties: { kind: { const: dog }, b: { type: string } } }", "WithA", "WithB")]
    [InlineData("{ properties: { id: { type: string } } }, { type: array, items: { type: string } }", "Object", "List")]
    [InlineData("{ type: array, items: { type: string } }, { type: array, items: { $ref: '#/components/schemas/Cat' } }", "TextList", "CatList")]
    [InlineData("{ type: array, items: { type: string } }, { type: array, items: { oneOf: [{ type: boolean }, { type: integer }] } }", "TextList", "List")]
    [InlineData("{ type: array, items: { type: string } }, { type: array, items: { title: a bird, type: object, properties: { wings: { type: integer } } } }", "TextList", "ABirdList")]
    public void Cases_of_one_kind_are_named_after_what_only_they_have(string alternatives, string first, string second)
    {
        LoweredClient client = LoweredClient.OfSchemas($"A: {{ anyOf: [{alternatives}] }}", Cat);

        Assert.Equal([first, second], client.Model.Unions.Single(union => union.Name == "A").Cases.Select(item => item.Name));
    }

    private static string Text(UnionCaseModel item) => $"{item.Name} {item.Type.Text()}: {string.Join(", ", item.Values)}";

    private static UnionModel Union(string schema, params string[] more)
    {
        LoweredClient client = LoweredClient.OfSchemas([$"A: {{ properties: {{ p: {schema} }} }}", .. more]);
        Assert.Empty(client.Messages);
        Assert.Equal(["P AP"], client.Record("A").Members());
        return Assert.Single(client.Model.Unions);
    }
}
