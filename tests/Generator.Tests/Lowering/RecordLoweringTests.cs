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
    [InlineData("{ type: [string, 'null'] }", "P String?")]
    [InlineData("{ type: string, readOnly: true }", "P String readOnly")]
    [InlineData("{ type: string, writeOnly: true }", "P String")]
    public void A_member_that_is_not_required_never_is(string schema, string member) =>
        Assert.All(["received", "sent", "both"], direction => Assert.Equal([member], Client(direction, $"A: {{ properties: {{ p: {schema} }} }}").Record("A").Members()));

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
        ["AB String", "AB2 String", "AB3 String"],
        Client("both", "A: { properties: { a-b: { type: string }, a_b: { type: string }, aB: { type: string } } }").Record("A").Members());

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

    private static LoweredClient Client(string direction, string schema)
    {
        const string Body = "content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }";
        string request = direction is "sent" or "both" ? $"requestBody: {{ {Body} }}, " : "";
        string responses = direction is "received" or "both" ? $"200: {{ {Body} }}" : "204: {}";
        LoweredClient client = LoweredClient.OfPathItem($"post: {{ {request}responses: {{ {responses} }} }}", schema, "Id: { type: string, description: Who it is. }");
        Assert.Empty(client.Messages);
        return client;
    }
}
