using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>The table of examples of OpenAPI 3.1.1, section 4.8.12.5, and what it leaves open.</summary>
public class StyleTests
{
    private const string Array = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData(ParameterStyle.Form, false, "\"blue\"", "color=blue")]
    [InlineData(ParameterStyle.Form, false, Array, "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, true, Array, "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.Form, false, Object, "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, Object, "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, Array, "color=blue%20black%20brown")]
    [InlineData(ParameterStyle.SpaceDelimited, false, Object, "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, Array, "color=blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.PipeDelimited, false, Object, "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, false, Array, "color=blue%09black%09brown")]
    [InlineData(ParameterStyle.DeepObject, true, Object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.DeepObject, true, "\"blue\"", "color=blue")]
    [InlineData(ParameterStyle.DeepObject, true, Array, "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown")]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":{"b":[{"c":1},{"c":null,"d":true}]},"e":[]}""", "color%5Ba%5D%5Bb%5D%5B0%5D%5Bc%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bd%5D=true")]
    [InlineData(ParameterStyle.Json, true, Object, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")]
    [InlineData(ParameterStyle.Json, true, "\"blue\"", "color=%22blue%22")]
    public void A_query_has_its_style(ParameterStyle style, bool explode, string value, string expected)
    {
        ApiCall call = Call("/x");
        call.Query("color", Json(value), JsonWrite.Element, style, explode);

        Assert.Equal(expected, call.QueryString);
    }

    // Undefined by OpenAPI: a list in an exploded object is a list of its member, and everything deeper stays JSON.
    [Theory]
    [InlineData(true, """{"a":[1,2],"b":{"c":1}}""", "a=1&a=2&b=%7B%22c%22%3A1%7D")]
    [InlineData(false, """{"a":[1,2]}""", "color=a,%5B1%2C2%5D")]
    [InlineData(true, """[{"a":1},{"a":2}]""", "color=%7B%22a%22%3A1%7D&color=%7B%22a%22%3A2%7D")]
    [InlineData(true, """[null,"a",null]""", "color=a")]
    [InlineData(false, """["",null,"a"]""", "color=,a")]
    [InlineData(true, "null", "")]
    [InlineData(true, "false", "color=false")]
    [InlineData(true, "1e400", "color=1e400")]
    [InlineData(true, """{"a&b=[c]":"d\r\n&e=f"}""", "a%26b%3D%5Bc%5D=d%0D%0A%26e%3Df")]
    public void Values_within_values_are_sent_all_the_same(bool explode, string value, string expected)
    {
        ApiCall call = Call("/x");
        call.Query("color", Json(value), JsonWrite.Element, ParameterStyle.Form, explode);

        Assert.Equal(expected, call.QueryString);
    }

    [Fact]
    public void Nesting_has_the_limit_of_JSON_and_long_lists_are_sent()
    {
        ApiCall call = Call("/x");
        call.Query("deep", 900, static (writer, depth) => writer.WriteRawValue($"{new string('[', depth)}1{new string(']', depth)}", skipInputValidation: true), ParameterStyle.DeepObject);
        call.QueryList("long", Enumerable.Repeat("a", 50_000).ToList());

        Assert.Equal((900 * "%5B0%5D".Length) + "deep=1".Length + (50_000 * "&long=a".Length), call.QueryString.Length);
    }

    // RFC 3986, section 3.4: a '#' would end the query. An '&' would begin another parameter.
    [Theory]
    [InlineData(":/?[]@!$'()*+,;=", ":/?[]@!$'()*+,;=")]
    [InlineData("a b#c&d", "a%20b%23c%26d")]
    [InlineData("50%/50%25/%zz", "50%25/50%25/%25zz")]
    [InlineData("ü\n\"<>\\^`{|}", "%C3%BC%0A%22%3C%3E%5C%5E%60%7B%7C%7D")]
    public void A_query_keeps_reserved_characters_where_they_are_allowed(string value, string expected)
    {
        ApiCall call = Call("/x");
        call.Query("a", value, allowReserved: true);
        call.Query("b", value, JsonWrite.String, allowReserved: true);
        call.QueryList("c", [value], allowReserved: true);

        Assert.Equal($"a={expected}&b={expected}&c={expected}", call.QueryString);
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, false, Array, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, false, Object, "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, Object, "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.PipeDelimited, false, Array, "blue|black|brown")]
    [InlineData(ParameterStyle.Json, false, Array, Array)]
    [InlineData(ParameterStyle.Simple, false, """["a b"]""", "a b")]
    public void A_header_has_its_style(ParameterStyle style, bool explode, string value, string expected)
    {
        ApiCall call = Call("/x");
        call.Header("X-Color", Json(value), JsonWrite.Element, style, explode);
        call.Header("X-None", Json("[]"), JsonWrite.Element, style == ParameterStyle.Json ? ParameterStyle.Simple : style, explode);
        call.Header<string>("X-Null", null, JsonWrite.String, style, explode);

        Assert.Equal([new("X-Color", expected)], call.Headers);
    }

    [Theory]
    [InlineData("""["a\r\nX-Evil: 1"]""")]
    [InlineData("""{"é":1}""")]
    public void A_header_is_checked_as_a_whole(string value) =>
        Assert.Equal("X-Color", Assert.Throws<ArgumentException>(() => Call("/x").Header("X-Color", Json(value), JsonWrite.Element)).ParamName);

    // OpenAPI 3.2, section 4.12.4, for what is exploded: the delimiter of form style is not that of cookies.
    [Theory]
    [InlineData(ParameterStyle.Form, false, Array, "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, true, Array, "color=blue; color=black; color=brown")]
    [InlineData(ParameterStyle.Form, false, Object, "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, Object, "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Form, true, """["a;b"]""", "color=a%3Bb")]
    [InlineData(ParameterStyle.Cookie, true, """["a:b"]""", "color=a:b")]
    [InlineData(ParameterStyle.Json, true, Object, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")]
    public void A_cookie_has_its_style(ParameterStyle style, bool explode, string value, string expected)
    {
        ApiCall call = Call("/x");
        call.Cookie("color", Json(value), JsonWrite.Element, style, explode);

        Assert.Equal(expected, string.Join("; ", call.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
    }

    [Theory]
    [InlineData(ParameterStyle.Cookie, """["a;b"]""")]
    [InlineData(ParameterStyle.Form, """{"a;b":1}""")]
    public void A_cookie_that_would_end_early_is_refused(ParameterStyle style, string value) =>
        Assert.Equal("color", Assert.Throws<ArgumentException>(() => Call("/x").Cookie("color", Json(value), JsonWrite.Element, style)).ParamName);

    [Theory]
    [InlineData(null, """{"a":"b c","d":[1,2],"e":null,"f":{"g":1}}""", "a=b%20c&d=1&d=2&f=%7B%22g%22%3A1%7D")]
    [InlineData(ParameterStyle.Json, """{"a":"b c"}""", "%7B%22a%22%3A%22b%20c%22%7D")]
    [InlineData(null, "\"a=b\"", "a%3Db")]
    public void The_whole_query_is_one_value(ParameterStyle? style, string value, string expected)
    {
        ApiCall call = Call("/x");
        call.WholeQuery(Json(value), JsonWrite.Element, style);
        call.WholeQuery<string>(null, JsonWrite.String, style);

        Assert.Equal(expected, call.QueryString);
    }

    private static ApiCall Call(string path) => new(new("x", HttpMethod.Get, path));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
