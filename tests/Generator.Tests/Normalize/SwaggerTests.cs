using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>What each word of Swagger 2.0 (the sections of its specification in brackets) becomes in the one shape.</summary>
public sealed class SwaggerTests
{
    [Theory]
    [InlineData("host: api.example\nschemes: [http, https]\nbasePath: /v1", "https://api.example/v1", "http://api.example/v1")]
    [InlineData("host: api.example:8443\nbasePath: /", "https://api.example:8443")]
    [InlineData("host: api.example\nschemes: [wss, http]\nbasePath: v2/", "http://api.example/v2")]
    [InlineData("basePath: /v1", "/v1")]
    [InlineData("schemes: [https]")]
    public void Host_path_and_schemes_are_servers(string body, params string[] urls) =>
        Assert.Equal(urls, Read(body).Document!.Root.Sequence("servers")?.Items.Cast<MappingNode>().Select(server => server.Text("url")) ?? []);

    /// <summary>4.4.9: "in" is query, header, path, formData or body; the table of collectionFormat.</summary>
    [Theory]
    [InlineData("{ name: a, in: query, type: array, items: { type: string } }", "form", "false", null)]
    [InlineData("{ name: a, in: query, type: array, items: { type: string }, collectionFormat: csv }", "form", "false", null)]
    [InlineData("{ name: a, in: query, type: array, items: { type: string }, collectionFormat: ssv }", "spaceDelimited", "false", null)]
    [InlineData("{ name: a, in: query, type: array, items: { type: string }, collectionFormat: tsv }", "form", "false", "tsv")]
    [InlineData("{ name: a, in: query, type: array, items: { type: string }, collectionFormat: pipes }", "pipeDelimited", "false", null)]
    [InlineData("{ name: a, in: query, type: array, items: { type: string }, collectionFormat: multi }", "form", "true", null)]
    [InlineData("{ name: a, in: header, type: array, items: { type: string } }", null, null, null)]
    [InlineData("{ name: a, in: header, type: array, items: { type: string }, collectionFormat: pipes }", "pipeDelimited", "false", null)]
    [InlineData("{ name: a, in: header, type: array, items: { type: string }, collectionFormat: tsv }", null, null, "tsv")]
    [InlineData("{ name: a, in: query, type: string, collectionFormat: multi }", null, null, null)]
    public void A_collection_format_is_a_style(string parameter, string? style, string? explode, string? kept)
    {
        MappingNode canonical = Parameter(parameter);

        Assert.Equal(style, canonical.Text("style"));
        Assert.Equal(explode, canonical.Text("explode"));
        Assert.Equal(kept, canonical.Text("x-collection-format"));
        Assert.False(canonical.Has("collectionFormat"));
    }

    [Theory]
    [InlineData("parameters: { p0: { $ref: '#/parameters/p1' }, ", "#/parameters/p", "{ name: end, in: query, type: string }", "paths: { /a: { get: { parameters: [{ $ref: '#/parameters/p0' }] } } }")]
    [InlineData("paths: { /a: { $ref: '#/x-items/p1' } }\nx-items: { ", "#/x-items/p", "{ get: { parameters: [{ name: end, in: query, type: string }] } }", "")]
    public void A_chain_of_any_length_is_followed(string head, string pointer, string end, string user)
    {
        const int Length = 20_000;
        IEnumerable<string> links = Enumerable.Range(1, Length - 1).Select(link => $"p{link}: {{ $ref: '{pointer}{link + 1}' }}");
        CanonicalReading reading = Read($"{head}{string.Join(", ", links)}, p{Length}: {end} }}\n{user}");

        Assert.Empty(reading.Messages);
        Assert.Equal("end", reading.Part("paths", "/a", "get", "parameters")![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void A_parameter_has_its_type_in_a_schema() => CanonicalReading.AssertIs(
        "[{ name: a, in: query, required: true, schema: { type: array, nullable: true, items: { type: integer, format: int64 } } }]",
        Read("paths: { /a: { get: { parameters: [{ name: a, in: query, required: true, type: array, x-nullable: true, items: { type: integer, format: int64, collectionFormat: pipes }, collectionFormat: multi }] } } }").Part("paths", "/a", "get", "parameters"));

    [Theory]
    [InlineData("consumes: [application/json, application/xml]", "", "{ application/json: &m { schema: { type: string } }, application/xml: *m }")]
    [InlineData("consumes: [application/xml]", "consumes: [text/plain],", "{ text/plain: { schema: { type: string } } }")]
    [InlineData("consumes: [application/xml]", "consumes: [],", "{ application/json: { schema: { type: string } } }")]
    [InlineData("host: a", "", "{ application/json: { schema: { type: string } } }")]
    public void A_body_is_what_the_operation_else_the_document_consumes(string document, string operation, string content) => CanonicalReading.AssertIs(
        $"{{ required: true, content: {content} }}",
        Read($"{document}\npaths: {{ /a: {{ post: {{ {operation} parameters: [{{ name: b, in: body, required: true, schema: {{ type: string }} }}] }} }} }}").Part("paths", "/a", "post", "requestBody"));

    [Theory]
    [InlineData("paths: { /a: { parameters: [{ name: b, in: body, schema: { type: string } }], post: {} } }")]
    [InlineData("parameters: { B: { name: b, in: body, schema: { type: string } } }\npaths: { /a: { post: { parameters: [{ $ref: '#/parameters/B' }] } } }")]
    [InlineData("paths: { /a: { parameters: [{ name: b, in: body, schema: { type: integer } }], post: { parameters: [{ name: c, in: body, schema: { type: string } }] } } }")]
    public void A_body_may_stand_elsewhere(string body)
    {
        CanonicalReading reading = Read(body);

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs("{ required: false, content: { application/json: { schema: { type: string } } } }", reading.Part("paths", "/a", "post", "requestBody"));
        Assert.Null(reading.Part("paths", "/a", "parameters"));
        Assert.Null(reading.Part("paths", "/a", "post", "parameters"));
    }

    /// <summary>4.4.9: a file is sent as multipart/form-data; other fields as the document says, by default url-encoded.</summary>
    [Theory]
    [InlineData("", "{ name: f, in: formData, type: string }", "application/x-www-form-urlencoded")]
    [InlineData("consumes: [multipart/form-data],", "{ name: f, in: formData, type: string }", "multipart/form-data")]
    [InlineData("consumes: [application/json],", "{ name: f, in: formData, type: string }", "application/x-www-form-urlencoded")]
    [InlineData("consumes: [application/x-www-form-urlencoded],", "{ name: f, in: formData, type: file }", "multipart/form-data")]
    [InlineData("consumes: [multipart/form-data, application/x-www-form-urlencoded],", "{ name: f, in: formData, type: string }", "multipart/form-data", "application/x-www-form-urlencoded")]
    public void Fields_are_a_form(string consumes, string field, params string[] mediaTypes) =>
        Assert.Equal(mediaTypes, Read($"paths: {{ /a: {{ post: {{ {consumes} parameters: [{field}] }} }} }}").Part("paths", "/a", "post", "requestBody", "content")!.AsObject().Select(media => media.Key));

    [Fact]
    public void A_form_is_an_object_of_its_fields() => CanonicalReading.AssertIs(
        "{ required: true, content: { multipart/form-data: { schema: { type: object, required: [photo], properties: { tags: { type: array, items: { type: string } }, photo: { type: string, format: binary } } } } } }",
        Read("paths: { /a: { parameters: [{ name: photo, in: formData, required: true, type: file }, { name: tags, in: formData, type: integer }], post: { parameters: [{ name: tags, in: formData, type: array, items: { type: string }, collectionFormat: multi }] } } }").Part("paths", "/a", "post", "requestBody"));

    [Fact]
    public void A_list_in_a_form_has_a_style()
    {
        MappingNode body = Operation("{ parameters: [{ name: tags, in: formData, type: array, items: { type: string }, collectionFormat: pipes }] }").Mapping("requestBody")!;
        MappingNode encoding = body.Mapping("content")!.Mapping("application/x-www-form-urlencoded")!.Mapping("encoding")!.Mapping("tags")!;

        Assert.Equal("pipeDelimited", encoding.Text("style"));
        Assert.Equal("false", encoding.Text("explode"));
    }

    [Theory]
    [InlineData("schema: { type: integer }", "{ application/json: { schema: { type: integer } } }")]
    [InlineData("description: Done.", "{}")]
    [InlineData("schema: { type: file }", "{ '*/*': { schema: { type: string, format: binary } } }")]
    public void A_response_with_a_schema_has_content(string response, string content) =>
        CanonicalReading.AssertIs(content, Read($"paths: {{ /a: {{ get: {{ responses: {{ 200: {{ {response} }} }} }} }} }}").Part("paths", "/a", "get", "responses", "200", "content"));

    [Theory]
    [InlineData("[application/json, text/csv]", "{ type: integer }", "application/json", "text/csv")]
    [InlineData("[image/png]", "{ type: file }", "image/png")]
    [InlineData("[application/json, image/png]", "{ type: file }", "image/png")]
    [InlineData("[application/json]", "{ type: file }", "*/*")]
    public void A_response_is_what_the_operation_produces(string produces, string schema, params string[] mediaTypes) =>
        Assert.Equal(mediaTypes, Read($"produces: [text/plain]\npaths: {{ /a: {{ get: {{ produces: {produces}, responses: {{ 200: {{ schema: {schema} }} }} }} }} }}").Part("paths", "/a", "get", "responses", "200", "content")!.AsObject().Select(media => media.Key));

    /// <summary>4.4.2: "produces" of the operation overrides the document's; a response that is shared has none of its own.</summary>
    [Fact]
    public void A_shared_response_is_what_each_operation_produces()
    {
        CanonicalReading reading = Read("responses: { R: { schema: { type: integer } } }\npaths: { /a: { get: { produces: [text/a], responses: { 200: { $ref: '#/responses/R' } } }, put: { produces: [text/b], responses: { 200: { $ref: '#/responses/R' } } } } }");

        CanonicalReading.AssertIs("{ text/a: { schema: { type: integer } } }", reading.Part("paths", "/a", "get", "responses", "200", "content"));
        CanonicalReading.AssertIs("{ text/b: { schema: { type: integer } } }", reading.Part("paths", "/a", "put", "responses", "200", "content"));
    }

    [Fact]
    public void Headers_have_schemas()
    {
        MappingNode header = Operation("{ responses: { 200: { headers: { X-Left: { description: How many., type: integer, format: int32 } } } } }")
            .Mapping("responses")!.Mapping("200")!.Mapping("headers")!.Mapping("X-Left")!;

        Assert.Equal("How many.", header.Text("description"));
        Assert.Equal("int32", header.Mapping("schema")!.Text("format"));
    }

    [Theory]
    [InlineData("{ type: file }", "{ type: string, format: binary }")]
    [InlineData("{ type: string, x-nullable: true }", "{ type: string, nullable: true }")]
    [InlineData("{ type: string, x-isnullable: true }", "{ type: string, nullable: true }")]
    [InlineData("{ $ref: '#/definitions/B', x-nullable: true }", "{ nullable: true, allOf: [{ $ref: /definitions/B }] }")]
    [InlineData("{ $ref: '#/definitions/B', type: object, description: A B. }", "{ $ref: /definitions/B }")]
    [InlineData("{ $ref: '#/definitions/C/properties/d' }", "{ $ref: /definitions/C/properties/d }")]
    [InlineData("{ allOf: [{ $ref: '#/definitions/B' }, { type: object, properties: { a: { type: file } } }] }", "{ allOf: [{ $ref: /definitions/B }, { type: object, properties: { a: { type: string, format: binary } } }] }")]
    [InlineData("{ type: array, items: [{ type: string }] }", "{ type: array, items: { type: string } }")]
    [InlineData("{ type: array, items: [{ type: string }, { type: integer }] }", "{ type: array, items: { anyOf: [{ type: string }, { type: integer }] } }")]
    [InlineData("{ type: object, additionalProperties: { type: string, x-nullable: true } }", "{ type: object, additionalProperties: { type: string, nullable: true } }")]
    public void A_definition_is_a_component(string schema, string expected)
    {
        CanonicalReading reading = Read($"definitions: {{ A: {schema}, B: {{ type: string }}, C: {{ properties: {{ d: {{ type: integer }} }} }} }}");

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs(expected, reading.Schema("/definitions/A"));
    }

    /// <summary>4.4.19: "discriminator" is the name of the member.</summary>
    [Fact]
    public void A_discriminator_is_an_object() =>
        Assert.Equal("kind", Read("definitions: { A: { discriminator: kind } }").Document!.Root.Mapping("components")!.Mapping("schemas")!.Mapping("A")!.Mapping("discriminator")!.Text("propertyName"));

    [Theory]
    [InlineData("{ type: basic, description: D }", "{ type: http, scheme: basic, description: D }")]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "{ type: apiKey, in: header, name: X-Key }")]
    [InlineData("{ type: oauth2, flow: implicit, authorizationUrl: 'https://a', scopes: { r: Read } }", "{ type: oauth2, flows: { implicit: { authorizationUrl: 'https://a', scopes: { r: Read } } } }")]
    [InlineData("{ type: oauth2, flow: password, tokenUrl: 'https://a', scopes: {} }", "{ type: oauth2, flows: { password: { tokenUrl: 'https://a', scopes: {} } } }")]
    [InlineData("{ type: oauth2, flow: application, tokenUrl: 'https://a', scopes: {} }", "{ type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a', scopes: {} } } }")]
    [InlineData("{ type: oauth2, flow: accessCode, authorizationUrl: 'https://b', tokenUrl: 'https://a', scopes: {} }", "{ type: oauth2, flows: { authorizationCode: { authorizationUrl: 'https://b', tokenUrl: 'https://a', scopes: {} } } }")]
    public void A_security_definition_is_a_security_scheme(string definition, string expected)
    {
        MappingNode scheme = Assert.Single(Read($"securityDefinitions: {{ s: {definition} }}").Document!.SecuritySchemes).Value;

        Assert.Equal(NodeJson.Of(Reading.Good(expected)).ToString(), NodeJson.Of(scheme).ToString());
    }

    /// <summary>A diagnostic stands where the user can correct it: line 1 is the version.</summary>
    [Theory]
    [InlineData("definitions:\n  A: { properties: { b: { $ref: '#/definitions/C' } } }", "DRG2003 3:33")]
    [InlineData("definitions:\n  A: { type: strnig }", "DRG2008 3:14")]
    [InlineData("paths:\n  /a:\n    get:\n      parameters: [{ $ref: '#/parameters/P' }]", "DRG2003 5:28")]
    [InlineData("paths:\n  /a:\n    get: { parameters: [{ name: a, in: nowhere }] }", "DRG2006 4:40")]
    [InlineData("paths:\n  /a:\n    get: { parameters: [{ in: formData, type: string }] }", "DRG2007 4:25")]
    [InlineData("paths:\n  /a:\n    get: { responses: { 200: { $ref: '#/responses/R' } } }", "DRG2003 4:38")]
    [InlineData("paths:\n  /a:\n    get: { responses: { ok: {} } }", "DRG2009 4:25")]
    [InlineData("paths:\n  /a:\n    post: { parameters: [{ name: a, in: body, schema: { $ref: '#/definitions/A' } }] }", "DRG2003 4:63")]
    [InlineData("paths: []", "DRG2006 2:1")]
    [InlineData("definitions: []", "DRG2006 2:1")]
    [InlineData("securityDefinitions: []", "DRG2006 2:1")]
    [InlineData("paths:\n  /a:\n    post: { consumes: [json], parameters: [{ name: a, in: body }] }", "DRG2006 4:24")]
    [InlineData("paths:\n  /a:\n    post: { parameters: [{ name: a, in: body }, { name: b, in: formData, type: string }] }", "DRG2006 4:64")]
    [InlineData("definitions:\n  A: { $ref: '#/definitions/A' }", "DRG2103 3:14")]
    [InlineData("paths:\n  /a: { $ref: '#/paths/~1a' }", "DRG2005 3:15")]
    public void A_mistake_is_shown_where_it_is(string body, string problem) => Assert.Equal([problem], Read(body).Problems);

    [Theory]
    [InlineData("paths: { /a: { get: { parameters: ~, responses: ~, consumes: x, produces: [~, []] } } }")]
    [InlineData("paths: { /a: { get: { parameters: [~, x, [], {}], responses: [] } } }")]
    [InlineData("paths: { /a: { parameters: { x: y }, get: ~ } }")]
    [InlineData("parameters: []\nresponses: x\ndefinitions: { a: ~, b: [], c: { properties: [], allOf: {}, items: [[]] } }")]
    [InlineData("host: []\nbasePath: {}\nschemes: x\nconsumes: x\nproduces: {}\nsecurityDefinitions: { a: ~, b: { type: oauth2, flow: [] } }")]
    [InlineData("paths: { /a: { get: { responses: { 200: { schema: ~, headers: x, examples: [] }, 201: { schema: { type: file }, headers: { a: ~ } } } } } }")]
    public void Nothing_malformed_stops_the_reading(string body) => Assert.NotNull(Read(body).Document);

    private static CanonicalReading Read(string body) => CanonicalReading.Of($"swagger: '2.0'\n{body}");

    private static MappingNode Operation(string operation) =>
        Read($"paths: {{ /a: {{ get: {operation} }} }}").Document!.Root.Mapping("paths")!.Mapping("/a")!.Mapping("get")!;

    private static MappingNode Parameter(string parameter) => (MappingNode)Operation($"{{ parameters: [{parameter}] }}").Sequence("parameters")!.Items[0];
}
