using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class JsonReadTextTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\\u0061\\n\\\"\\/\"", "a\n\"/")]
    [InlineData("\"Grüße 🐕\"", "Grüße 🐕")]
    [InlineData("\"\\ud83d\\udc15\"", "🐕")]
    [InlineData("\"\\u0000\"", "\0")]
    public void String_is_unescaped(string json, string expected)
    {
        Assert.Equal(expected, JsonText.Read(json, JsonRead.String));
        Assert.Equal(expected, JsonText.Read(json, JsonRead.StringOrNull));
    }

    [Fact]
    public void StringOrNull_takes_null() => Assert.Null(JsonText.Read("null", JsonRead.StringOrNull));

    [Theory]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\udc15 x\"")]
    [InlineData("\"\\udc15\\ud83d\"")]
    public void A_lone_surrogate_is_refused(string json)
    {
        Assert.Equal("Expected a string but found one that is not valid Unicode.", JsonText.Refuse(json, JsonRead.String).Message);
        JsonText.Refuse(json, JsonRead.Uri);
        JsonText.Refuse(json, JsonRead.Guid);
        JsonText.Refuse(json, JsonRead.Bytes);
        JsonText.Refuse(json, JsonRead.DateTimeOffset);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        byte[] json = [(byte)'"', 0xC3, 0x28, (byte)'"'];

        Assert.Equal("Expected a string but found one that is not valid Unicode.", JsonText.Refuse(json, JsonRead.String).Message);
        JsonText.Refuse(json, JsonRead.Uri);
        JsonText.Refuse(json, JsonRead.Guid);
        JsonText.Refuse(json, JsonRead.Bytes);
        JsonText.Refuse(json, JsonRead.DateOnly);
    }

    [Fact]
    public void Boolean_takes_both_and_nothing_else()
    {
        Assert.True(JsonText.Read("true", JsonRead.Boolean));
        Assert.False(JsonText.Read("false", JsonRead.Boolean));
        Assert.Equal("Expected a boolean but found a string.", JsonText.Refuse("\"true\"", JsonRead.Boolean).Message);
        Assert.Equal("Expected a boolean but found a number.", JsonText.Refuse("1", JsonRead.Boolean).Message);
        Assert.Equal("Expected a boolean but found null.", JsonText.Refuse("null", JsonRead.Boolean).Message);
    }

    // The example of RFC 9562, section 4.
    [Theory]
    [InlineData("\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"")]
    [InlineData("\"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\"")]
    [InlineData("\"\\u00668\\u0031d4fae-7dec-11d0-a765-00a0c91e6bf6\"")]
    public void Guid_takes_either_case(string json) =>
        Assert.Equal(new Guid(0xf81d4fae, 0x7dec, 0x11d0, 0xa7, 0x65, 0x00, 0xa0, 0xc9, 0x1e, 0x6b, 0xf6), JsonText.Read(json, JsonRead.Guid));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"f81d4fae7dec11d0a76500a0c91e6bf6\"")]
    [InlineData("\"{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}\"")]
    [InlineData("\" f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"")]
    [InlineData("\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6 \"")]
    [InlineData("\"f81d4fae-7dec-11d0-a765-00a0c91e6bfg\"")]
    public void Guid_refuses_other_forms(string json) =>
        Assert.Equal("Expected a UUID but found a string that is not one.", JsonText.Refuse(json, JsonRead.Guid).Message);

    [Theory]
    [InlineData("https://example.com/a?b=%20#c", true)]
    [InlineData("urn:isbn:0451450523", true)]
    [InlineData("/pets/1", false)]
    [InlineData("//example.com/pets", false)]
    [InlineData("../pets", false)]
    [InlineData("pets?limit=1", false)]
    [InlineData("", false)]
    public void Uri_is_absolute_or_relative_and_keeps_its_text(string text, bool isAbsolute)
    {
        Uri uri = JsonText.Read(JsonSerializer.Serialize(text), JsonRead.Uri);

        Assert.Equal(isAbsolute, uri.IsAbsoluteUri);
        Assert.Equal(text, uri.OriginalString);
    }

    [Theory]
    [InlineData("\"http://\"")]
    [InlineData("\"https://exa mple.com:port/\"")]
    public void Uri_refuses_what_is_none(string json) =>
        Assert.Equal("Expected a URI but found a string that is not one.", JsonText.Refuse(json, JsonRead.Uri).Message);

    // RFC 4648, section 10.
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"Zg==\"", "f")]
    [InlineData("\"Zm8=\"", "fo")]
    [InlineData("\"Zm9v\"", "foo")]
    [InlineData("\"Zm9vYg==\"", "foob")]
    [InlineData("\"Zm9vYmE=\"", "fooba")]
    [InlineData("\"Zm9vYmFy\"", "foobar")]
    [InlineData("\"Zm9v\\r\\nYmFy\"", "foobar")]
    [InlineData("\"Pz8\\/\"", "???")]
    public void Bytes_are_base64(string json, string expected) => Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(JsonText.Read(json, JsonRead.Bytes)));

    [Theory]
    [InlineData("\"Zg\"")]
    [InlineData("\"Zg=\"")]
    [InlineData("\"Z\"")]
    [InlineData("\"Zm9v!\"")]
    [InlineData("\"_-_-\"")]
    [InlineData("\"Zg==Zg==\"")]
    public void Bytes_refuse_what_is_not_base64(string json) =>
        Assert.Equal("Expected base64 but found a string that is not one.", JsonText.Refuse(json, JsonRead.Bytes).Message);

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1.50e2")]
    [InlineData("[1,{\"a\":[true,null]}]")]
    [InlineData("{\"a\":{\"b\":[]},\"a\":2}")]
    public void Element_keeps_the_text(string json) => Assert.Equal(json, JsonText.Read(json, JsonRead.Element).GetRawText());

    [Fact]
    public void Element_does_not_depend_on_the_buffer()
    {
        byte[] json = "{\"a\":\"text\"}"u8.ToArray();
        JsonElement element = JsonText.Read(json, JsonRead.Element);

        Array.Clear(json);

        Assert.Equal("text", element.GetProperty("a").GetString());
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("5", "a number")]
    [InlineData("false", "a boolean")]
    [InlineData("[]", "an array")]
    [InlineData("{}", "an object")]
    public void Other_kinds_are_no_strings(string json, string kind)
    {
        Assert.Equal($"Expected a string but found {kind}.", JsonText.Refuse(json, JsonRead.String).Message);
        Assert.Equal($"Expected a UUID but found {kind}.", JsonText.Refuse(json, JsonRead.Guid).Message);
        Assert.Equal($"Expected a URI but found {kind}.", JsonText.Refuse(json, JsonRead.Uri).Message);
        Assert.Equal($"Expected base64 but found {kind}.", JsonText.Refuse(json, JsonRead.Bytes).Message);
        Assert.Equal($"Expected an RFC 3339 date and time but found {kind}.", JsonText.Refuse(json, JsonRead.DateTimeOffset).Message);
        Assert.Equal($"Expected an RFC 3339 date but found {kind}.", JsonText.Refuse(json, JsonRead.DateOnly).Message);
        Assert.Equal($"Expected an RFC 3339 time but found {kind}.", JsonText.Refuse(json, JsonRead.TimeOnly).Message);
        Assert.Equal($"Expected an ISO 8601 duration of fixed length but found {kind}.", JsonText.Refuse(json, JsonRead.TimeSpan).Message);
    }
}
