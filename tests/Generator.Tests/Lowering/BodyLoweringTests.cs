using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>What a method sends and returns (OpenAPI 3.1, 4.8.13 to 4.8.17).</summary>
public sealed class BodyLoweringTests
{
    private const string Json = "content: { application/json: { schema: { type: string } } }";
    private const string Number = "content: { application/json: { schema: { type: integer } } }";
    private const string Text = "content: { text/plain: {} }";

    [Theory]
    [InlineData("{ 200: { " + Json + " } }", "String", "200-200 Json")]
    [InlineData("{ 204: {} }", "nothing", "204-204 None")]
    [InlineData("{ 200: { content: {} } }", "nothing", "200-200 None")]
    [InlineData("{ 200: { " + Text + " } }", "String", "200-200 Text")]
    [InlineData("{ 200: { content: { application/json: {} } } }", "Json", "200-200 Json")]
    [InlineData("{ 200: { content: { text/plain: {}, application/json: { schema: { type: integer } } } } }", "Int64", "200-200 Json")]
    [InlineData("{ 200: { content: { application/json: { schema: { type: [string, 'null'] } } } } }", "String?", "200-200 Json null")]
    public void A_success_has_a_body_or_none(string responses, string type, string successes) => AssertResult(responses, type, successes);

    /// <summary>4.8.16: an exact status takes precedence over its range.</summary>
    [Theory]
    [InlineData("{ 2XX: { " + Json + " } }", "String", "200-299 Json")]
    [InlineData("{ 2XX: {}, 200: { " + Json + " } }", "String?", "200-200 Json, 200-299 None")]
    [InlineData("{ 204: {}, 200: { " + Json + " } }", "String?", "200-200 Json, 204-204 None")]
    [InlineData("{ 202: { " + Json + " }, 200: { " + Json + " } }", "String", "200-200 Json, 202-202 Json")]
    [InlineData("{ 202: { content: { application/json: { schema: { type: [string, 'null'] } } } }, 200: { " + Json + " } }", "String?", "200-200 Json, 202-202 Json null")]
    public void Several_successes_are_told_apart(string responses, string type, string successes) => AssertResult(responses, type, successes);

    /// <summary>4.8.16: default stands for every status that is not declared; without a declared success it is one.</summary>
    [Theory]
    [InlineData("{ default: { " + Json + " } }", "String", "200-299 Json")]
    [InlineData("{ default: { " + Json + " }, 404: {} }", "String", "200-299 Json")]
    [InlineData("{ default: { " + Json + " }, 204: {} }", "nothing", "204-204 None")]
    [InlineData("{ 404: { " + Json + " } }", "nothing", "200-299 None")]
    [InlineData("{ 302: {} }", "nothing", "200-299 None")]
    [InlineData("{}", "nothing", "200-299 None")]
    public void A_document_that_names_no_success_has_one(string responses, string type, string successes) => AssertResult(responses, type, successes);

    [Fact]
    public void An_operation_without_responses_has_a_success() => Assert.Equal("nothing", Good("get: {}").Result.Text());

    [Fact]
    public void A_success_of_another_type_is_not_read()
    {
        LoweredClient client = LoweredClient.OfPathItem($"get: {{ operationId: get, responses: {{ 200: {{ {Json} }}, 202: {{ {Number} }}, 204: {{}} }} }}");

        Assert.Equal(["Response '202' of operation 'get' is not read: another success of the operation has another type"], client.Messages);
        Assert.Equal("200-200 Json, 204-204 None", Successes(client.Operation("get").Result));
    }

    /// <summary>Errors are read by the catalog: their bodies need no type.</summary>
    [Fact]
    public void An_error_of_another_form_does_not_matter() => Assert.Equal("String", Good($"get: {{ responses: {{ 200: {{ {Json} }}, 500: {{ content: {{ image/png: {{}} }} }} }} }}").Result.Text());

    [Theory]
    [InlineData("{ " + Json + " }", "String", false, "application/json")]
    [InlineData("{ required: true, " + Json + " }", "String", true, "application/json")]
    [InlineData("{ content: { application/json: {} } }", "Json", false, "application/json")]
    [InlineData("{ content: { '*/*': { schema: { type: string } } } }", "String", false, "application/json")]
    [InlineData("{ content: { application/merge-patch+json: { schema: { type: string } } } }", "String", false, "application/merge-patch+json")]
    [InlineData("{ content: { text/plain: {}, application/json: { schema: { type: integer } } } }", "Int64", false, "application/json")]
    public void A_request_is_json(string body, string type, bool isRequired, string mediaType)
    {
        BodyModel model = Good($"post: {{ requestBody: {body} }}").Body!;

        Assert.Equal(("request", type, isRequired, mediaType), (model.Name, model.Type.Text(), model.IsRequired, model.MediaType));
    }

    [Theory]
    [InlineData("post: { requestBody: { content: {} } }")]
    [InlineData("post: {}")]
    public void A_request_may_have_no_body(string item) => Assert.Null(Good(item).Body);

    [Theory]
    [InlineData("requestBody: { content: { application/json: { schema: { $ref: '#/x' } } } }", "the schema of its request")]
    [InlineData("responses: { 200: { content: { application/json: { schema: { $ref: '#/x' } } } } }", "the schema of its response '200'")]
    public void A_schema_that_cannot_be_read_leaves_the_operation_out_by_name(string members, string cause)
    {
        LoweredClient client = LoweredClient.OfPathItem($"post: {{ operationId: post, {members} }}");

        Assert.Equal(["'#/x' points to nothing in this document.", $"Operation 'post' is left out until the error in {cause} is corrected"], client.Messages);
        Assert.Empty(client.Operations);
    }

    [Fact]
    public void A_parameter_called_request_keeps_its_name()
    {
        OperationModel operation = Good($"post: {{ parameters: [{{ name: request, in: query, schema: {{ type: string }} }}], requestBody: {{ {Json} }} }}");

        Assert.Equal(("request", "request2"), (operation.Parameters[0].Name, operation.Body!.Name));
    }

    private static void AssertResult(string responses, string type, string successes)
    {
        ResultModel result = Good($"get: {{ responses: {responses} }}").Result;

        Assert.Equal(type, result.Text());
        Assert.Equal(successes, Successes(result));
    }

    private static string Successes(ResultModel result) =>
        string.Join(", ", result.Successes.Select(success => $"{success.From}-{success.To} {success.Form}{(success.IsNullable ? " null" : "")}"));

    private static OperationModel Good(string item)
    {
        LoweredClient client = LoweredClient.OfPathItem(item);
        Assert.Empty(client.Messages);
        return Assert.Single(client.Operations);
    }
}
