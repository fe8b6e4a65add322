using Dragoman.Generator.Document;

namespace Dragoman.Generator.Tests.Document;

/// <summary>The Operation Object (OpenAPI 3.1, 4.8.10).</summary>
public sealed class OperationTests
{
    [Fact]
    public void An_operation_has_what_its_object_says()
    {
        Operation operation = DocumentReading.Operation("post: { operationId: makeAgent, deprecated: true, tags: [Agents, Other] }");

        Assert.Equal(("makeAgent", "makeAgent", "POST", "/a/{id}", true), (operation.Id, operation.DisplayName, operation.Method, operation.Path, operation.IsDeprecated));
        Assert.Equal(["Agents", "Other"], operation.Tags);
        Assert.Equal("/paths/~1a~1{id}/post", operation.Node.Pointer);
    }

    [Theory]
    [InlineData("get: {}")]
    [InlineData("get: { operationId: '' }")]
    [InlineData("get: { operationId: ~ }")]
    public void Without_an_id_it_is_method_and_path(string item)
    {
        Operation operation = DocumentReading.Operation(item);

        Assert.Equal((null, "GET /a/{id}"), (operation.Id, operation.DisplayName));
        Assert.False(operation.IsDeprecated);
        Assert.Empty(operation.Tags);
        Assert.Null(operation.RequestBody);
        Assert.Empty(operation.Responses);
    }

    [Fact]
    public void Operations_are_in_the_order_of_the_document() => Assert.Equal(
        ["PUT /z", "GET /z", "DELETE /a"],
        DocumentReading.Good("paths: { /z: { put: {}, get: {} }, /a: { delete: {} } }").Operations.Select(operation => operation.DisplayName));

    /// <summary>4.8.9.1: an operation's parameter takes the place of the path's with its name and location.</summary>
    [Fact]
    public void A_parameter_of_the_operation_overrides_that_of_the_path()
    {
        Operation operation = DocumentReading.Operation("""
            parameters:
              - { name: id, in: path, required: true, description: of the path }
              - { name: id, in: query, description: another place }
              - { name: limit, in: query, description: of the path }
            get:
              parameters:
                - { name: limit, in: query, description: of the operation }
                - { name: more, in: query, description: new }
            """);

        Assert.Equal(
            ["Path id of the path", "Query id another place", "Query limit of the operation", "Query more new"],
            operation.Parameters.Select(parameter => $"{parameter.Place} {parameter.Name} {parameter.Description}").Order());
    }

    [Fact]
    public void A_parameter_of_the_path_is_one_of_every_operation()
    {
        IReadOnlyList<Operation> operations = DocumentReading.Good("paths: { /a: { parameters: [{ name: p, in: query }], get: {}, put: {} } }").Operations;

        Assert.All(operations, operation => Assert.Equal("p", Assert.Single(operation.Parameters).Name));
    }

    /// <summary>4.8.10.1 and 4.8.30: an operation's security takes the place of the document's, also where it is empty.</summary>
    [Theory]
    [InlineData("get: {}", 2)]
    [InlineData("get: { security: [{ a: [] }] }", 1)]
    [InlineData("get: { security: [] }", 0)]
    public void Security_of_the_operation_overrides_that_of_the_document(string item, int alternatives)
    {
        Operation operation = Assert.Single(DocumentReading.Good($"security: [{{ a: [] }}, {{}}]\ncomponents: {{ securitySchemes: {{ a: {{ type: http, scheme: basic }} }} }}\npaths: {{ /a: {{ {item} }} }}").Operations);

        Assert.Equal(alternatives, operation.Security!.Items.Count);
    }

    [Fact]
    public void A_body_is_read_where_its_reference_leads()
    {
        Operation operation = DocumentReading.Operation(
            "post: { requestBody: { $ref: '#/components/requestBodies/A' } }",
            "{ requestBodies: { A: { $ref: '#/components/requestBodies/B' }, B: { description: D, required: true, content: { text/plain: {}, application/json: {} } } } }");

        Assert.Equal(("D", true), (operation.RequestBody!.Description, operation.RequestBody.IsRequired));
        Assert.Equal(["application/json", "text/plain"], operation.RequestBody.Contents.Select(content => content.MediaType));
    }

    [Fact]
    public void A_response_is_read_where_its_reference_leads()
    {
        Operation operation = DocumentReading.Operation(
            "get: { responses: { 200: { $ref: '#/components/responses/A' }, 4XX: { description: '' }, default: {} } }",
            "{ responses: { A: { description: D, content: { application/json: { schema: { type: string } } } } } }");

        Assert.Equal(["200", "4XX", "default"], operation.Responses.Select(response => response.Key));
        Assert.Equal(["D", "", null], operation.Responses.Select(response => response.Description));
        Assert.Equal(SchemaType.String, Assert.Single(operation.Responses[0].Contents).Schema!.Type);
        Assert.Equal("/components/responses/A/content/application~1json", operation.Responses[0].Contents[0].Node.Pointer);
    }

    /// <summary>Texts that look like dates are texts, although the object model's reader knows dates.</summary>
    [Fact]
    public void A_text_that_looks_like_a_date_stays()
    {
        Operation operation = DocumentReading.Operation("get: { operationId: '2020-01-01T00:00:00+02:00', tags: ['2020-01-01T00:00:00Z'], parameters: [{ name: '2020-01-01T00:00:00Z', in: query }] }");

        Assert.Equal("2020-01-01T00:00:00+02:00", operation.Id);
        Assert.Equal(["2020-01-01T00:00:00Z"], operation.Tags);
        Assert.Equal("2020-01-01T00:00:00Z", Assert.Single(operation.Parameters).Name);
    }
}
