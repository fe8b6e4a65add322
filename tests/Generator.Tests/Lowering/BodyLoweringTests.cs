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
    [InlineData("{}", "nothing", "200-299 None")]
    public void A_document_that_names_no_success_has_one(string responses, string type, string successes) => AssertResult(responses, type, successes);

    /// <summary>A redirect is what an operation is called for where it has no other success; beside one it is not.</summary>
    [Theory]
    [InlineData("{ 302: {} }", "nothing", "302-302 None")]
    [InlineData("{ 302: {}, default: { " + Json + " } }", "nothing", "302-302 None")]
    [InlineData("{ 303: { " + Json + " }, 3XX: {} }", "String?", "303-303 Json, 300-399 None")]
    [InlineData("{ 304: {}, 200: { " + Json + " } }", "String", "200-200 Json")]
    public void A_redirect_may_be_a_success(string responses, string type, string successes) => AssertResult(responses, type, successes);

    /// <summary>RFC 9110, 9.3.2.</summary>
    [Fact]
    public void The_answer_to_HEAD_has_no_body() =>
        Assert.Equal("200-200 None", Successes(Good($"head: {{ responses: {{ 200: {{ {Json} }} }} }}").Result));

    /// <summary>RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.</summary>
    [Theory]
    [InlineData("204")]
    [InlineData("205")]
    [InlineData("304")]
    public void A_status_that_has_no_body_has_none_where_one_is_described(string status) =>
        Assert.Equal($"{status}-{status} None", Successes(Good($"get: {{ responses: {{ {status}: {{ {Json} }} }} }}").Result));

    [Theory]
    [InlineData("application/json: {}", "")]
    [InlineData("'application/json; charset=utf-8': {}", "")]
    [InlineData("'*/*': { schema: { type: string } }", "")]
    [InlineData("text/html: {}, application/json: {}", "")]
    [InlineData("text/json: {}", "text/json")]
    [InlineData("application/vnd.pet+json: {}", "application/vnd.pet+json")]
    [InlineData("application/vnd.pet+json: {}, application/json: {}", "")]
    [InlineData("'application/json; version=2': {}", "application/json; version=2")]
    [InlineData("text/plain: {}", "text/plain")]
    [InlineData("text/plain: {}, text/csv: {}", "text/csv, text/plain")]
    [InlineData("text/csv: { schema: { type: string, format: binary } }", "text/csv")]
    [InlineData("'*/*': {}", "*/*")]
    [InlineData("application/jsonl: { schema: { type: string } }", "application/jsonl")]
    public void What_can_be_read_is_asked_for(string content, string accept) =>
        Assert.Equal(accept, Good($"get: {{ responses: {{ 200: {{ content: {{ {content} }} }} }} }}").Result.Accept);

    /// <summary>What is chosen does not depend on how the document is sorted.</summary>
    [Theory]
    [InlineData("application/a+json: { schema: { type: integer } }, application/json: { schema: { type: string } }, '*/*': { schema: { type: boolean } }")]
    [InlineData("'*/*': { schema: { type: boolean } }, application/json: { schema: { type: string } }, application/a+json: { schema: { type: integer } }")]
    public void JSON_itself_goes_before_other_JSON(string content)
    {
        OperationModel operation = Good($"put: {{ requestBody: {{ content: {{ {content} }} }}, responses: {{ 200: {{ content: {{ {content} }} }} }} }}");

        Assert.Equal(("String", "String"), (operation.Body!.Type.Text(), operation.Result.Text()));
    }

    [Fact]
    public void An_operation_without_responses_has_a_success() => Assert.Equal("nothing", Good("get: {}").Result.Text());

    [Theory]
    [InlineData("{ 200: { " + Json + " }, 202: { " + Number + " }, 204: {} }", "Ok String Json, Accepted Int64 Json, NoContent None")]
    [InlineData("{ 201: { " + Json + " }, 2XX: { " + Number + " } }", "Created String Json, Success Int64 Json")]
    [InlineData("{ 200: { " + Text + " }, 206: { content: { image/png: {} } } }", "Ok String Text, PartialContent Download File")]
    [InlineData("{ 299: { " + Json + " }, 200: { content: { application/json: { schema: { type: [integer, 'null'] } } } } }", "Ok Int64? Json, Status299 String Json")]
    public void Successes_of_several_types_are_cases(string responses, string cases)
    {
        ResultModel result = Good($"get: {{ operationId: getPet, responses: {responses} }}").Result;

        Assert.Equal(("GetPetResult", true, false), (result.Type!.Name, result.HasCases, result.IsNullable));
        Assert.Equal(cases, string.Join(", ", result.Successes.Select(success => $"{success.CaseName} {success.Type?.Text()}{(success.IsNullable ? "?" : "")} {success.Form}".Replace("  ", " ", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_result_has_a_name_of_its_own() =>
        Assert.Equal("GetPetResult2", LoweredClient.OfPathItem($"get: {{ operationId: getPet, responses: {{ 200: {{ {Json} }}, 201: {{ {Number} }} }} }}", "GetPetResult: { type: object, properties: { a: { type: string } } }").Operations[0].Result.Type!.Name);

    /// <summary>Errors are read by the catalog: their bodies need no type.</summary>
    [Fact]
    public void An_error_of_another_form_does_not_matter() => Assert.Equal("String", Good($"get: {{ responses: {{ 200: {{ {Json} }}, 500: {{ content: {{ image/png: {{}} }} }} }} }}").Result.Text());

    [Theory]
    [InlineData("{ " + Json + " }", "String", false, "application/json")]
    [InlineData("{ required: true, " + Json + " }", "String", true, "application/json")]
    [InlineData("{ content: { application/json: {} } }", "Json", false, "application/json")]
    [InlineData("{ content: { '*/*': { schema: { type: string } } } }", "String", false, "application/json")]
    [InlineData("{ content: { application/merge-patch+json: { schema: { type: string } } } }", "String", false, "application/merge-patch+json")]
    [InlineData("{ content: { application/vnd.x.2023-01-01+json: { schema: { type: string } }, application/vnd.x.2024-08-05+json: { schema: { type: integer } } } }", "Int64", false, "application/vnd.x.2024-08-05+json")]
    [InlineData("{ content: { application/vnd.x.v10+json: { schema: { type: integer } }, application/vnd.x.v2+json: { schema: { type: string } } } }", "Int64", false, "application/vnd.x.v10+json")]
    [InlineData("{ content: { text/plain: {}, application/json: { schema: { type: integer } } } }", "Int64", false, "application/json")]
    [InlineData("{ content: { application/json-patch+json: { schema: { type: object } }, application/merge-patch+json: { schema: { type: object } } } }", "Map<Json>", false, "application/merge-patch+json")]
    [InlineData("{ content: { application/json-patch+json: { schema: { type: array, items: {} } }, application/merge-patch+json: { schema: { type: object } } } }", "List<Json>", false, "application/json-patch+json")]
    public void A_request_is_json(string body, string type, bool isRequired, string mediaType)
    {
        BodyModel model = Good($"post: {{ requestBody: {body} }}").Body!;

        Assert.Equal(("request", type, isRequired, mediaType), (model.Name, model.Type.Text(), model.IsRequired, model.MediaType));
    }

    [Theory]
    [InlineData("post: { requestBody: { content: {} } }")]
    [InlineData("post: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: {} } } } } }")]
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

    /// <summary>What is read or written differently and not offered is told; other names for the same JSON, and streams, are not.</summary>
    [Theory]
    [InlineData("application/json: {}, image/png: {}", "'image/png' is not asked for: 'application/json' is")]
    [InlineData("application/json: {}, application/xml: {}, text/csv: {}", "'application/xml' is not asked for: 'application/json' is", "'text/csv' is not asked for: 'application/json' is")]
    [InlineData("application/json: { schema: { type: integer } }, text/json: { schema: { type: string } }", "'text/json' is not asked for: 'application/json' is")]
    [InlineData("text/plain: {}, application/pdf: {}", "'application/pdf' is not asked for: 'text/plain' is")]
    [InlineData("application/json: { schema: { $ref: '#/components/schemas/None' } }, text/json: { schema: { $ref: '#/components/schemas/None' } }")]
    [InlineData("application/json: {}, text/event-stream: {}")]
    [InlineData("image/png: {}, image/jpeg: {}")]
    [InlineData("text/plain: {}, text/csv: {}")]
    public void A_media_type_that_is_not_offered_is_told(string content, params string[] messages)
    {
        LoweredClient client = LoweredClient.OfPathItem($"get: {{ operationId: get, responses: {{ 200: {{ content: {{ {content} }} }} }} }}");

        Assert.Equal(messages, client.Messages);
    }

    private static string Successes(ResultModel result) =>
        string.Join(", ", result.Successes.Select(success => $"{success.From}-{success.To} {success.Form}{(success.IsNullable ? " null" : "")}"));

    private static OperationModel Good(string item)
    {
        LoweredClient client = LoweredClient.OfPathItem(item);
        Assert.Empty(client.MessagesBesideMediaTypes);
        return Assert.Single(client.Operations);
    }
}
