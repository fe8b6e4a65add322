using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class RecordLoweringTests
{
    /// <summary>
    /// JSON Schema 2020-12 validation, 6.5.3 and 9.4, and OpenAPI 3.0.4, 4.7.24: a read-only member that is required is so in
    /// responses only, a write-only one in requests only. A type that is used for both cannot demand either.
    /// </summary>
    [Theory]
    [InlineData("received", "{ type: string }", "P String required")]
    [InlineData("received", "{ type: [string, 'null'] }", "P String? required")]
    [InlineData("received", "{ type: string, readOnly: true }", "P String required readOnly")]
    [InlineData("received", "{ type: string, writeOnly: true }", "P String")]
    [InlineData("sent", "{ type: string }", "P String required")]
    [InlineData("sent", "{ type: [string, 'null'] }", "P String? required")]
    [InlineData("sent", "{ type: string, readOnly: true }", "P String readOnly")]
    [InlineData("sent", "{ type: [string, 'null'], readOnly: true }", "P String? readOnly")]
    [InlineData("sent", "{ type: string, writeOnly: true }", "P String required")]
    [InlineData("both", "{ type: string }", "P String required")]
    [InlineData("both", "{ type: string, readOnly: true }", "P String readOnly")]
    [InlineData("both", "{ type: string, writeOnly: true }", "P String")]
    [InlineData("both", "{ $ref: '#/components/schemas/Id', readOnly: true }", "P String readOnly")]
    public void Required_holds_for_the_direction_of_a_member(string direction, string schema, string member) =>
        Assert.Equal([member], Client(direction, $"A: {{ required: [p], properties: {{ p: {schema} }} }}").Record("A").Members());

    [Theory]
    [InlineData("{ type: string }", "P String")]
    [InlineData("{ type: string, readOnly: true }", "P String readOnly")]
    [InlineData("{ type: string, writeOnly: true }", "P String")]
    public void A_member_that_is_not_required_never_is(string schema, string member) =>
        Assert.All(["received", "sent", "both"], direction => Assert.Equal([member], Client(direction, $"A: {{ properties: {{ p: {schema} }} }}").Record("A").Members()));

    /// <summary>RFC 7396: a member that is absent leaves things as they are, null clears them. Where nothing is sent, the two are one.</summary>
    [Theory]
    [InlineData("received", "{ type: [string, 'null'] }", "P String?")]
    [InlineData("sent", "{ type: [string, 'null'] }", "P Optional<String?>")]
    [InlineData("both", "{ type: [string, 'null'] }", "P Optional<String?>")]
    [InlineData("both", "{ type: [array, 'null'], items: { type: string } }", "P Optional<List<String>?>")]
    [InlineData("both", "{ oneOf: [{ $ref: '#/components/schemas/Id' }, { type: 'null' }] }", "P Optional<String?>")]
    [InlineData("both", "{ type: [string, 'null'], readOnly: true }", "P String? readOnly")]
    [InlineData("both", "{}", "P Json")]
    public void Absent_and_null_are_two_things_in_requests(string direction, string schema, string member) =>
        Assert.Equal([member], Client(direction, $"A: {{ properties: {{ p: {schema} }} }}").Record("A").Members());

    [Theory]
    [InlineData("{ const: a }", "P String = a")]
    [InlineData("{ type: string, enum: [a] }", "P String = a")]
    [InlineData("{ type: string, enum: [a, a] }", "P String = a")]
    [InlineData("{ type: string, format: uuid, const: a }", "P String = a")]
    [InlineData("{ const: 3 }", "P Int64 = 3")]
    [InlineData("{ const: 1.50 }", "P Double = 1.5")]
    [InlineData("{ const: true }", "P Boolean = true")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/One' }] }", "P String = one")]
    [InlineData("{ $ref: '#/components/schemas/One' }", "P String = one")]
    [InlineData("{ type: [string, 'null'], const: a }", "P String? required")]
    public void A_constant_that_must_be_there_is_there(string schema, string member) =>
        Assert.All(["received", "sent", "both"], direction => Assert.Equal([member], Client(direction, $"A: {{ required: [p], properties: {{ p: {schema} }} }}", "One: { enum: [one] }").Record("A").Members()));

    /// <summary>Whether an optional constant is there says something, so that it is not there by itself.</summary>
    [Fact]
    public void An_optional_constant_is_not_there() =>
        Assert.All(["received", "sent", "both"], direction => Assert.Equal(["P Boolean"], Client(direction, "A: { properties: { p: { const: true } } }").Record("A").Members()));

    /// <summary>JSON Schema 2020-12 validation, 9.2. The default of what is only sent is the service's own.</summary>
    [Theory]
    [InlineData("received", "{ type: integer, default: 20 }", "P Int64 default 20")]
    [InlineData("received", "{ type: string, default: '' }", "P String default ")]
    [InlineData("received", "{ type: boolean, default: false }", "P Boolean default false")]
    [InlineData("received", "{ type: number, default: 0.5 }", "P Double default 0.5")]
    [InlineData("received", "{ type: number, format: float, default: 0.1 }", "P Single default 0.1")]
    [InlineData("received", "{ type: number, format: float, default: 1e39 }", "P Single")]
    [InlineData("received", "{ type: number, format: decimal, default: 1.10 }", "P Decimal default 1.10")]
    [InlineData("received", "{ type: integer, format: uint64, default: 18446744073709551615 }", "P UInt64 default 18446744073709551615")]
    [InlineData("received", "{ type: integer, format: uint64, default: -1 }", "P UInt64")]
    [InlineData("received", "{ type: array, items: { type: string }, default: [] }", "P List<String> default ")]
    [InlineData("received", "{ type: string, enum: [a, b], default: b }", "P AP default b")]
    [InlineData("received", "{ $ref: '#/components/schemas/Id', default: x }", "P String default x")]
    [InlineData("received", "{ type: boolean, default: true, readOnly: true }", "P Boolean default true readOnly")]
    [InlineData("received", "{ type: array, items: { type: string }, default: [a] }", "P List<String>")]
    [InlineData("received", "{ type: integer, default: many }", "P Int64")]
    [InlineData("received", "{ type: integer, format: int32, default: 2147483648 }", "P Int32")]
    [InlineData("received", "{ type: string, format: date, default: 2020-01-01 }", "P DateOnly")]
    [InlineData("received", "{ type: [string, 'null'], default: a }", "P String? default a")]
    [InlineData("received", "{ type: [string, 'null'], default: ~ }", "P String?")]
    [InlineData("sent", "{ type: integer, default: 20 }", "P Int64")]
    [InlineData("sent", "{ type: [string, 'null'], default: a }", "P Optional<String?>")]
    [InlineData("both", "{ type: integer, default: 20 }", "P Int64 default 20")]
    [InlineData("both", "{ type: [string, 'null'], default: a }", "P Optional<String?> default a")]
    [InlineData("both", "{ type: boolean, default: true, readOnly: true }", "P Boolean default true readOnly")]
    public void A_default_is_what_is_read_where_nothing_came(string direction, string schema, string member) =>
        Assert.Equal([member], Client(direction, $"A: {{ properties: {{ p: {schema} }} }}").Record("A").Members());

    [Fact]
    public void A_required_member_has_no_default() => Assert.Equal(["P Int64 required"], Client("received", "A: { required: [p], properties: { p: { type: integer, default: 20 } } }").Record("A").Members());

    /// <summary>A name that a property does not have says nothing that a type could.</summary>
    [Fact]
    public void A_required_name_without_a_property_is_none() => Assert.Equal(["P String"], Client("both", "A: { required: [q], properties: { p: { type: string } } }").Record("A").Members());

    /// <summary>Members that every record has (C# 9 to 12, record types), and names that cannot stand in their own type (CS0542).</summary>
    [Theory]
    [InlineData("equals", "Equals2")]
    [InlineData("getHashCode", "GetHashCode2")]
    [InlineData("to_string", "ToString2")]
    [InlineData("EqualityContract", "EqualityContract2")]
    [InlineData("clone", "Clone2")]
    [InlineData("PrintMembers", "PrintMembers2")]
    [InlineData("deconstruct", "Deconstruct2")]
    [InlineData("getType", "GetType2")]
    [InlineData("memberwise-clone", "MemberwiseClone2")]
    [InlineData("finalize", "Finalize2")]
    [InlineData("a", "A2")]
    [InlineData("jsonRead", "JsonRead2")]
    [InlineData("get_X", "GetX")]
    [InlineData("__proto__", "Proto")]
    [InlineData("$type", "Type")]
    [InlineData("", "Member")]
    [InlineData("@", "Member")]
    [InlineData("1st", "_1st")]
    [InlineData("class", "Class")]
    [InlineData("additionalProperties", "AdditionalProperties")]
    public void A_member_has_a_name_that_a_record_can_have(string wireName, string name)
    {
        MemberModel member = Assert.Single(Client("both", $"A: {{ properties: {{ '{wireName}': {{ type: string }} }} }}").Record("A").Members);

        Assert.Equal((wireName, name), (member.WireName, member.Name));
    }

    [Fact]
    public void Two_members_of_one_name_get_numbers() => Assert.Equal(
        ["AB2 String", "AB3 String", "AB String"],
        Client("both", "A: { properties: { a-b: { type: string }, a_b: { type: string }, aB: { type: string } } }").Record("A").Members());

    [Fact]
    public void A_member_with_an_underscore_is_told_from_the_one_without() => Assert.Equal(
        ["UnderscoreUrl String", "Url String", "Other String"],
        Client("both", "A: { properties: { _url: { type: string }, url: { type: string }, _other: { type: string } } }").Record("A").Members());

    /// <summary>Another order of the members in a document renames nothing.</summary>
    [Theory]
    [InlineData("type: { type: string }, '@type': { type: string }, $type: { type: string }", "Type=type Type2=$type Type3=@type")]
    [InlineData("$type: { type: string }, '@type': { type: string }, type: { type: string }", "Type=type Type2=$type Type3=@type")]
    [InlineData("'+1': { type: integer }, '-1': { type: integer }, '1': { type: integer }", "Minus1=-1 Plus1=+1 _1=1")]
    [InlineData("id: { type: string }, ID: { type: string }, Id: { type: string }, _id: { type: string }", "Id=Id Id2=id Id3=ID UnderscoreId=_id")]
    public void Names_do_not_depend_on_the_order(string properties, string expected) => Assert.Equal(
        expected,
        string.Join(" ", Client("both", $"A: {{ properties: {{ {properties} }} }}").Record("A").Members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}={member.WireName}")));

    [Fact]
    public void The_bag_of_other_members_keeps_its_name() => Assert.Equal(
        ["AdditionalProperties2 String"],
        Client("both", "A: { properties: { additionalProperties: { type: string } }, additionalProperties: { type: string } }").Record("A").Members());

    /// <summary>Writing a record as a form may take a variable for each member, beside the writer's own.</summary>
    [Theory]
    [InlineData("reader", "reader2")]
    [InlineData("value", "value2")]
    [InlineData("Url", "url")]
    [InlineData("1st", "_1st")]
    public void A_member_has_a_variable(string wireName, string variable) =>
        Assert.Equal(variable, Assert.Single(Client("both", $"A: {{ properties: {{ '{wireName}': {{ type: string }} }} }}").Record("A").Members).Variable);

    [Fact]
    public void A_record_has_the_texts_of_its_schema()
    {
        RecordModel record = Client("both", "A: { description: An A., deprecated: true, properties: { p: { description: A P., deprecated: true, default: 1 }, q: { $ref: '#/components/schemas/Id' } } }").Record("A");

        Assert.Equal(("/components/schemas/A", "An A.", true), (record.Pointer, record.Description, record.IsDeprecated));
        Assert.Equal(("A P.", true), (record.Members[0].Description, record.Members[0].IsDeprecated));
        Assert.Equal(["Default: 1."], record.Members[0].Notes);
        Assert.Equal(("Who it is.", false), (record.Members[1].Description, record.Members[1].IsDeprecated));
    }

    /// <summary>What a type of the client's own says is not repeated by every member that refers to it.</summary>
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/B' }", "")]
    [InlineData("{ $ref: '#/components/schemas/Size' }", "")]
    [InlineData("{ $ref: '#/components/schemas/Id' }", "Who it is.")]
    [InlineData("{ $ref: '#/components/schemas/B', description: The other one. }", "The other one.")]
    [InlineData("{ description: All of them., type: array, items: { $ref: '#/components/schemas/B' } }", "All of them.")]
    public void A_member_says_what_its_type_does_not(string schema, string description)
    {
        LoweredClient client = Client("both", $"A: {{ properties: {{ p: {schema} }} }}", "B: { description: A B., properties: { q: { type: string } } }", "Size: { description: How large., enum: [small, large] }");

        Assert.Equal(description, Assert.Single(client.Record("A").Members).Description);
    }

    /// <summary>A schema that stands within a member describes both, and is read at the member.</summary>
    [Theory]
    [InlineData("{ description: A P., properties: { q: { type: string } } }")]
    [InlineData("{ description: A P., enum: [a, b] }")]
    public void A_schema_within_a_member_says_what_it_does_once(string schema)
    {
        TypeFileModel file = Client("both", $"A: {{ properties: {{ p: {schema} }} }}").Model.Types.Single(types => types.Outer.Name == "A");

        Assert.Equal("A P.", Assert.Single(((RecordModel)file.Outer).Members).Description);
        Assert.Equal("", file.Types[1].Description);
    }

    /// <summary>A default holds for what refers to its schema, and so it is told there.</summary>
    [Fact]
    public void The_default_of_a_named_schema_is_told()
    {
        MemberModel member = Assert.Single(Client("received", "A: { properties: { p: { $ref: '#/components/schemas/Size' } } }", "Size: { type: integer, default: 7 }").Record("A").Members);

        Assert.Equal("P Int64 default 7", member.Text());
        Assert.Equal(["Default: 7."], member.Notes);
    }

    private static LoweredClient Client(string direction, string schema, params string[] others)
    {
        const string Body = "content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }";
        string request = direction is "sent" or "both" ? $"requestBody: {{ {Body} }}, " : "";
        string responses = direction is "received" or "both" ? $"200: {{ {Body} }}" : "204: {}";
        LoweredClient client = LoweredClient.OfPathItem($"post: {{ {request}responses: {{ {responses} }} }}", [schema, "Id: { type: string, description: Who it is. }", .. others]);
        Assert.Empty(client.Messages);
        return client;
    }
}
