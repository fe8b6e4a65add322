namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Records that are sent without some of their members: read-only ones, which "SHOULD NOT be sent as part of the request" (OpenAPI 3.0.4, 4.7.24).</summary>
public sealed class RequestFormTests
{
    private const string ReadOnly = "R: { properties: { id: { type: string, readOnly: true }, name: { type: string } } }";

    [Theory]
    [InlineData("{ properties: { id: { type: string, readOnly: true } } }", true)]
    [InlineData("{ properties: { id: { type: string, writeOnly: true } } }", false)]
    [InlineData("{ properties: { r: { $ref: '#/components/schemas/R' } } }", true)]
    [InlineData("{ properties: { r: { type: array, items: { $ref: '#/components/schemas/R' } } } }", true)]
    [InlineData("{ properties: { r: { additionalProperties: { type: array, items: { $ref: '#/components/schemas/R' } } } } }", true)]
    [InlineData("{ properties: { p: { type: string } }, additionalProperties: { $ref: '#/components/schemas/R' } }", true)]
    [InlineData("{ properties: { b: { properties: { r: { $ref: '#/components/schemas/R' } } } } }", true)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/R' }], properties: { p: { type: string } } }", true)]
    [InlineData("{ properties: { a: { $ref: '#/components/schemas/A' } } }", false)]
    [InlineData("{ properties: { a: { $ref: '#/components/schemas/A' }, r: { $ref: '#/components/schemas/R' } } }", true)]
    public void A_record_that_is_sent_has_one_where_it_holds_a_read_only_member(string schema, bool hasForm) => Assert.Equal(hasForm, Sent(schema).Record("A").HasRequestForm);

    /// <summary>Two records that hold each other: what is read-only in one is left out of both.</summary>
    [Fact]
    public void Records_that_hold_each_other_are_one_form()
    {
        LoweredClient client = Sent("{ properties: { b: { $ref: '#/components/schemas/B' } } }", "B: { properties: { a: { $ref: '#/components/schemas/A' }, id: { type: string, readOnly: true } } }");

        Assert.True(client.Record("A").HasRequestForm);
        Assert.True(client.Record("B").HasRequestForm);
    }

    [Fact]
    public void References_know_the_form_of_their_record()
    {
        LoweredClient client = Sent("{ properties: { list: { type: array, items: { $ref: '#/components/schemas/R' } }, plain: { $ref: '#/components/schemas/B' } } }", "B: { properties: { q: { type: string } } }");

        Assert.True(client.Operations[0].Body!.Type.HasRequestForm);
        Assert.True(client.Record("A").Members[0].Type.Element!.HasRequestForm);
        Assert.False(client.Record("A").Members[1].Type.HasRequestForm);
    }

    [Fact]
    public void A_record_that_is_only_received_has_none()
    {
        LoweredClient client = LoweredClient.OfSchemas("A: { properties: { r: { $ref: '#/components/schemas/R' } } }", ReadOnly);

        Assert.Empty(client.Messages);
        Assert.All(client.Model.Records, record => Assert.False(record.HasRequestForm));
    }

    private static LoweredClient Sent(string schema, params string[] more)
    {
        LoweredClient client = LoweredClient.OfPathItem("post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }", [$"A: {schema}", ReadOnly, .. more]);
        Assert.Empty(client.Messages);
        return client;
    }
}
