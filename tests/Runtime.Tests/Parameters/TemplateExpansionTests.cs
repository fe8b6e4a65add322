using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>The examples of RFC 6570, section 3.2, with its values: what OpenAPI's styles are defined by.</summary>
public class TemplateExpansionTests
{
    private static readonly JsonElement s_values = JsonDocument.Parse("""
        {
          "count": ["one", "two", "three"], "dub": "me/too", "hello": "Hello World!", "half": "50%", "var": "value",
          "base": "http://example.com/home/", "path": "/foo/bar", "list": ["red", "green", "blue"],
          "keys": { "semi": ";", "dot": ".", "comma": "," }, "v": "6", "x": 1024, "who": "fred", "empty": "", "empty_keys": {}
        }
        """).RootElement;

    // Sections 3.2.2, 3.2.5 and 3.2.7. Of these, an empty text alone would be an empty segment, which is refused.
    [Theory]
    [InlineData("var", ParameterStyle.Simple, false, "value")]
    [InlineData("hello", ParameterStyle.Simple, false, "Hello%20World%21")]
    [InlineData("half", ParameterStyle.Simple, false, "50%25")]
    [InlineData("x", ParameterStyle.Simple, false, "1024")]
    [InlineData("list", ParameterStyle.Simple, false, "red,green,blue")]
    [InlineData("list", ParameterStyle.Simple, true, "red,green,blue")]
    [InlineData("keys", ParameterStyle.Simple, false, "semi,%3B,dot,.,comma,%2C")]
    [InlineData("keys", ParameterStyle.Simple, true, "semi=%3B,dot=.,comma=%2C")]
    [InlineData("who", ParameterStyle.Label, false, ".fred")]
    [InlineData("half", ParameterStyle.Label, false, ".50%25")]
    [InlineData("list", ParameterStyle.Label, false, ".red,green,blue")]
    [InlineData("list", ParameterStyle.Label, true, ".red.green.blue")]
    [InlineData("keys", ParameterStyle.Label, false, ".semi,%3B,dot,.,comma,%2C")]
    [InlineData("keys", ParameterStyle.Label, true, ".semi=%3B.dot=..comma=%2C")]
    [InlineData("who", ParameterStyle.Matrix, false, ";who=fred")]
    [InlineData("half", ParameterStyle.Matrix, false, ";half=50%25")]
    [InlineData("empty", ParameterStyle.Matrix, false, ";empty")]
    [InlineData("empty", ParameterStyle.Matrix, true, ";empty")]
    [InlineData("list", ParameterStyle.Matrix, false, ";list=red,green,blue")]
    [InlineData("list", ParameterStyle.Matrix, true, ";list=red;list=green;list=blue")]
    [InlineData("keys", ParameterStyle.Matrix, false, ";keys=semi,%3B,dot,.,comma,%2C")]
    [InlineData("keys", ParameterStyle.Matrix, true, ";semi=%3B;dot=.;comma=%2C")]
    public void A_path_is_expanded(string name, ParameterStyle style, bool explode, string expected)
    {
        ApiCall call = new(new("x", HttpMethod.Get, $"/x{{{name}}}"));
        call.Path(name, s_values.GetProperty(name), JsonWrite.Element, style, explode);

        Assert.Equal($"/x{expected}", call.ExpandedPath);
    }

    // The same of texts, which take the direct way.
    [Theory]
    [InlineData("who", ParameterStyle.Simple, "fred")]
    [InlineData("half", ParameterStyle.Label, ".50%25")]
    [InlineData("half", ParameterStyle.Matrix, ";half=50%25")]
    [InlineData("empty", ParameterStyle.Matrix, ";empty")]
    public void A_text_is_expanded(string name, ParameterStyle style, string expected)
    {
        ApiCall call = new(new("x", HttpMethod.Get, $"/x{{{name}}}"));
        call.Path(name, s_values.GetProperty(name).GetString()!, style);

        Assert.Equal($"/x{expected}", call.ExpandedPath);
    }

    // Section 3.2.3. A path cannot have '[' and ']' (RFC 3986, section 3.3), and '?' and '#' would end it.
    [Theory]
    [InlineData("/x/{v}", "value", "/x/value")]
    [InlineData("/x/{v}", "Hello World!", "/x/Hello%20World!")]
    [InlineData("/x/{v}", "50%", "/x/50%25")]
    [InlineData("/x/{v}", "50%25", "/x/50%25")]
    [InlineData("/x{v}/here", "/foo/bar", "/x/foo/bar/here")]
    [InlineData("/x/{v}index", "http://example.com/home/", "/x/http://example.com/home/index")]
    [InlineData("/x/{v}", "ü?#[]{v}", "/x/%C3%BC%3F%23%5B%5D%7Bv%7D")]
    public void A_path_keeps_reserved_characters_where_they_are_allowed(string template, string value, string expected)
    {
        ApiCall text = new(new("x", HttpMethod.Get, template));
        text.Path("v", value, allowReserved: true);
        ApiCall json = new(new("x", HttpMethod.Get, template));
        json.Path("v", value, JsonWrite.String, allowReserved: true);

        Assert.Equal(expected, text.ExpandedPath);
        Assert.Equal(expected, json.ExpandedPath);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../b")]
    [InlineData("a/.")]
    [InlineData("%2E%2e/x")]
    [InlineData("")]
    public void A_path_with_reserved_characters_does_not_lead_elsewhere(string value) =>
        Assert.Equal("v", Assert.Throws<ArgumentException>(() => new ApiCall(new("x", HttpMethod.Get, "/x/{v}")).Path("v", value, allowReserved: true)).ParamName);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[\"..\"]")]
    [InlineData("\"\"")]
    public void A_path_needs_a_value(string json) =>
        Assert.Throws<ArgumentException>(() => new ApiCall(new("x", HttpMethod.Get, "/x/{v}")).Path("v", JsonDocument.Parse(json).RootElement, JsonWrite.Element));

    // Section 3.2.8.
    [Theory]
    [InlineData("who", false, "who=fred")]
    [InlineData("half", true, "half=50%25")]
    [InlineData("x", true, "x=1024")]
    [InlineData("empty", false, "empty=")]
    [InlineData("empty_keys", false, "")]
    [InlineData("empty_keys", true, "")]
    [InlineData("list", false, "list=red,green,blue")]
    [InlineData("list", true, "list=red&list=green&list=blue")]
    [InlineData("keys", false, "keys=semi,%3B,dot,.,comma,%2C")]
    [InlineData("keys", true, "semi=%3B&dot=.&comma=%2C")]
    public void A_query_is_expanded(string name, bool explode, string expected)
    {
        ApiCall call = new(new("x", HttpMethod.Get, "/x"));
        call.Query(name, s_values.GetProperty(name), JsonWrite.Element, ParameterStyle.Form, explode);

        Assert.Equal(expected, call.QueryString);
    }
}
