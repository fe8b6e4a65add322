using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Requests that are forms or files (OpenAPI 3.1, 4.8.14.2, 4.8.15; 3.0, 4.7.24).</summary>
public sealed class FormLoweringTests
{

    /// <summary>Which of several media types is sent.</summary>
    [Theory]
    [InlineData("multipart/form-data: { schema: { properties: { file: { type: string, format: binary } } } }", "request Multipart Record")]
    [InlineData("application/json: {}, multipart/form-data: { schema: { properties: { file: { type: string, format: binary } } } }", "request Multipart Record")]
    [InlineData("multipart/form-data: { schema: { properties: { file: { type: string, format: binary } } } }, application/json: {}", "request Multipart Record")]
    [InlineData("multipart/form-data: { schema: { properties: { a: { type: string } } } }, application/json: {}", "request Json Json")]
    [InlineData("multipart/form-data: { schema: { properties: { a: { type: string } } } }", "request Multipart Record")]
    [InlineData("Multipart/Form-Data: { schema: { properties: { file: { type: string, format: binary } } } }", "request Multipart Record")]
    [InlineData("application/octet-stream: {}", "file File File application/octet-stream")]
    [InlineData("image/png: { schema: { type: string, format: binary } }", "file File File image/png")]
    [InlineData("image/*: {}", "file File File application/octet-stream")]
    [InlineData("application/xml: {}", "file File File application/xml")]
    [InlineData("'*/*': { schema: { type: string, format: binary } }", "file File File application/octet-stream")]
    [InlineData("video/mp4: { schema: { type: string } }", "file File File video/mp4")]
    [InlineData("text/plain: { schema: { type: string, format: binary } }", "file File File text/plain")]
    [InlineData("image/png: {}, application/json: {}", "request Json Json")]
    [InlineData("application/json: { schema: { type: string, format: binary } }", "file File File application/json")]
    [InlineData("'*/*': {}", "file File File application/octet-stream")]
    [InlineData("text/plain: {}", "request Text String text/plain")]
    [InlineData("text/*: { schema: { type: string } }", "request Text String text/plain")]
    [InlineData("application/xml: { schema: { type: object, properties: { a: { type: string } } } }, text/csv: {}", "request Text String text/csv")]
    [InlineData("application/xml: { schema: { type: object, properties: { a: { type: string } } } }", "file File File application/xml")]
    [InlineData("application/jsonl: { itemSchema: { type: integer } }", "request Lines Sequence application/jsonl")]
    [InlineData("application/x-ndjson: { schema: { type: array, items: { type: integer } } }", "request Lines Sequence application/x-ndjson")]
    [InlineData("application/json-seq: { schema: { properties: { a: { type: string } } } }", "request Lines Sequence application/json-seq")]
    [InlineData("application/jsonl: { schema: { type: string } }", "request Text String application/jsonl")]
    [InlineData("application/jsonl: {}", "file File File application/jsonl")]
    [InlineData("multipart/form-data: {}", "request Parts Form multipart/form-data")]
    [InlineData("multipart/form-data: { schema: { type: object } }", "request Parts Form multipart/form-data")]
    [InlineData("multipart/form-data: { schema: { type: array, items: { type: string } } }", "request Parts Form multipart/form-data")]
    [InlineData("multipart/form-data: { schema: { additionalProperties: { type: integer } } }", "request JsonParts Map multipart/form-data")]
    [InlineData("multipart/form-data: { schema: { additionalProperties: { type: string, format: binary } } }", "request Parts Form multipart/form-data")]
    [InlineData("multipart/mixed: { schema: { type: array, items: { type: integer } } }", "request JsonParts List multipart/mixed")]
    [InlineData("'multipart/related; type=\"text/xml\"': { schema: { properties: { a: { type: string } } } }", "request Multipart Record multipart/related")]
    public void A_request_is_chosen(string content, string chosen)
    {
        BodyModel body = LoweredClient.Good($"paths: {{ /a: {{ post: {{ operationId: post, requestBody: {{ content: {{ {content} }} }} }} }} }}").Operation("post").Body!;

        string mediaType = body.Form == RequestForm.Json || chosen.EndsWith(body.Type.Kind.ToString(), StringComparison.Ordinal) ? "" : $" {body.MediaType}";
        Assert.Equal(chosen, $"{body.Name} {body.Form} {body.Type.Kind}{mediaType}");
    }

    [Theory]
    [InlineData("{ type: string, format: binary }", "", "File")]
    [InlineData("{ type: [string, 'null'], format: binary }", "", "File")]
    [InlineData("{ anyOf: [{ type: string, format: binary }, { type: 'null' }] }", "", "File")]
    [InlineData("{ $ref: '#/components/schemas/Bytes' }", "", "File")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Bytes' }] }", "", "File")]
    [InlineData("{ type: string, contentMediaType: image/png }", "", "File image/png")]
    [InlineData("{ type: string, contentMediaType: image/png, contentEncoding: base64 }", "", "Text")]
    [InlineData("{ type: string, contentMediaType: application/json }", "", "Text")]
    [InlineData("{ type: string, contentMediaType: text/html }", "", "Text")]
    [InlineData("{}", "contentType: image/png", "File image/png")]
    [InlineData("{}", "contentType: 'image/png, image/jpeg'", "File")]
    [InlineData("{}", "contentType: image/*", "File")]
    [InlineData("{}", "contentType: application/octet-stream", "File")]
    [InlineData("{}", "", "File")]
    [InlineData("{}", "contentType: '*/*'", "File")]
    [InlineData("{ contentMediaType: application/json }", "", "Json")]
    [InlineData("{}", "contentType: application/json", "Json")]
    [InlineData("{ anyOf: [{ type: integer }, { type: object, properties: { a: { type: string } } }] }", "", "Value")]
    [InlineData("{ anyOf: [{ type: integer }, { type: object, properties: { a: { type: string } } }] }", "contentType: application/json", "Json")]
    [InlineData("{ type: string }", "contentType: image/png", "File image/png")]
    [InlineData("{ type: string }", "contentType: text/plain", "Text")]
    [InlineData("{ type: string }", "contentType: text/css", "Text text/css")]
    [InlineData("{ type: string }", "contentType: application/json", "Json")]
    [InlineData("{ type: string, enum: [a] }", "", "Text")]
    [InlineData("{ type: integer }", "", "Text")]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "", "Json")]
    [InlineData("{ type: object }", "contentType: application/vnd.a+json", "Json application/vnd.a+json")]
    [InlineData("{ type: object }", "contentType: application/xml", "File application/xml")]
    [InlineData("{ type: object }", "contentType: text/yaml", "File text/yaml")]
    [InlineData("{ type: array, items: {} }", "", "File")]
    [InlineData("{ type: array, items: { type: string } }", "", "Text")]
    [InlineData("{ type: array, items: { type: object } }", "", "Json")]
    [InlineData("{ type: array, items: { type: string, format: binary } }", "contentType: image/png", "File image/png")]
    [InlineData("{ anyOf: [{ type: string, format: binary }, { type: array, items: { type: string, format: binary } }] }", "", "File list")]
    [InlineData("{ oneOf: [{ type: array, items: { type: string, format: binary } }, { type: string }] }", "contentType: image/png", "File image/png list")]
    [InlineData("{ oneOf: [{ type: string, format: binary }, { type: string, format: binary, maxLength: 9 }] }", "", "File")]
    [InlineData("{ oneOf: [{ type: string, format: binary }, { type: integer }] }", "", "Value")]
    [InlineData("{ type: array, items: { type: array, items: { type: string } } }", "", "Json")]
    [InlineData("{ type: array, items: { type: object } }", "contentType: application/json", "Json whole")]
    [InlineData("{ type: array, items: { type: string } }", "contentType: application/vnd.a+json", "Json application/vnd.a+json whole")]
    [InlineData("{ type: array, items: { type: string } }", "contentType: text/plain", "Text")]
    public void A_field_is_a_text_JSON_or_a_file(string schema, string encoding, string expected)
    {
        LoweredClient client = Form($"a: {schema}", $"a: {{ {encoding} }}");

        Assert.Empty(client.Messages);
        PartModel part = Assert.Single(client.Record("PostRequest").Members).Part!;
        string[] words = [$"{part.Form}", part.ContentType, part.IsWhole ? "whole" : "", part.IsFileList ? "list" : ""];
        Assert.Equal(expected, string.Join(" ", words.Where(word => word.Length > 0)));
    }

    /// <summary>A header that has one value is sent with it; the caller gives a file those that have more (section 4.8.15).</summary>
    [Theory]
    [InlineData("a: { type: string }", "X-A: { schema: { const: b } }, X-B: { schema: { type: integer, enum: [7] } }, X-C: { schema: { default: c } }", "X-A=b X-B=7 X-C=c")]
    [InlineData("a: { type: string, format: binary }", "X-A: { required: true, schema: { type: string } }, X-B: { schema: { const: b } }", "X-B=b")]
    [InlineData("a: { type: object }", "content-type: { schema: { type: string } }", "")]
    public void A_header_of_a_part_is_sent_with_its_value(string properties, string headers, string expected)
    {
        LoweredClient client = Form(properties, $"a: {{ headers: {{ {headers} }} }}");

        Assert.Empty(client.Messages);
        Assert.Equal(expected, string.Join(" ", Assert.Single(client.Record("PostRequest").Members).Part!.Headers.Select(header => $"{header.Name}={header.Value}")));
    }

    [Theory]
    [InlineData("{ type: string, format: binary, minLength: 10, maxLength: 20 }", 10, 20L, "Length: 10 to 20 bytes.")]
    [InlineData("{ type: array, items: { type: string, format: binary, maxLength: 20 } }", 0, 20L, "")]
    [InlineData("{ $ref: '#/components/schemas/Bytes', maxLength: 5 }", 0, 5L, "Length: at most 5 bytes.")]
    [InlineData("{ $ref: '#/components/schemas/Small' }", 0, 7L, "")]
    [InlineData("{ type: string, maxLength: 5 }", 0, null, "Length: at most 5 characters.")]
    public void Lengths_of_files_count_bytes(string schema, long min, long? max, string note)
    {
        MemberModel member = Assert.Single(Form($"a: {schema}", "").Record("PostRequest").Members);

        Assert.Equal(new FileLimits(min, max), member.Part!.Limits);
        Assert.Equal(note, string.Join(" ", member.Notes));
    }

    [Theory]
    [InlineData("a: { type: string }", "a: { headers: { X-A: {} }, style: form }", "Form field 'a': the header 'X-A' is not sent, because the document gives it no value")]
    [InlineData("a: { type: string }", "a: { headers: { 'X A': { schema: { const: b } } } }", "Form field 'a': the header 'X A' cannot be sent")]
    [InlineData("a: { type: string }", "other: { contentType: text/css }", "Form field 'other': the schema has no such member.")]
    [InlineData("a: { type: string }", "a: { contentType: css }", "'contentType' must be a media type, or several with commas between them")]
    [InlineData("a: { type: string }", "a: { contentType: [text/css] }", "'contentType' must be a media type, or several with commas between them")]
    [InlineData("a: { type: string }", "a: text/css", "'a' must be an encoding: an object")]
    [InlineData("a: { type: string, format: binary, maxLength: many }", "", "'maxLength' must be a number of bytes: an integer of at least 0")]
    [InlineData("a: { type: string, format: binary, minLength: -1 }", "", "'minLength' must be a number of bytes: an integer of at least 0")]
    public void What_is_not_done_is_said(string properties, string encoding, string messages) =>
        Assert.Equal(messages.Split('|'), Form(properties, encoding).Messages);

    [Fact]
    public void A_record_that_only_forms_carry_has_no_JSON()
    {
        LoweredClient client = Form("a: { type: string, format: binary }, b: { type: object, properties: { c: { type: string } } }", "");

        Assert.Equal((false, "PostRequestForm"), (client.Record("PostRequest").HasJson, client.Record("PostRequest").FormName));
        Assert.Equal((true, ""), (client.Record("PostRequestB").HasJson, client.Record("PostRequestB").FormName));
    }

    [Fact]
    public void A_record_with_a_file_that_is_JSON_too_is_so_without_the_file()
    {
        LoweredClient client = LoweredClient.OfPathItem(
            """
            put: { operationId: put, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            get: { operationId: get, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
            """,
            "Pet: { required: [name, picture], properties: { name: { type: string }, picture: { type: string, format: binary } } }");

        Assert.Equal(["Form field 'picture': JSON, which the record is also sent or received as, is without it"], client.Messages);
        RecordModel record = client.Record("Pet");
        Assert.Equal((true, "PetForm"), (record.HasJson, record.FormName));
        Assert.Equal([("Name", true, true), ("Picture", false, false)], record.Members.Select(member => (member.Name, member.IsRequired, member.IsInJson)));
    }

    [Fact]
    public void One_schema_has_one_encoding()
    {
        const string body = "requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' }, encoding: { a: { contentType: TYPE } } } } }";
        LoweredClient client = LoweredClient.OfPathItem(
            $"put: {{ operationId: put, {body.Replace("TYPE", "image/png", StringComparison.Ordinal)} }}\npost: {{ operationId: post, {body.Replace("TYPE", "image/gif", StringComparison.Ordinal)} }}",
            "Pet: { properties: { a: { type: string, format: binary } } }");

        Assert.Equal(["Form field 'a': another operation sends the same schema with another encoding, which is used for both"], client.Messages);
        Assert.Equal("image/gif", client.Record("Pet").Members[0].Part!.ContentType);
    }

    [Theory]
    [InlineData("application/octet-stream: {}", "application/octet-stream")]
    [InlineData("image/jpeg: { schema: { type: string, format: binary } }, image/png; q=1: {}", "image/jpeg, image/png")]
    [InlineData("application/xml: {}, image/*: {}", "application/xml, image/*")]
    [InlineData("'*/*': { schema: { type: string, format: binary } }", "*/*")]
    public void A_success_may_be_a_file(string content, string accept)
    {
        ResultModel result = LoweredClient.Good($"paths: {{ /a: {{ get: {{ operationId: get, responses: {{ 200: {{ content: {{ {content} }} }} }} }} }} }}").Operation("get").Result;

        Assert.Equal((TypeKind.Download, accept, BodyForm.File), (result.Type!.Kind, result.Accept, result.Successes[0].Form));
    }

    private static LoweredClient Form(string properties, string encoding) => LoweredClient.OfPathItem(
        $"post: {{ operationId: post, requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ properties: {{ {properties} }} }}, encoding: {{ {encoding} }} }} }} }} }}",
        "Bytes: { type: string, format: binary }",
        "Small: { type: string, format: binary, maxLength: 7 }");
}
