using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Parameters of a method (OpenAPI 3.1, 4.8.12).</summary>
public sealed class ParameterLoweringTests
{
    [Theory]
    [InlineData("{ name: agent-id, in: query, schema: { type: string } }", "agentId Query String")]
    [InlineData("{ name: X-Trace, in: header, schema: { type: string } }", "trace Header String")]
    [InlineData("{ name: limit, in: query, required: true, schema: { type: integer, format: int32 } }", "limit Query Int32 required")]
    [InlineData("{ name: since, in: query, schema: { type: string, format: date-time } }", "since Query DateTimeOffset")]
    [InlineData("{ name: ids, in: query, schema: { type: array, items: { type: string, format: uuid } } }", "ids Query List<Guid>")]
    [InlineData("{ name: state, in: query, schema: { enum: [a, b] } }", "state Query ListState")]
    [InlineData("{ name: 'sent<', in: query, schema: { type: string } }", "sentLess Query String")]
    [InlineData("{ name: 'sent>=', in: query, schema: { type: string } }", "sentGreaterEqual Query String")]
    [InlineData("{ name: class, in: query, schema: { type: string } }", "class Query String")]
    [InlineData("{ name: '[]', in: query, schema: { type: string } }", "parameter Query String")]
    [InlineData("{ name: options, in: query, schema: { type: string } }", "options2 Query String")]
    [InlineData("{ name: cancellation_token, in: query, schema: { type: string } }", "cancellationToken2 Query String")]
    [InlineData("{ name: idempotency-key, in: header, required: true, schema: { type: string } }", "idempotencyKey IdempotencyKey String")]
    [InlineData("{ name: Idempotency-Key, in: query, schema: { type: string } }", "idempotencyKey Query String")]
    [InlineData("{ name: Idempotency-Key, in: header, schema: { type: integer } }", "idempotencyKey Header Int64")]
    public void A_parameter_has_a_name_a_target_and_a_type(string parameter, string expected) => Assert.Equal([expected], Texts(Good($"get: {{ operationId: list, parameters: [{parameter}] }}")));

    /// <summary>What must be given comes first, and of that the path in its own order.</summary>
    [Fact]
    public void Parameters_are_in_the_order_of_a_method()
    {
        LoweredClient client = LoweredClient.Good("""
            paths:
              /a/{x}/{y}:
                get:
                  parameters:
                    - { name: q, in: query, schema: { type: string } }
                    - { name: r, in: query, required: true, schema: { type: string } }
                    - { name: x, in: path, schema: { type: string } }
                    - { name: h, in: header, required: true, schema: { type: string } }
                    - { name: y, in: path, schema: { type: string } }
            """);

        Assert.Equal(["x", "y", "r", "h", "q"], client.Operations[0].Parameters.Select(parameter => parameter.Name));
    }

    /// <summary>4.8.12.2: the styles of each place. Exploded by default only in form; where it makes no difference, it is as usual for the place.</summary>
    [Theory]
    [InlineData("in: query", "Query Form exploded")]
    [InlineData("in: query, explode: false", "Query Form")]
    [InlineData("in: query, style: form, explode: true", "Query Form exploded")]
    [InlineData("in: query, style: spaceDelimited", "Query SpaceDelimited exploded")]
    [InlineData("in: query, style: pipeDelimited", "Query PipeDelimited exploded")]
    [InlineData("in: query, style: pipeDelimited, explode: true", "Query Form exploded")]
    [InlineData("in: query, style: form, explode: false, x-collection-format: tsv", "Query TabDelimited exploded")]
    [InlineData("in: query, style: deepObject", "Query DeepObject exploded")]
    [InlineData("in: query, style: deepObject, explode: true", "Query DeepObject exploded")]
    [InlineData("in: query, allowReserved: true", "Query Form exploded reserved")]
    [InlineData("in: header", "Header Simple")]
    [InlineData("in: header, explode: true", "Header Simple exploded")]
    [InlineData("in: header, style: pipeDelimited", "Header PipeDelimited")]
    [InlineData("in: cookie", "Cookie Form exploded")]
    [InlineData("in: cookie, explode: false", "Cookie Form")]
    [InlineData("in: cookie, style: cookie, explode: true", "Cookie Cookie exploded")]
    [InlineData("in: cookie, style: cookie", "Cookie Cookie exploded")]
    [InlineData("in: cookie, style: cookie, explode: false", "Cookie Cookie")]
    public void A_parameter_is_sent_in_its_style(string members, string expected)
    {
        ParameterModel parameter = Assert.Single(Good($"get: {{ parameters: [{{ name: p, {members}, schema: {{ type: array, items: {{ type: string }} }} }}] }}").Operations[0].Parameters);

        Assert.Equal(expected, Sent(parameter));
    }

    [Theory]
    [InlineData("/a/{id}", "", "Path Simple")]
    [InlineData("/a/{id}", ", explode: true", "Path Simple exploded")]
    [InlineData("/a{id}", ", style: label", "Path Label")]
    [InlineData("/a{id}", ", style: label, explode: true", "Path Label exploded")]
    [InlineData("/a{id}", ", style: matrix", "Path Matrix")]
    [InlineData("/a{.id*}", ", style: label, explode: true", "Path Label exploded")]
    [InlineData("/a{;id}", ", style: matrix", "Path Matrix")]
    [InlineData("/a/{+id}", "", "Path Simple reserved")]
    [InlineData("/a/{id}", ", x-ms-skip-url-encoding: true", "Path Simple reserved")]
    [InlineData("/a/{id+}", "", "Path Simple reserved")]
    public void A_path_parameter_is_sent_in_its_style(string path, string members, string expected)
    {
        LoweredClient client = LoweredClient.Good($"paths: {{ '{path}': {{ get: {{ parameters: [{{ name: id, in: path, required: true{members}, schema: {{ type: object, additionalProperties: {{ type: string }} }} }}] }} }} }}");

        Assert.Equal(expected, Sent(Assert.Single(client.Operations[0].Parameters)));
        Assert.EndsWith("{id}", client.Operations[0].Path, StringComparison.Ordinal);
    }

    /// <summary>Section 4.8.12.2: content instead of schema and style; OpenAPI 3.2, section 4.12.1: the whole query.</summary>
    [Theory]
    [InlineData("in: query, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } }", "Query Json exploded", "GetP")]
    [InlineData("in: header, content: { application/problem+json: { schema: { type: integer } } }", "Header Json", "Int64")]
    [InlineData("in: cookie, content: { application/json: {} }", "Cookie Json exploded", "Json")]
    [InlineData("in: query, content: { text/plain: { schema: { type: integer } } }", "Query Form exploded", "Int64")]
    [InlineData("in: query, content: { text/plain: {} }", "Query Form exploded", "String")]
    [InlineData("in: querystring, content: { application/json: { schema: { type: array, items: { type: string } } } }", "WholeQuery Json exploded", "List<String>")]
    [InlineData("in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } } } }", "WholeQuery Form exploded", "GetP")]
    [InlineData("in: querystring, content: { text/plain: { schema: { type: string } } }", "WholeQuery Form exploded", "String")]
    public void A_parameter_may_be_described_by_a_media_type(string members, string expected, string type)
    {
        ParameterModel parameter = Assert.Single(Good($"get: {{ operationId: get, parameters: [{{ name: p, {members} }}] }}").Operations[0].Parameters);

        Assert.Equal((expected, type), (Sent(parameter), parameter.Type.Text()));
    }

    [Theory]
    [InlineData("in: header, style: form, schema: { type: array, items: { type: string } }", "Header Simple", "List<String>", "in style 'simple': there is no style 'form' for its place")]
    [InlineData("in: query, style: matrix, schema: { type: string }", "Query Form exploded", "String", "in style 'form': there is no style 'matrix' for its place")]
    [InlineData("in: cookie, style: deepObject, schema: { type: string }", "Cookie Form exploded", "String", "in style 'form': there is no style 'deepObject' for its place")]
    [InlineData("in: query", "Query Form exploded", "String", "as a text: neither 'schema' nor 'content' describes it")]
    [InlineData("in: query, content: { application/xml: { schema: { type: object, properties: { a: { type: string } } } } }", "Query Form exploded", "String", "as a text that the caller writes: there is no writer for 'application/xml'")]
    public void A_parameter_is_sent_as_well_as_it_can_be(string members, string expected, string type, string message)
    {
        LoweredClient client = LoweredClient.OfPathItem($"get: {{ operationId: get, parameters: [{{ name: p, required: true, {members} }}] }}");

        ParameterModel parameter = Assert.Single(client.Operations[0].Parameters);
        Assert.Equal((expected, type), (Sent(parameter), parameter.Type.Text()));
        Assert.Equal([$"Parameter 'p' of operation 'get' is sent {message}"], client.Messages);
    }

    /// <summary>Section 4.8.9: those of the operation replace those of the path by name and place.</summary>
    [Fact]
    public void Parameters_of_a_path_may_be_replaced()
    {
        LoweredClient client = LoweredClient.Good("""
            paths:
              /a:
                parameters:
                  - { name: a, in: query, schema: { type: string } }
                  - { name: b, in: query, schema: { type: string } }
                  - { name: b, in: header, schema: { type: string } }
                get:
                  parameters: [{ name: b, in: query, explode: false, schema: { type: array, items: { type: integer } } }]
            """);

        Assert.Equal(["Header b String", "Query a String", "Query b List<Int64>"], client.Operations[0].Parameters.Select(parameter => $"{parameter.Target} {parameter.WireName} {parameter.Type.Text()}").OrderBy(text => text, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("required: false", "Parameter 'a b' of operation 'list' is left out: a cookie's name is letters, digits and !#$%&'*+-.^_`|~", 1)]
    [InlineData("required: true", "Operation 'list' is left out: its parameter 'a b' is required, and a cookie's name is letters, digits and !#$%&'*+-.^_`|~", 0)]
    public void A_cookie_that_cannot_be_sent_is_left_out_or_its_operation(string required, string message, int operations)
    {
        LoweredClient client = LoweredClient.OfPathItem($"get: {{ operationId: list, parameters: [{{ name: a b, in: cookie, {required}, schema: {{ type: string }} }}] }}");

        Assert.Equal([message], client.Messages);
        Assert.Equal(operations, client.Operations.Count);
    }

    [Theory]
    [InlineData("required: false", "Parameter 'p' is left out until the error in its schema is corrected", 1)]
    [InlineData("required: true", "Operation 'list' is left out until the error in its parameter 'p' is corrected", 0)]
    public void A_parameter_whose_schema_cannot_be_read_is_left_out_or_its_operation(string required, string message, int operations)
    {
        LoweredClient client = LoweredClient.OfPathItem($"get: {{ operationId: list, parameters: [{{ name: p, in: query, {required}, schema: {{ $ref: '#/x' }} }}] }}");

        Assert.Equal(["'#/x' points to nothing in this document.", message], client.Messages);
        Assert.Equal(operations, client.Operations.Count);
    }

    /// <summary>4.8.12.1: "then the parameter definition SHALL be ignored".</summary>
    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    public void A_header_that_is_described_elsewhere_is_ignored(string name) =>
        Assert.Empty(Good($"get: {{ parameters: [{{ name: {name}, in: header, required: true, schema: {{ type: string }} }}] }}").Operations[0].Parameters);

    [Theory]
    [InlineData("X A", "'X A' cannot be sent as a header: a header's name is letters, digits and !#$%&'*+-.^_`|~")]
    public void A_header_that_cannot_be_sent_is_shown_at_its_name(string name, string message)
    {
        LoweredClient client = LoweredClient.OfPathItem($"get:\n  parameters:\n    - {{ name: {name}, in: header, schema: {{ type: string }} }}");

        Assert.Equal(["DRG2014 7:19"], client.Problems);
        Assert.Equal([message], client.Messages);
    }

    [Fact]
    public void A_header_that_HTTP_writes_is_no_parameter()
    {
        LoweredClient client = LoweredClient.OfPathItem("get:\n  parameters:\n    - { name: Host, in: header, required: true, schema: { type: string } }");

        Assert.Equal(["The parameter 'Host' is left out: HTTP itself writes this header"], client.Messages);
        Assert.Empty(client.Operations[0].Parameters);
    }

    [Fact]
    public void A_space_around_a_headers_name_is_no_part_of_it() =>
        Assert.Equal("X-A", Good("get: { parameters: [{ name: 'X-A ', in: header, schema: { type: string } }] }").Operations[0].Parameters[0].WireName);

    [Theory]
    [InlineData("/a/{id}", "", "its path has '{id}', which is not among its parameters.")]
    [InlineData("/a/{id}", "{ name: ID, in: path }", "its path has '{id}', which is not among its parameters. Did you mean 'ID'?")]
    [InlineData("/a/{id}", "{ name: id, in: query }", "its path has '{id}', which is not among its parameters.")]
    [InlineData("/a", "{ name: id, in: path }", "its path parameter 'id' is not in its path.")]
    [InlineData("/a/{System.IO.File.ReadAllText(\"x\")}", "", "its path has '{System.IO.File.ReadAllText(\"x\")}', which is not among its parameters.")]
    public void A_path_and_its_parameters_agree(string path, string parameter, string problem)
    {
        LoweredClient client = LoweredClient.Of($"paths: {{ '{path}': {{ get: {{ operationId: get, parameters: [{parameter}] }} }} }}");

        Assert.Equal([$"Operation 'get' is left out: {problem}"], client.Messages);
        Assert.Empty(client.Operations);
    }

    [Theory]
    [InlineData("description: D, schema: { description: S, type: string, default: 3 }", "D Default: 3.")]
    [InlineData("schema: { description: S, type: string }", "S")]
    [InlineData("schema: { type: integer, minimum: 1 }", "Range: at least 1.")]
    [InlineData("schema: { type: integer }", "")]
    public void A_description_says_what_the_document_says(string members, string description) =>
        Assert.Equal(description, Assert.Single(Good($"get: {{ parameters: [{{ name: p, in: query, {members} }}] }}").Operations[0].Parameters).Description);

    /// <summary>The names of what the method that waits takes besides are kept for it.</summary>
    [Theory]
    [InlineData("interval")]
    [InlineData("timeout")]
    [InlineData("progress")]
    [InlineData("token")]
    public void A_parameter_steps_aside_for_those_of_polling(string name)
    {
        const string Answer = "responses: { 200: { content: { application/json: { schema: { required: [state], properties: { state: { type: string } } } } } } }";
        string get = $"operationId: get, parameters: [{{ name: {name}, in: query, schema: {{ type: string }} }}], {Answer}";

        Assert.Equal(name, Good($"get: {{ {get} }}").Operations[0].Parameters[0].Name);
        Assert.Equal($"{name}2", Good($"get: {{ {get}, x-polling: {{ state: /state, success: [done] }} }}").Operations[0].Parameters[0].Name);
    }

    private static LoweredClient Good(string item)
    {
        LoweredClient client = LoweredClient.OfPathItem(item);
        Assert.Empty(client.Messages);
        return client;
    }

    private static IEnumerable<string> Texts(LoweredClient client) =>
        client.Operations[0].Parameters.Select(parameter => $"{parameter.Name} {parameter.Target} {parameter.Type.Text()}{(parameter.IsRequired ? " required" : "")}");

    private static string Sent(ParameterModel parameter) => $"{parameter.Target} {parameter.Style}{(parameter.Explode ? " exploded" : "")}{(parameter.AllowReserved ? " reserved" : "")}";
}
