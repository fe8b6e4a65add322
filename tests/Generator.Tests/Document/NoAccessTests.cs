using System.Net.Sockets;
using Dragoman.Generator.Document;

namespace Dragoman.Generator.Tests.Document;

/// <summary>A document is not trusted to name files or hosts: nothing that it says makes the compiler open either.</summary>
public sealed class NoAccessTests
{
    /// <summary>Everything in which the OpenAPI Specification (3.0.4 and 3.1.1) has a $ref or another reference to a document.</summary>
    public static TheoryData<string> Places { get; } =
    [
        "paths: { /a: { $ref: 'URL' } }",
        "paths: { /a: { parameters: [{ $ref: 'URL' }] } }",
        "paths: { /a: { get: { parameters: [{ $ref: 'URL' }] } } }",
        "paths: { /a: { get: { parameters: [{ name: p, in: query, schema: { $ref: 'URL' } }] } } }",
        "paths: { /a: { get: { parameters: [{ name: p, in: query, content: { application/json: { schema: { $ref: 'URL' } } } }] } } }",
        "paths: { /a: { get: { parameters: [{ name: p, in: query, examples: { e: { $ref: 'URL' } } }] } } }",
        "paths: { /a: { get: { requestBody: { $ref: 'URL' } } } }",
        "paths: { /a: { get: { requestBody: { content: { application/json: { $ref: 'URL' } } } } } }",
        "paths: { /a: { get: { requestBody: { content: { application/json: { schema: { $ref: 'URL' } } } } } } }",
        "paths: { /a: { get: { requestBody: { content: { application/json: { examples: { e: { externalValue: 'URL' } } } } } } } }",
        "paths: { /a: { get: { requestBody: { content: { multipart/form-data: { encoding: { e: { headers: { h: { $ref: 'URL' } } } } } } } } } }",
        "paths: { /a: { get: { responses: { 200: { $ref: 'URL' } } } } }",
        "paths: { /a: { get: { responses: { 200: { headers: { h: { $ref: 'URL' } } } } } } }",
        "paths: { /a: { get: { responses: { 200: { links: { l: { $ref: 'URL' } } } } } } }",
        "paths: { /a: { get: { responses: { 200: { links: { l: { operationRef: 'URL' } } } } } } }",
        "paths: { /a: { get: { callbacks: { c: { $ref: 'URL' } } } } }",
        "paths: { /a: { get: { callbacks: { c: { '{$request.body#/url}': { $ref: 'URL' } } } } } }",
        "webhooks: { w: { $ref: 'URL' } }",
        "components: { parameters: { p: { $ref: 'URL' } }, requestBodies: { b: { $ref: 'URL' } }, responses: { r: { $ref: 'URL' } }, headers: { h: { $ref: 'URL' } } }",
        "components: { examples: { e: { $ref: 'URL' } }, links: { l: { $ref: 'URL' } }, callbacks: { c: { $ref: 'URL' } }, pathItems: { i: { $ref: 'URL' } } }",
        "components: { securitySchemes: { s: { $ref: 'URL' } } }",
        "components: { securitySchemes: { s: { type: openIdConnect, openIdConnectUrl: 'URL' } } }",
        "components: { schemas: { A: { $ref: 'URL' } } }",
        "components: { schemas: { A: { $ref: 'URL', description: beside } } }",
        "components: { schemas: { A: { $ref: 'URL', required: [beside] } } }",
        "components: { schemas: { A: { $ref: 'URL#/components/schemas/A' } } }",
        "components: { schemas: { A: { properties: { p: { $ref: 'URL' } } } } }",
        "components: { schemas: { A: { items: { $ref: 'URL' } } } }",
        "components: { schemas: { A: { additionalProperties: { $ref: 'URL' } } } }",
        "components: { schemas: { A: { allOf: [{ $ref: 'URL' }] } } }",
        "components: { schemas: { A: { oneOf: [{ $ref: 'URL' }, { type: 'null' }] } } }",
        "components: { schemas: { A: { anyOf: [{ $ref: 'URL' }, { type: string }] } } }",
        "components: { schemas: { A: { not: { $ref: 'URL' } } } }",
        "components: { schemas: { A: { if: { $ref: 'URL' }, then: { $ref: 'URL' }, else: { $ref: 'URL' } } } }",
        "components: { schemas: { A: { prefixItems: [{ $ref: 'URL' }], contains: { $ref: 'URL' }, patternProperties: { x: { $ref: 'URL' } }, propertyNames: { $ref: 'URL' } } } }",
        "components: { schemas: { A: { $id: 'URL', $schema: 'URL', $dynamicRef: 'URL', $defs: { D: { $ref: 'URL' } } } } }",
        "components: { schemas: { A: { discriminator: { propertyName: p, mapping: { a: 'URL' } }, externalDocs: { url: 'URL' }, xml: { namespace: 'URL' } } } }",
        "components: { schemas: { A: { default: { $ref: 'URL' }, example: { $ref: 'URL' }, enum: [{ $ref: 'URL' }], const: { $ref: 'URL' } } } }",
        "servers: [{ url: 'URL' }]",
        "info: { title: T, termsOfService: 'URL', license: { url: 'URL' }, contact: { url: 'URL' } }",
        "jsonSchemaDialect: 'URL'",
        "x-anything: { $ref: 'URL' }",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task No_host_is_called(string body)
    {
        using ListeningHost host = new();

        DocumentReading.OfBody(body.Replace("URL", $"{host.Address}/a.json", StringComparison.Ordinal));

        Assert.Equal(0, await host.StopAsync());
    }

    /// <summary>Were the file read, the document would be good: it is what the $ref asks for.</summary>
    [Theory]
    [InlineData("paths: { /a: { $ref: 'URL' } }")]
    [InlineData("paths: { /a: { get: { parameters: [{ $ref: 'URL' }] } } }")]
    [InlineData("paths: { /a: { get: { requestBody: { $ref: 'URL' } } } }")]
    [InlineData("paths: { /a: { get: { responses: { 200: { $ref: 'URL' } } } } }")]
    [InlineData("components: { securitySchemes: { s: { $ref: 'URL' } } }")]
    [InlineData("components: { schemas: { A: { $ref: 'URL' } } }")]
    [InlineData("components: { schemas: { A: { properties: { p: { $ref: 'URL' } } } } }")]
    public void No_file_is_read(string body)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{ "name": "p", "in": "query", "description": "", "content": {}, "type": "object" }""");

            Assert.All([path, new Uri(path).AbsoluteUri, Path.GetRelativePath(Environment.CurrentDirectory, path)], reference =>
                Assert.Equal([$"'{reference}' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items"], DocumentReading.OfBody(body.Replace("URL", reference, StringComparison.Ordinal)).Messages));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The second wall: normalizing leaves no such $ref, and if it did, the object model could not follow it.</summary>
    [Theory]
    [InlineData("URL")]
    [InlineData("URL#/a")]
    [InlineData("a.json")]
    [InlineData("/etc/hostname")]
    [InlineData("file:///etc/hostname")]
    public async Task The_object_model_is_refused_files_and_hosts(string reference)
    {
        using ListeningHost host = new();
        string url = reference.Replace("URL", $"{host.Address}/a.json", StringComparison.Ordinal);
        string json = $$"""{ "openapi": "3.0.3", "info": { "title": "", "version": "" }, "paths": {}, "components": { "schemas": { "A": { "$ref": "{{url}}" } } } }""";

        Exception refusal = Assert.ThrowsAny<Exception>(() => NSwagReader.Read(json));

        Assert.IsType<NotSupportedException>(refusal.GetBaseException());
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task A_call_would_be_counted()
    {
        using ListeningHost host = new();
        Uri address = new(host.Address);
        using TcpClient caller = new();
        await caller.ConnectAsync(address.Host, address.Port);

        Assert.Equal(1, await host.StopAsync());
    }
}
