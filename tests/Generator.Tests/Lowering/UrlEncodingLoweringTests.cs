using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Bodies that are forms as in URLs (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15).</summary>
public sealed class UrlEncodingLoweringTests
{
    [Theory]
    [InlineData("application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } } }", "PostRequest UrlEncoded")]
    [InlineData("application/X-WWW-Form-UrlEncoded; charset=utf-8: { schema: { type: object, additionalProperties: { type: string } } }", "Map<String> UrlEncoded")]
    [InlineData("application/x-www-form-urlencoded: {}", "Json UrlEncoded")]
    [InlineData("application/x-www-form-urlencoded: { schema: { type: string } }", "String UrlEncoded")]
    [InlineData("application/x-www-form-urlencoded: { schema: { type: string } }, application/json: { schema: { type: integer } }", "Int64 Json")]
    public void A_form_is_chosen_where_there_is_no_JSON(string content, string expected)
    {
        BodyModel body = Body(content);

        Assert.Equal(expected, $"{body.Type.Text()} {body.Form}");
    }

    // a is a text, b a list, c an object, d free.
    [Theory]
    [InlineData("", "")]
    [InlineData("a: { style: deepObject, explode: true }", "")]
    [InlineData("a: { contentType: application/json }", "")]
    [InlineData("a: { allowReserved: true }", "; a Form reserved")]
    [InlineData("b: { style: deepObject }, c: { style: deepObject }, d: { style: deepObject }", "DeepObject")]
    [InlineData("a: { allowReserved: true }, b: { style: deepObject }, c: { style: deepObject }, d: { style: deepObject, explode: true }", "DeepObject; a Form reserved")]
    [InlineData("b: { style: deepObject }, c: { style: deepObject }", "; b DeepObject; c DeepObject")]
    [InlineData("b: { explode: false }, c: { style: form }", "; b Form joined; c Form")]
    [InlineData("b: { style: pipeDelimited }, d: { style: spaceDelimited, explode: true }", "; b PipeDelimited; d Form")]
    [InlineData("b: { contentType: application/json }, c: { contentType: application/json }, d: { contentType: text/plain }", "; b Json; c Json")]
    [InlineData("b: { style: form, explode: false, x-collection-format: tsv }", "; b TabDelimited")]
    [InlineData("b: { contentType: application/json, style: form }", "; b Form")]
    public void Fields_are_written_as_their_encoding_says(string encoding, string expected)
    {
        UrlEncodingModel form = Body($$"""application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string }, b: { type: array, items: { type: string } }, c: { type: object, properties: { e: { type: string } } }, d: {} } }, encoding: { {{encoding}} } }""").UrlEncoding!;

        Assert.Equal(expected, string.Join("; ", new[] { form.Style?.ToString() ?? "" }.Concat(form.Fields.Select(Text))));
    }

    [Theory]
    [InlineData("encoding: { b: { style: matrix } }", "Form field 'b': forms have no style 'matrix'; it is sent in style 'form'")]
    [InlineData("encoding: { c: { style: form } }", "Form field 'c': the schema has no such member. Did you mean 'b'?")]
    [InlineData("encoding: [1]", "'encoding' must be an object of encodings")]
    [InlineData("encoding: { b: 1 }", "'b' must be an encoding: an object")]
    public void Encodings_that_say_nothing_are_shown(string encoding, string message)
    {
        LoweredClient client = LoweredClient.OfPathItem(Post($"application/x-www-form-urlencoded: {{ schema: {{ properties: {{ b: {{ type: array, items: {{ type: string }} }} }} }}, {encoding} }}"));

        Assert.Equal([message], client.Messages);
        Assert.Single(client.Operations);
    }

    private static string Text(FieldModel field) => $"{field.Name} {field.Style}{(field.Explode ? "" : " joined")}{(field.AllowReserved ? " reserved" : "")}";

    private static BodyModel Body(string content)
    {
        LoweredClient client = LoweredClient.OfPathItem(Post(content));
        Assert.Empty(client.MessagesBesideMediaTypes);
        return client.Operations[0].Body!;
    }

    private static string Post(string content) => $"post: {{ operationId: post, requestBody: {{ required: true, content: {{ {content} }} }} }}";
}
