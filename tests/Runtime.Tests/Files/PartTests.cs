using System.Net.Http.Headers;
using System.Text;

namespace Dragoman.Runtime.Tests;

/// <summary>Multipart bodies beside forms, parts with headers of their own, and parts made of JSON.</summary>
public class PartTests
{
    /// <summary>RFC 2046, section 5.1: parts are known by their order, and what says nothing is plain text.</summary>
    [Fact]
    public async Task Parts_of_other_bodies_have_no_names()
    {
        ReceivedBody body = await SendAsync("multipart/related", form =>
        {
            form.Json("metadata", 5, static (writer, value) => writer.WriteNumberValue(value));
            form.Text("note", "größer");
            form.File("media", FileUpload.FromBytes(new byte[] { 1, 2 }, contentType: "image/png"));
            form.File("named", FileUpload.FromBytes(new byte[1], "a\"b.png"));
        });

        Assert.StartsWith("multipart/related; boundary=", body.ContentType, StringComparison.Ordinal);
        List<ReceivedPart> parts = await body.PartsAsync();
        Assert.Equal(["", "", "", "attachment; filename=\"a_b.png\"; filename*=UTF-8''a%22b.png"], parts.Select(static part => part.Header("Content-Disposition")));
        Assert.Equal(["application/json", "text/plain; charset=utf-8", "image/png", "application/octet-stream"], parts.Select(static part => part.Header("Content-Type")));
        Assert.Equal(["5", "größer"], parts.Take(2).Select(static part => part.Text));
        Assert.Equal(body.Bytes.Length, body.ContentLength);
    }

    /// <summary>RFC 2387, section 3.1: the media type of the first part, in quotes for its slash (RFC 2045, section 5.1).</summary>
    [Theory]
    [InlineData("multipart/related", "application/json; charset=utf-8", "\"application/json\"")]
    [InlineData("multipart/related", null, "\"text/plain\"")]
    [InlineData("multipart/mixed", "application/json", null)]
    public async Task The_media_type_of_the_root_is_said_where_parts_belong_together(string mediaType, string? root, string? type)
    {
        ReceivedBody body = await SendAsync(mediaType, form =>
        {
            form.Text("metadata", "{}", root);
            form.File("media", FileUpload.FromBytes(new byte[1], contentType: "image/png"));
        });

        Assert.Equal(type, MediaTypeHeaderValue.Parse(body.ContentType!).Parameters.SingleOrDefault(static parameter => parameter.Name == "type")?.Value);
    }

    [Fact]
    public async Task The_root_has_the_media_type_that_its_own_header_says()
    {
        ReceivedBody body = await SendAsync("multipart/related", form =>
            form.Text("metadata", "<a/>", headers: new Dictionary<string, string> { ["content-type"] = "application/xop+xml; type=\"text/xml\"" }));

        Assert.EndsWith("; type=\"application/xop+xml\"", body.ContentType, StringComparison.Ordinal);
    }

    /// <summary>RFC 8187, section 3.2.3: the euro sign and the pound as its examples have them; and RFC 6266, appendix D.</summary>
    [Theory]
    [InlineData("a b.png", "attachment; filename=\"a b.png\"")]
    [InlineData("£ and € rates", "attachment; filename=\"_ and _ rates\"; filename*=UTF-8''%C2%A3%20and%20%E2%82%AC%20rates")]
    [InlineData("a\r\nX-Evil: 1", "attachment; filename=\"a__X-Evil: 1\"; filename*=UTF-8''a%0D%0AX-Evil%3A%201")]
    [InlineData("a\\b'", "attachment; filename=\"a_b'\"; filename*=UTF-8''a%5Cb%27")]
    public async Task A_name_beyond_ASCII_is_encoded_outside_of_forms(string name, string disposition)
    {
        ReceivedBody body = await SendAsync("multipart/mixed", form => form.File("file", FileUpload.FromBytes(new byte[1], name)));

        Assert.Equal(disposition, Assert.Single(await body.PartsAsync()).Header("Content-Disposition"));
    }

    [Fact]
    public async Task A_part_has_the_headers_that_the_file_and_the_description_give_it()
    {
        FileUpload file = FileUpload.FromBytes(new byte[1]);
        file.Headers["x-size"] = "9";
        ReceivedBody body = await SendAsync("multipart/form-data", form =>
        {
            form.Text("note", "n", headers: new Dictionary<string, string> { ["X-Kind"] = "plain" });
            form.File("file", file, headers: new Dictionary<string, string> { ["X-Size"] = "1", ["X-Kind"] = "file" });
        });

        List<ReceivedPart> parts = await body.PartsAsync();
        Assert.Equal(["plain", "file"], parts.Select(static part => part.Header("X-Kind")));
        Assert.Equal("9", parts[1].Header("X-Size"));
    }

    [Fact]
    public async Task A_header_that_is_given_stands_instead_of_ours()
    {
        FileUpload file = FileUpload.FromBytes(new byte[1], "a.png", "image/png");
        file.Headers["content-type"] = "image/x-own";
        file.Headers["CONTENT-DISPOSITION"] = "inline";
        ReceivedBody body = await SendAsync("multipart/mixed", form => form.File("file", file));

        ReceivedPart part = Assert.Single(await body.PartsAsync());
        Assert.Equal(("image/x-own", "inline"), (part.Header("Content-Type"), part.Header("Content-Disposition")));
    }

    [Theory]
    [InlineData("X-A", "a\r\nX-Evil: b")]
    [InlineData("X-A", "ü")]
    [InlineData("X-A: b\r\nX-Evil", "b")]
    public void A_header_of_a_part_cannot_bring_in_another(string name, string value)
    {
        FileUpload file = FileUpload.FromBytes(new byte[1]);
        file.Headers[name] = value;

        Assert.Throws<ArgumentException>(() => UploadApi.Form(form => form.File("file", file)));
    }

    /// <summary>OpenAPI 3.1, section 4.8.15.1: primitive values are text, objects JSON, and a list is a part for each item.</summary>
    [Fact]
    public async Task The_members_of_a_value_become_parts()
    {
        ReceivedBody body = await SendJsonAsync("""{"a":"größer\n","b":1.50,"c":true,"d":{"x":"é"},"e":["f",{"y":[1]},null,[2]],"none":null}""", "multipart/form-data");

        List<ReceivedPart> parts = await body.PartsAsync();
        Assert.Equal(["a", "b", "c", "d", "e", "e", "e"], parts.Select(static part => part.Header("Content-Disposition").Split('"')[1]));
        Assert.Equal(["größer\n", "1.50", "true", """{"x":"é"}""", "f", """{"y":[1]}""", "[2]"], parts.Select(static part => part.Text));
        Assert.Equal(["", "", "", "application/json", "", "application/json", "application/json"], parts.Select(static part => part.Header("Content-Type")));
    }

    /// <summary>OpenAPI 3.1, section 4.8.15.1, of a field whose values are of several kinds.</summary>
    [Theory]
    [InlineData("\"größer\"", "größer", "")]
    [InlineData("1.5", "1.5", "")]
    [InlineData("{\"x\":\"é\"}", "{\"x\":\"é\"}", "application/json")]
    [InlineData("[\"a\",\"a\"]", "a", "", "a", "")]
    [InlineData("null")]
    public async Task A_value_is_sent_as_its_kind_is(string json, params string[] texts)
    {
        ReceivedBody body = await SendAsync("multipart/form-data", form =>
        {
            form.Value("field", json, static (writer, value) => writer.WriteRawValue(value));
            form.Text("last", "");
        });

        IEnumerable<ReceivedPart> parts = (await body.PartsAsync()).SkipLast(1);
        Assert.Equal(texts, parts.SelectMany(static part => new[] { part.Text, part.Header("Content-Type") }));
    }

    [Fact]
    public async Task The_items_of_a_list_become_parts()
    {
        ReceivedBody body = await SendJsonAsync("""[1,{"a":2}]""", "multipart/mixed");

        Assert.Equal(["1", """{"a":2}"""], (await body.PartsAsync()).Select(static part => part.Text));
    }

    [Fact]
    public async Task A_value_may_be_as_deep_as_can_be_written()
    {
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"));
        call.JsonPartsBody(500, WriteDeep, "multipart/mixed");

        Assert.Equal(new string('[', 499) + new string(']', 499), Assert.Single(await (await SendAsync(call)).PartsAsync()).Text);

        static void WriteDeep(System.Text.Json.Utf8JsonWriter writer, int depth)
        {
            writer.WriteStartArray();
            if (depth > 1)
            {
                WriteDeep(writer, depth - 1);
            }

            writer.WriteEndArray();
        }
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    public void What_has_neither_has_no_parts(string json) => Assert.Throws<ArgumentException>(() => JsonCall(json, "multipart/form-data"));

    private static Task<ReceivedBody> SendAsync(string mediaType, Action<MultipartForm> fill)
    {
        MultipartForm form = new();
        fill(form);
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"));
        call.MultipartBody(form, mediaType);
        return SendAsync(call);
    }

    private static Task<ReceivedBody> SendJsonAsync(string json, string mediaType) => SendAsync(JsonCall(json, mediaType));

    private static ApiCall JsonCall(string json, string mediaType)
    {
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"));
        call.JsonPartsBody(json, static (writer, value) => writer.WriteRawValue(Encoding.UTF8.GetBytes(value)), mediaType);
        return call;
    }

    private static async Task<ReceivedBody> SendAsync(ApiCall call)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        await client.CallAsync(call);
        return Assert.Single(server.Bodies);
    }
}
