using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Which documents are read, and what their canonical form is.</summary>
public sealed class DocumentVersionTests
{
    [Theory]
    [InlineData("openapi: 3.0.0")]
    [InlineData("openapi: 3.0.4")]
    [InlineData("openapi: 3.1.0")]
    [InlineData("openapi: 3.1.1")]
    [InlineData("openapi: '3.1'")]
    [InlineData("openapi: 3.0")]
    [InlineData("openapi: 3.1.0-rc1")]
    [InlineData("openapi: 3.2.0")]
    [InlineData("openapi: 3.2")]
    public void Every_supported_version_becomes_one(string version)
    {
        CanonicalReading reading = CanonicalReading.Of(version);

        Assert.Empty(reading.Messages);
        CanonicalReading.AssertIs("{ openapi: 3.0.3, info: { title: '', version: '' }, paths: {}, components: { schemas: {} } }", reading.Part());
    }

    [Theory]
    [InlineData("openapi: 4.0.0", "DRG2002 1:10", "OpenAPI version '4.0.0' is not supported; 2.0, 3.0, 3.1 and 3.2 are")]
    [InlineData("openapi: 3.20.0", "DRG2002 1:10", "OpenAPI version '3.20.0' is not supported; 2.0, 3.0, 3.1 and 3.2 are")]
    [InlineData("openapi: 3", "DRG2002 1:10", "OpenAPI version '3' is not supported; 2.0, 3.0, 3.1 and 3.2 are")]
    [InlineData("openapi: ~", "DRG2002 1:10", "OpenAPI version '~' is not supported; 2.0, 3.0, 3.1 and 3.2 are")]
    [InlineData("swagger: '3.0'", "DRG2002 1:10", "OpenAPI version '3.0' is not supported; 2.0, 3.0, 3.1 and 3.2 are")]
    [InlineData("openapi: [3.1.0]", "DRG2001 1:1", "This is not an OpenAPI document: it has no 'openapi' member with a version")]
    [InlineData("info: {}", "DRG2001 1:1", "This is not an OpenAPI document: it has no 'openapi' member with a version")]
    [InlineData("[]", "DRG2001 1:1", "This is not an OpenAPI document: its root is not an object")]
    [InlineData("'openapi: 3.1.0'", "DRG2001 1:1", "This is not an OpenAPI document: its root is not an object")]
    public void Another_document_is_not_read(string text, string problem, string message)
    {
        CanonicalReading reading = CanonicalReading.Of(text);

        Assert.Null(reading.Document);
        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    [Fact]
    public void A_title_and_a_version_are_texts() => CanonicalReading.AssertIs(
        "{ title: 'yes', version: '1.10' }",
        CanonicalReading.OfBody("info: { title: yes, version: 1.10 }").Part("info"));

    /// <summary>The one link from the canonical document to texts, literals and positions.</summary>
    [Fact]
    public void Every_canonical_object_leads_to_its_node()
    {
        CanonicalDocument document = CanonicalReading.OfBody("""
            paths:
              /a:
                post:
                  parameters: [{ $ref: '#/components/parameters/P' }]
                  requestBody: { content: { text/plain: {} } }
                  responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
            components:
              parameters: { P: { name: p, in: query, schema: { type: string } } }
              schemas: { A: { properties: { b: true } } }
            """).Document!;

        Assert.Equal(
            [
                "/paths/~1a", "/paths/~1a/post", "/components/parameters/P", "/components/parameters/P/schema", "/paths/~1a/post/requestBody", "/paths/~1a/post/responses/200",
                "/paths/~1a/post/responses/200/content/application~1json/schema", "/components/schemas/A", "/components/schemas/A/properties/b",
            ],
            Newtonsoft.Json.Linq.JObject.Parse(document.Json).Descendants()
                .OfType<Newtonsoft.Json.Linq.JProperty>()
                .Where(member => member.Name == CanonicalDocument.NodeKey)
                .Select(member => document.Nodes[(int)member.Value].Pointer));
    }

    [Fact]
    public void A_path_that_cannot_be_sent_is_left_out_and_extensions_are_no_paths()
    {
        CanonicalReading reading = CanonicalReading.OfBody("paths: { x-a: { get: {} }, //b: { get: {} }, /c: {} }");

        Assert.Equal(["The path '//b' is left out: a path that starts with '//' names a host"], reading.Messages);
        CanonicalReading.AssertIs("{ /c: {} }", reading.Part("paths"));
    }

    [Fact]
    public void A_path_without_its_slash_gets_one()
    {
        CanonicalReading reading = CanonicalReading.OfBody("paths: { b: { get: {} } }");

        Assert.Equal(["DRG2024 2:10"], reading.Problems);
        CanonicalReading.AssertIs("{ get: { responses: {} } }", reading.Part("paths", "b"));
    }

    [Theory]
    [InlineData("{ $ref: '#/components/securitySchemes/b' }", "'#/components/securitySchemes/b' points to nothing in this document. Did you mean '#/components/securitySchemes/a'?")]
    [InlineData("{ $ref: '#/components/securitySchemes/a' }", "'#/components/securitySchemes/a' leads back to itself without a schema in between")]
    [InlineData("{ $ref: 'https://example.com/a' }", "'https://example.com/a' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    [InlineData("bearer", "'a' must be a security scheme: an object")]
    public void A_security_scheme_that_cannot_be_read_is_shown(string scheme, string message) =>
        Assert.Equal([message], CanonicalReading.OfBody($"components: {{ securitySchemes: {{ a: {scheme} }} }}").Messages);

    [Fact]
    public void Security_schemes_are_an_object() =>
        Assert.Equal(["'securitySchemes' must be an object"], CanonicalReading.OfBody("components: { securitySchemes: [] }").Messages);
}
