using System.Text;
using System.Text.Json;

namespace Dragoman.Runtime.Tests;

public class ErrorBodyTests
{
    [Fact]
    public void Reads_all_parts_of_the_envelope()
    {
        ErrorBody body = Read("""{"request_id":"r-1","error":{"code":"AGENT_NOT_FOUND","message":"Agent not found","httpStatus":404,"retry_after":2,"details":{"a":[1]}},"errors":[{"field":"prompt"}]}""");

        Assert.Equal(("AGENT_NOT_FOUND", "Agent not found", 404, "r-1"), (body.Code, body.Message, body.Status, body.RequestId));
        Assert.Equal(TimeSpan.FromSeconds(2), body.RetryAfter);
        Assert.Equal("""{"a":[1]}""", body.Members["details"].GetRawText());
        Assert.Equal("prompt", body.Members["first"].GetString());
    }

    [Theory]
    // Envelopes in order: the first whose code is there, the one without a code by its message.
    [InlineData("""{"error_id":"ih2005","message":"absent","correlation_id":"c"}""", "ih2005", "absent")]
    [InlineData("""{"error_id":"ih2005","message":"new","error":{"code":"X","message":"old"}}""", "X", "old")]
    [InlineData("""{"detail":"Not authenticated"}""", null, "Not authenticated")]
    // No code, but the message is legible.
    [InlineData("""{"error":{"message":"nameless"}}""", null, "nameless")]
    // Wrong types.
    [InlineData("""{"error":{"code":42,"message":"numeric"}}""", "42", "numeric")]
    [InlineData("""{"error":{"code":null,"message":["list"]}}""", null, null)]
    [InlineData("""{"error":{"code":{"x":1},"message":true}}""", null, null)]
    [InlineData("""{"error":{"code":"  ","message":""}}""", null, null)]
    [InlineData("""{"error":"text"}""", null, null)]
    [InlineData("""["error"]""", null, null)]
    [InlineData("\"error\"", null, null)]
    [InlineData("null", null, null)]
    // Not JSON.
    [InlineData("", null, null)]
    [InlineData("   ", null, null)]
    [InlineData("<html><body>502 Bad Gateway</body></html>", null, null)]
    [InlineData("upstream connect error", null, null)]
    // Cut.
    [InlineData("""{"error":{"code":"X","message":"m","rest":[1,{"a""", "X", "m")]
    [InlineData("""{"error":{"code":"X","message":"m""", "X", null)]
    [InlineData("""{"error":{"code":"X""", null, null)]
    [InlineData("""{"error":{"code":"X","details":{"a":1,""", "X", null)]
    // Broken behind what is looked for.
    [InlineData("""{"error":{"code":"X","message":"m"}} trailing""", "X", "m")]
    [InlineData("""{"error":{"code":"X","message":"m"},}""", "X", "m")]
    [InlineData("""{"error":{"code":"X","message":"m", 'single':1}}""", "X", "m")]
    // Commas missing before it.
    [InlineData("{\"a\":1 \"error\":{\"code\":\"X\"\n\"message\":\"m\"}}", "X", "m")]
    [InlineData("""{"a":[1,2] "b":{} "error":{"code":"X" "message":"m"}}""", "X", "m")]
    // Names with escapes, and the last one of two.
    [InlineData("""{"\u0065rror":{"c\u006fde":"X"}}""", "X", null)]
    [InlineData("""{"error":{"code":"X","code":"Y"}}""", "Y", null)]
    [InlineData("\uFEFF{\"error\":{\"code\":\"X\"}}", "X", null)]
    public void Finds_what_is_there_and_never_throws(string text, string? code, string? message)
    {
        ErrorBody body = Read(text);

        Assert.Equal((code, message), (body.Code, body.Message));
    }

    [Theory]
    [InlineData("""{"code":"X","error":"first"}""", "first")]
    [InlineData("""{"code":"X","message":"second"}""", "second")]
    [InlineData("""{"code":"X","message":"second","error":"first"}""", "first")]
    [InlineData("""{"code":"X","detail":"third"}""", null)]
    public void Of_two_shapes_with_the_code_in_one_place_the_message_tells_which_it_is(string text, string? message)
    {
        ErrorCatalog catalog = new(static error => new TestApiException(error))
        {
            Envelopes = [new() { Code = "/code", Message = "/error" }, new() { Code = "/code", Message = "/message" }, new() { Message = "/detail" }],
        };

        ErrorBody body = ErrorBody.Read(Encoding.UTF8.GetBytes(text), catalog);

        Assert.Equal(("X", message), (body.Code, body.Message));
    }

    [Fact]
    public void A_published_sample_without_a_comma_is_read()
    {
        // As printed in the documentation of a service, between "detail" and "status_code".
        ErrorBody body = Read("""
            {
              "detail": "The key_secret field is absent from the request body. This field is required to authenticate your API key."
              "status_code": 400,
              "extra": {},
              "error_id": "ih2005",
              "correlation_id": "f47ac10b-58cc-4372-a567-0e02b2c3d479",
              "link": "https://docs.example/api-reference/error-handling#ih2005-missing-key-secret",
              "message": "The key_secret field is absent from the request body. This field is required to authenticate your API key."
            }
            """);

        Assert.Equal("ih2005", body.Code);
        Assert.Equal("f47ac10b-58cc-4372-a567-0e02b2c3d479", body.RequestId);
        Assert.StartsWith("The key_secret field is absent", body.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_legible_of_text_that_is_not_Unicode_is_found()
    {
        byte[] text = [.. """{"error":{"code":"X","details":[1],"message":"""u8, (byte)'"', 0xC3, 0x28, 0xFF, (byte)'"', .. "}}"u8];

        ErrorBody body = ErrorBody.Read(text, TestApi.Catalog);

        Assert.Equal(("X", "\uFFFD(\uFFFD"), (body.Code, body.Message));
        Assert.Equal("[1]", body.Members["details"].GetRawText());
        Assert.Null(Read("""{"error":{"code":"X","message":"\ud800"}}""").Message);
    }

    [Fact]
    public void Depth_does_not_hurt()
    {
        Assert.Equal("X", Read($$"""{"error":{"code":"X","details":{{new string('[', 60_000)}}""").Code);
        Assert.Null(Read(new string('[', 64_000)).Code);
        Assert.Null(Read(string.Concat(Enumerable.Repeat("{\"error\":", 7000))).Code);
    }

    // RFC 6901, section 5: the document and its pointers.
    [Theory]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/foo", """["bar","baz"]""")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    [InlineData("/foo/2", null)]
    [InlineData("/foo/-", null)]
    [InlineData("/missing", null)]
    public void Pointers_lead_where_the_standard_says(string pointer, string? target)
    {
        const string document = """{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}""";

        PointerScan scan = PointerScan.Of(Encoding.UTF8.GetBytes(document), PointerNode.Of([pointer]));

        Assert.Equal(target, scan.Find(pointer)?.GetRawText());
    }

    [Fact]
    public void The_empty_pointer_is_the_whole_document()
    {
        PointerScan scan = PointerScan.Of("{\"a\":1}"u8, PointerNode.Of(["", "/a"]));

        Assert.Equal(JsonValueKind.Object, scan.Find("")?.ValueKind);
        Assert.Equal(1, scan.FindNumber("/a"));
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a" 1 "b":2}""")]
    [InlineData("""{"a":1 2}""")]
    [InlineData("1 2")]
    [InlineData("<html>")]
    [InlineData("")]
    public void Commas_are_inserted_only_where_one_is_missing(string text) => Assert.Null(MissingComma.Insert(Encoding.UTF8.GetBytes(text)));

    private static ErrorBody Read(string text) => ErrorBody.Read(Encoding.UTF8.GetBytes(text), TestApi.Catalog);
}
