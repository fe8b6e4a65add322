namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Documents that are wrong about forms and files, or use names that forms need themselves.</summary>
public sealed class FormTests
{
    private const string Schema = "schema: { properties: { file: { type: string, format: binary }, note: { type: string } } }";

    [Theory]
    [InlineData(Schema + ", «DRG2006»encoding: null")]
    [InlineData(Schema + ", «DRG2006»encoding: []")]
    [InlineData(Schema + ", encoding: { «DRG2006»note: null }")]
    [InlineData(Schema + ", encoding: { note: { «DRG2006»contentType: 5 } }")]
    [InlineData(Schema + ", encoding: { note: { «DRG2006»contentType: \"text/plain\\r\\nX: y\" } }")]
    [InlineData(Schema + ", encoding: { file: { headers: null } }")]
    [InlineData(Schema + ", encoding: { note: { headers: { «DRG2112»X-A: null } } }")]
    [InlineData(Schema + ", encoding: { note: { headers: { «DRG2112»Content-Length: { schema: { const: 5 } } } } }")]
    [InlineData(Schema + ", encoding: { note: { headers: { «DRG2110»X-A: { required: true, schema: { const: \"a\\r\\nX-Evil: b\" } } } } }")]
    [InlineData(Schema + ", encoding: { note: { headers: { X-A: { schema: { const: 'a\"; \\' } }, x-a: { schema: { const: b } } } } }")]
    [InlineData(Schema + ", encoding: { «DRG2112»fil: {} }")]
    [InlineData(Schema + ", «DRG2107»prefixEncoding: [{}]")]
    [InlineData("schema: { properties: { a: { type: array, items: { type: string } } } }, encoding: { a: { style: form, explode: true, allowReserved: true } }")]
    [InlineData("schema: { properties: { a: { type: array, items: { type: string } } } }, encoding: { a: { «DRG2112»explode: false } }")]
    [InlineData("schema: { properties: { a: { type: array, items: { type: string } } } }, encoding: { a: { «DRG2112»style: pipeDelimited, explode: true } }")]
    [InlineData("schema: { properties: { a: { type: object, properties: { b: { type: string } } } } }, encoding: { a: { «DRG2112»style: deepObject } }")]
    [InlineData("schema: { properties: { a: { type: object, properties: { b: { type: string } } } } }, encoding: { a: { «DRG2107»encoding: { b: { contentType: text/plain } } } }")]
    [InlineData("schema: { properties: { a: { type: string } } }, encoding: { a: { style: deepObject } }")]
    [InlineData("schema: { properties: { a: { $ref: «DRG2003»'#/nowhere' }, file: { type: string, format: binary } } }, encoding: { a: { contentType: image/png } }")]
    [InlineData("schema: { properties: { file: { type: string, format: binary, «DRG2006»minLength: -1 } } }")]
    [InlineData("schema: { properties: { file: { type: string, format: binary, «DRG2006»minLength: 10, maxLength: 5 } } }")]
    [InlineData("schema: { properties: { files: { type: array, items: { type: array, items: { type: string, format: binary } } } } }")]
    [InlineData("schema: { properties: { a: { type: string } }, additionalProperties: { type: string, format: binary } }")]
    public void A_form_is_located_or_compiles(string media) => MarkedSpec.AssertHolds($$"""
        paths:
          /up: { post: { operationId: upload, requestBody: { content: { multipart/form-data: { {{media}} } } }, responses: { 204: {} } } }
        """);

    [Theory]
    [InlineData("multipart/form-data: {}")]
    [InlineData("multipart/form-data: { schema: { type: array, items: { type: string, format: binary } } }")]
    [InlineData("multipart/form-data: { schema: { additionalProperties: { type: string, format: binary } } }")]
    [InlineData("multipart/form-data: { schema: { additionalProperties: { type: integer } } }")]
    [InlineData("multipart/form-data: { schema: { $ref: '#/components/schemas/Either' } }")]
    [InlineData("multipart/form-data: { schema: { $ref: '#/components/schemas/EitherFile' } }")]
    [InlineData("multipart/form-data: { schema: { type: integer } }")]
    [InlineData("multipart/*: { schema: { properties: { a: { type: string } } } }")]
    [InlineData("multipart/mixed: { «DRG2107»itemSchema: {}, «DRG2107»itemEncoding: {} }")]
    [InlineData("multipart/mixed: { schema: { type: array, items: { $ref: '#/components/schemas/Either' } } }")]
    [InlineData("application/x-ndjson: { itemSchema: { type: [string, 'null'] } }")]
    [InlineData("application/x-ndjson: { itemSchema: { type: array, items: { $ref: '#/components/schemas/Either' } } }")]
    [InlineData("'text/plain; a=\"b\"': {}")]
    [InlineData("application/xml: { schema: { $ref: '#/components/schemas/Either' } }")]
    public void What_has_no_fields_compiles(string content) => MarkedSpec.AssertHolds($$"""
        paths:
          /up: { post: { operationId: upload, requestBody: { content: { {{content}} } }, responses: { 204: {} } } }
          /must: { post: { operationId: mustUpload, requestBody: { required: true, content: { {{content}} } }, responses: { 204: {} } } }
        components:
          schemas:
            Either: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind } }
            EitherFile: { oneOf: [{ $ref: '#/components/schemas/A' }, { properties: { kind: { type: string, enum: [f] }, file: { type: string, format: binary } } }], discriminator: { propertyName: kind } }
            A: { required: [kind], properties: { kind: { type: string, enum: [A] } } }
            B: { required: [kind], properties: { kind: { type: string, enum: [B] } } }
        """);

    /// <summary>A body that may be left out is held by a variable of its own.</summary>
    [Theory]
    [InlineData("application/json: { schema: { type: string } }", "request")]
    [InlineData("image/png: { schema: { type: string, format: binary } }", "file")]
    [InlineData("text/plain: {}", "request")]
    [InlineData("application/jsonl: { itemSchema: {} }", "request")]
    public void Names_of_bodies_are_free_of_those_of_parameters(string content, string name) => MarkedSpec.AssertHolds($$"""
        paths:
          /up:
            post:
              operationId: upload
              parameters: [{ name: {{name}}, in: query, schema: { type: string } }, { name: given-{{name}}, in: query, schema: { type: string } }, { name: given-{{name}}-2, in: query, schema: { type: string } }]
              requestBody: { content: { {{content}} } }
              responses: { 204: {} }
        """);

    [Fact]
    public void Names_of_forms_are_free_of_those_of_schemas() => MarkedSpec.AssertHolds("""
        paths:
          /up: { post: { operationId: upload, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/FileUpload' } } } }, responses: { 204: {} } } }
        components:
          schemas:
            FileUpload: { required: [FileUpload], properties: { FileUpload: { type: string, format: binary }, class: { type: string }, "a\"\r\nb": { type: string }, MultipartForm: { type: string }, '': { type: string } } }
            FileUploadForm: { type: object, properties: { a: { type: string } } }
            MultipartForm: { type: object, properties: { a: { type: string } } }
        """);
}
