namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Operations with everything but schemas in place of its $refs.</summary>
public sealed class OperationNormalizerTests
{
    [Fact]
    public void Parameters_of_the_path_and_of_the_operation_stay_where_they_are() => AssertPathItem(
        """
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        get: { parameters: [{ name: limit, in: query, schema: { type: integer } }] }
        """,
        """
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        get: { parameters: [{ name: limit, in: query, required: false, schema: { type: integer } }], responses: {} }
        """);

    /// <summary>OpenAPI 3.1, 4.8.12.2: a path parameter is required, whatever it says.</summary>
    [Theory]
    [InlineData("{ name: id, in: path }", "{ name: id, in: path, required: true }")]
    [InlineData("{ name: id, in: path, required: false }", "{ name: id, in: path, required: true }")]
    [InlineData("{ name: id, in: header, required: true }", "{ name: id, in: header, required: true }")]
    [InlineData("{ name: id, in: cookie }", "{ name: id, in: cookie, required: false }")]
    [InlineData("{ name: a, in: querystring, content: { application/json: {} } }", "{ name: a, in: query, required: false }")]
    [InlineData("{ name: 200, in: query }", "{ name: '200', in: query, required: false }")]
    [InlineData("{ $ref: '#/components/parameters/Again' }", "{ name: page, in: query, required: false, schema: { type: integer } }")]
    [InlineData("{ name: filter, in: query, content: { application/json: { schema: { type: object } } } }", "{ name: filter, in: query, required: false, schema: { type: object } }")]
    public void A_parameter_has_a_name_a_place_and_a_schema(string parameter, string expected) =>
        AssertPathItem($"get: {{ parameters: [{parameter}] }}", $"get: {{ parameters: [{expected}], responses: {{}} }}");

    [Theory]
    [InlineData("{ in: query }", "'name' is missing: a parameter has a name")]
    [InlineData("{ name: '', in: query }", "'name' is missing: a parameter has a name")]
    [InlineData("{ name: [a], in: query }", "'name' is missing: a parameter has a name")]
    [InlineData("{ name: a }", "'in' is missing: a parameter has a place: path, query, header or cookie")]
    [InlineData("{ name: a, in: body }", "'in' must be path, query, header or cookie")]
    [InlineData("{ name: a, in: Query }", "'in' must be path, query, header or cookie")]
    [InlineData("{ $ref: '#/components/parameters/Pages' }", "'#/components/parameters/Pages' points to nothing in this document. Did you mean '#/components/parameters/Page'?")]
    public void A_parameter_that_cannot_be_read_is_left_out(string parameter, string message)
    {
        CanonicalReading reading = Read($"get: {{ parameters: [{parameter}, {{ name: b, in: query }}] }}");

        Assert.Equal([message], reading.Messages);
        CanonicalReading.AssertIs("[{ name: b, in: query, required: false }]", reading.Part("paths", "/a", "get", "parameters"));
    }

    [Theory]
    [InlineData("{ content: { application/json: { schema: { type: string } } } }", "{ required: false, content: { application/json: { schema: { type: string } } } }")]
    [InlineData("{ required: true, content: { application/json: {} } }", "{ required: true, content: { application/json: {} } }")]
    [InlineData("{ $ref: '#/components/requestBodies/Page' }", "{ required: true, content: { text/plain: {} } }")]
    [InlineData("{ content: {} }", "{ required: false, content: {} }")]
    [InlineData("{ content: { text/html: { $ref: '#/components/responses/Page/content/text~1plain' } } }", "{ required: false, content: { text/html: {} } }")]
    public void A_request_body_is_in_place(string body, string expected) =>
        AssertPathItem($"post: {{ requestBody: {body} }}", $"post: {{ requestBody: {expected}, responses: {{}} }}");

    [Theory]
    [InlineData("{ 200: { $ref: '#/components/responses/Page' } }", "{ '200': { description: '', content: { text/plain: {} } } }")]
    [InlineData("{ '200': { description: D }, 4XX: {}, default: {} }", "{ '200': { description: '', content: {} }, 4XX: { description: '', content: {} }, default: { description: '', content: {} } }")]
    [InlineData("{ x-note: { a: b }, 204: {} }", "{ '204': { description: '', content: {} } }")]
    [InlineData("{}", "{}")]
    public void Responses_are_in_place(string responses, string expected) =>
        AssertPathItem($"get: {{ responses: {responses} }}", $"get: {{ responses: {expected} }}");

    [Theory]
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("20X")]
    [InlineData("'200; Evil'")]
    [InlineData("Default")]
    [InlineData("2XX, 3XX")]
    public void A_response_without_a_status_is_left_out(string key)
    {
        string name = key.Trim('\'');
        CanonicalReading reading = Read($"get: {{ responses: {{ '{name}': {{}}, 200: {{}} }} }}");

        Assert.Equal([$"'{name}' is neither a status such as 200, a range such as 4XX, nor 'default'"], reading.Messages);
        CanonicalReading.AssertIs("{ '200': { description: '', content: {} } }", reading.Part("paths", "/a", "get", "responses"));
    }

    /// <summary>RFC 9110, 8.3.1: a media type goes into a header.</summary>
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/vnd.api+json; version=2")]
    [InlineData("text/plain;charset=utf-8")]
    [InlineData("multipart/form-data; boundary=\\\"a b\\\"")]
    [InlineData("*/*")]
    [InlineData("image/*")]
    public void A_media_type_is_good(string mediaType) => Assert.Empty(Read($"post: {{ requestBody: {{ content: {{ \"{mediaType}\": {{}} }} }} }}").Messages);

    [Theory]
    [InlineData("application/json\\r\\nX: y")]
    [InlineData("application/json; charset=utf-8\\r\\nX: y")]
    [InlineData(";;;")]
    [InlineData("json")]
    [InlineData("application/json/x")]
    [InlineData("\\\"); } } file class Evil { }")]
    public void A_media_type_that_is_none_is_left_out(string mediaType)
    {
        CanonicalReading reading = Read($"post: {{ requestBody: {{ content: {{ \"{mediaType}\": {{}} }} }} }}");

        Assert.EndsWith("' must be a media type, such as application/json", Assert.Single(reading.Messages), StringComparison.Ordinal);
        CanonicalReading.AssertIs("{}", reading.Part("paths", "/a", "post", "requestBody", "content"));
    }

    [Theory]
    [InlineData("~")]
    [InlineData("x")]
    [InlineData("[]")]
    public void A_media_type_is_described_by_an_object(string media) =>
        Assert.Equal(["'application/json' must be a media type object"], Read($"get: {{ responses: {{ 200: {{ content: {{ application/json: {media} }} }} }} }}").Messages);

    [Theory]
    [InlineData("get: { operationId: 12, deprecated: true, tags: [a, 1] }", "get: { operationId: '12', deprecated: true, tags: [a, '1'], responses: {} }")]
    [InlineData("get: { deprecated: false, summary: S, description: D, callbacks: {}, servers: [] }", "get: { responses: {} }")]
    [InlineData("get: {}\nput: {}\npost: {}\ndelete: {}\noptions: {}\nhead: {}\npatch: {}\ntrace: {}\nquery: {}", "{ get: &o { responses: {} }, put: *o, post: *o, delete: *o, options: *o, head: *o, patch: *o, trace: *o, query: *o }")]
    [InlineData("summary: S\ndescription: D\nservers: []\nx-a: {}\nget: {}", "get: { responses: {} }")]
    [InlineData("$ref: '#/components/pathItems/Shared'", "delete: { responses: {} }")]
    public void An_operation_is_what_a_client_needs(string item, string expected) => AssertPathItem(item, expected);

    [Fact]
    public void A_method_without_a_member_of_its_own_is_left_out() => Assert.Equal(
        ["Operation 'COPY /a' is left out: 'COPY' is not a method that has a member of its own: others belong into 'additionalOperations'"],
        Read("COPY: {}\nget: {}").Messages);

    /// <summary>OpenAPI 3.2, 4.9.1: methods that the other members do not name, in the letters that are sent.</summary>
    [Fact]
    public void Additional_operations_are_operations() => AssertPathItem(
        "additionalOperations: { COPY: { operationId: copy }, servers: {}, 'CHECK&FETCH': {} }\nget: {}",
        "{ 'method:COPY': { operationId: copy, responses: {} }, 'method:servers': &o { responses: {} }, 'method:CHECK&FETCH': *o, get: *o }");

    [Theory]
    [InlineData("{ COPY: [] }", "'COPY' must be an operation: an object")]
    [InlineData("{ 'A B': {} }", "'A B' must be a method: letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("{ '': {} }", "'' must be a method: letters, digits and !#$%&'*+-.^_`|~")]
    [InlineData("[COPY]", "'additionalOperations' must be an object")]
    public void Additional_operations_that_are_none_are_reported(string operations, string message) =>
        Assert.Equal([message], Read($"additionalOperations: {operations}\nget: {{}}").Messages);

    private static void AssertPathItem(string item, string expected)
    {
        CanonicalReading reading = Read(item);

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Part("paths", "/a"));
    }

    private static CanonicalReading Read(string item) => CanonicalReading.OfBody($$"""
        components:
          parameters: { Page: { name: page, in: query, schema: { type: integer } }, Again: { $ref: '#/components/parameters/Page' } }
          requestBodies: { Page: { required: true, content: { text/plain: {} } } }
          responses: { Page: { description: D, content: { text/plain: {} } } }
          pathItems: { Shared: { delete: {} } }
        paths:
          /a:
            {{item.ReplaceLineEndings("\n    ")}}
        """);
}
