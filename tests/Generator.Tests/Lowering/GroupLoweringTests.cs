namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Operations in groups by their first tag (OpenAPI 3.1, 4.8.10 and 4.8.22).</summary>
public sealed class GroupLoweringTests
{
    [Theory]
    [InlineData("tags: [agents]", "AgentsClient Agents")]
    [InlineData("tags: [live sessions, agents]", "LiveSessionsClient LiveSessions")]
    [InlineData("tags: []", "PetsClient ")]
    [InlineData("deprecated: true", "PetsClient ")]
    [InlineData("tags: ['']", "PetsClient ")]
    [InlineData("tags: ['***']", "GroupClient Group")]
    [InlineData("tags: ['../x']", "XClient X")]
    [InlineData("tags: [dispose]", "DisposeClient Dispose2")]
    [InlineData("tags: [equals]", "EqualsClient Equals2")]
    [InlineData("tags: [pets]", "PetsClient2 Pets")]
    [InlineData("tags: [pets client]", "PetsClientClient PetsClient2")]
    [InlineData("tags: [1st]", "_1stClient _1st")]
    public void A_tag_is_a_class_and_a_property(string members, string names) =>
        Assert.Equal([names], Groups(LoweredClient.Good($"paths: {{ /a: {{ get: {{ {members} }} }} }}")));

    [Fact]
    public void Groups_are_in_the_order_of_their_first_operation_after_the_root() => Assert.Equal(
        ["PetsClient ", "ZClient Z", "AClient A"],
        Groups(LoweredClient.Good("paths: { /a: { get: { tags: [z] }, put: { tags: [a] }, post: { tags: [z, a] }, delete: {} } }")));

    [Fact]
    public void Tags_that_become_one_name_get_numbers() => Assert.Equal(
        ["ABClient AB", "ABClient2 AB2"],
        Groups(LoweredClient.Good("paths: { /a: { get: { tags: [a-b] }, put: { tags: [a_b] } } }")));

    [Fact]
    public void A_group_has_the_text_of_its_tag() => Assert.Equal(
        ["About agents.", "", "In short."],
        LoweredClient.Good("tags: [{ name: agents, summary: Agents., description: About agents. }, { name: last, summary: In short. }]\npaths: { /a: { get: { tags: [agents] }, put: { tags: [other] }, post: { tags: [last] } } }").Model.Groups.Select(group => group.Description));

    [Fact]
    public void A_group_without_an_operation_is_none()
    {
        LoweredClient client = LoweredClient.Of("paths: { /a: { post: { operationId: post, tags: [a], parameters: [{ name: a b, in: cookie, required: true, schema: { type: string } }] }, put: { tags: [b] } } }");

        Assert.Equal(["BClient B"], Groups(client));
    }

    /// <summary>A client is also an interface and a class of extension methods.</summary>
    [Theory]
    [InlineData("IAgentsClient")]
    [InlineData("AgentsClientExtensions")]
    public void A_schema_keeps_its_name_from_what_belongs_to_a_client(string schema) => Assert.Equal(
        ["AgentsClient2 Agents"],
        Groups(LoweredClient.Good($$"""
            paths: { /a: { get: { tags: [agents], responses: { 200: { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/{{schema}}' } } } } } } } }
            components: { schemas: { {{schema}}: { type: object } } }
            """)));

    private static IEnumerable<string> Groups(LoweredClient client) => client.Model.Groups.Select(group => $"{group.ClassName} {group.PropertyName}");
}
