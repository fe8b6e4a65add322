using System.Text;
using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

/// <summary>Which case of a union without discriminator a value is.</summary>
public sealed class JsonCasesTests
{
    private static readonly JsonCases s_kinds = new(JsonCase.Text, JsonCase.Integer, JsonCase.Number, JsonCase.Boolean, JsonCase.List(), JsonCase.Map);

    [Theory]
    [InlineData("\"1\"", 0)]
    [InlineData("1", 1)]
    [InlineData("-0", 1)]
    [InlineData("5.0", 1)]
    [InlineData("1e2", 1)]
    [InlineData("9223372036854775807", 1)]
    [InlineData("9223372036854775808", 2)]
    [InlineData("1.5", 2)]
    [InlineData("true", 3)]
    [InlineData("false", 3)]
    [InlineData("[]", 4)]
    [InlineData("[1]", 4)]
    [InlineData("{}", 5)]
    [InlineData("null", -1)]
    public void Kinds_come_first(string json, int expected) => Assert.Equal(expected, Find(s_kinds, json));

    [Theory]
    [InlineData("\"auto\"", 2)]
    [InlineData("\"\\u0061uto\"", 2)]
    [InlineData("\"2024-02-29\"", 0)]
    [InlineData("\"2023-02-29\"", 3)]
    [InlineData("\"0191b1e2-7a0e-7c7d-8a5b-5f0f6d3f9d10\"", 1)]
    [InlineData("\"\"", 3)]
    [InlineData("\"\\ud800\"", 3)]
    public void Fixed_texts_come_before_forms_and_those_before_any(string json, int expected) =>
        Assert.Equal(expected, Find(new JsonCases(JsonCase.TextOf(JsonTextForm.DateOnly), JsonCase.TextOf(JsonTextForm.Guid), JsonCase.Texts("auto", "none"), JsonCase.Text), json));

    [Theory]
    [InlineData(JsonTextForm.Guid, "0191B1E2-7a0e-7c7d-8a5b-5f0f6d3f9d10", "0191b1e27a0e7c7d8a5b5f0f6d3f9d10")]
    [InlineData(JsonTextForm.Uri, "/pets/1?a=b#c", "http://[")]
    [InlineData(JsonTextForm.DateTimeOffset, "2024-02-29T23:59:59.5+01:00", "2024-02-29")]
    [InlineData(JsonTextForm.DateOnly, "2024-02-29", "2024-02-30")]
    [InlineData(JsonTextForm.TimeOnly, "23:59:59Z", "24:00:00")]
    [InlineData(JsonTextForm.TimeSpan, "P1DT12H", "1 day")]
    [InlineData(JsonTextForm.HttpDate, "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z")]
    [InlineData(JsonTextForm.Bytes, "Zm9vYg==", "Zm9vYg")]
    [InlineData(JsonTextForm.Base64Url, "-_8", "a b")]
    [InlineData(JsonTextForm.Int32Text, "-2147483648", "2147483648")]
    [InlineData(JsonTextForm.Int64Text, "9223372036854775807", "9223372036854775808")]
    [InlineData(JsonTextForm.UInt64Text, "18446744073709551615", "-1")]
    [InlineData(JsonTextForm.SingleText, "1.5e3", "1e39")]
    [InlineData(JsonTextForm.DoubleText, "NaN", "1e309")]
    [InlineData(JsonTextForm.DecimalText, "79228162514264337593543950335", "79228162514264337593543950336")]
    public void A_form_is_known_by_its_text(JsonTextForm form, string text, string other)
    {
        JsonCases cases = new(JsonCase.TextOf(form), JsonCase.Text);

        Assert.Equal([0, 1], new[] { text, other }.Select(value => Find(cases, $"\"{value}\"")));
    }

    /// <summary>Each text that is of another form would cost an exception, and stop every debugger.</summary>
    [Fact]
    public void Nothing_is_thrown_where_a_text_has_another_form()
    {
        JsonCases cases = new([.. Enum.GetValues<JsonTextForm>().Where(static form => form != JsonTextForm.Uri).Select(JsonCase.TextOf), JsonCase.Text]);
        int thrown = 0;
        int thread = Environment.CurrentManagedThreadId;
        AppDomain.CurrentDomain.FirstChanceException += Count;

        int found = Find(cases, "\"of no form!\"");

        AppDomain.CurrentDomain.FirstChanceException -= Count;
        Assert.Equal((Enum.GetValues<JsonTextForm>().Length - 1, 0), (found, thrown));

        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs args) => thrown += Environment.CurrentManagedThreadId == thread ? 1 : 0;
    }

    [Theory]
    [InlineData("\"off\"", -1)]
    [InlineData("1", -1)]
    [InlineData("[\"auto\"]", -1)]
    public void What_is_no_case_is_none(string json, int expected) => Assert.Equal(expected, Find(new JsonCases(JsonCase.Texts("auto")), json));

    [Theory]
    [InlineData("[\"a\"]", 0)]
    [InlineData("[null, 1]", 1)]
    [InlineData("[[1], []]", 2)]
    [InlineData("[[[1]]]", 3)]
    [InlineData("[]", 0)]
    [InlineData("[null]", 0)]
    [InlineData("[true]", -1)]
    public void Lists_go_by_their_first_item(string json, int expected) =>
        Assert.Equal(expected, Find(new JsonCases(JsonCase.List(JsonCase.Text), JsonCase.List(JsonCase.Integer), JsonCase.List(JsonCase.List(JsonCase.Integer)), JsonCase.List(JsonCase.List(JsonCase.List()))), json));

    [Theory]
    [InlineData("[1]", 0)]
    [InlineData("[\"a\"]", 1)]
    public void A_list_of_anything_takes_what_others_do_not(string json, int expected) =>
        Assert.Equal(expected, Find(new JsonCases(JsonCase.List(JsonCase.Number), JsonCase.List()), json));

    private static readonly JsonCases s_objects = new(
        JsonCase.Object(["id", "object"], ["name"]).With("object", "customer"),
        JsonCase.Object(["id", "object", "deleted"], []).With("object", "customer").With("deleted", "true"),
        JsonCase.Object(["id"], ["name", "size"]).With("id", JsonKinds.Number));

    [Theory]
    [InlineData("""{"id":"1","object":"customer"}""", 0)]
    [InlineData("""{"name":"n","object":"customer","id":"1","more":[{"deleted":true}]}""", 0)]
    [InlineData("""{"deleted":true,"object":"customer","id":"1"}""", 1)]
    [InlineData("""{"deleted":false,"object":"customer","id":"1"}""", 0)]
    [InlineData("""{"id":1,"name":"n"}""", 2)]
    [InlineData("""{"id":1,"name":"n","new":0}""", 2)]
    [InlineData("""{"\u0069d":"1","object":"\u0063ustomer"}""", 0)]
    [InlineData("""{"id":"1","name":"n"}""", -1)]
    [InlineData("""{"id":"1","object":"order"}""", -1)]
    [InlineData("{}", -1)]
    public void Objects_go_by_required_members_and_values(string json, int expected) => Assert.Equal(expected, Find(s_objects, json));

    /// <summary>Names should be unique (RFC 8259, 4): the first counts, and it counts once.</summary>
    [Theory]
    [InlineData("""{"a":1,"a":1}""", 0)]
    [InlineData("""{"a":1,"b":1}""", 1)]
    public void A_member_counts_once(string json, int expected) =>
        Assert.Equal(expected, Find(new JsonCases(JsonCase.Object(["a"], []), JsonCase.Object(["a", "b"], [])), json));

    /// <summary>Where nothing decides, the first is taken if it keeps all that was sent.</summary>
    [Theory]
    [InlineData("""{"a":1}""", 0)]
    [InlineData("""{"a":1,"b":2}""", 0)]
    [InlineData("""{"a":1,"c":2}""", 1)]
    [InlineData("""{"a":1,"d":2}""", -1)]
    [InlineData("{}", 0)]
    [InlineData("""{"d":2}""", -1)]
    public void A_guess_loses_nothing(string json, int expected) =>
        Assert.Equal(expected, Find(new JsonCases(JsonCase.Object([], ["a", "b"]), JsonCase.Object([], ["a", "c"])), json));

    [Theory]
    [InlineData("""{"a":1}""", 0)]
    [InlineData("""{"b":1}""", 1)]
    [InlineData("""{"a":1,"b":1}""", 0)]
    public void A_map_takes_what_no_object_knows(string json, int expected) =>
        Assert.Equal(expected, Find(new JsonCases(JsonCase.Object(["a"], []), JsonCase.Map), json));

    [Theory]
    [InlineData("\"a\"", 0)]
    [InlineData("1", 1)]
    [InlineData("true", 1)]
    [InlineData("""{"b":1}""", 1)]
    [InlineData("""{"a":1}""", 2)]
    public void Unions_are_any_of_their_cases(string json, int expected)
    {
        JsonCases? outer = null;
        JsonCases inner = new(JsonCase.Boolean, JsonCase.Number, JsonCase.Object(["b"], []), JsonCase.Union(() => outer!));
        outer = new(JsonCase.Text, JsonCase.Union(() => inner), JsonCase.Object(["a"], []));

        Assert.Equal(expected, Find(outer, json));
    }

    /// <summary>500 cases, of which the last is meant; and each known member is one of several hundred.</summary>
    [Fact]
    public void Cases_may_be_many()
    {
        JsonCases cases = new([.. Enumerable.Range(0, 500).Select(i => JsonCase.Object(["id", $"m{i}"], []))]);

        Assert.Equal(499, Find(cases, """{"id":1,"m499":2}"""));
        Assert.Equal(-1, Find(cases, """{"id":1,"m500":2}"""));
    }

    [Theory]
    [InlineData("""{"id":1""")]
    [InlineData("""{"id":1,}""")]
    [InlineData("""{"id":[1}""")]
    public void Broken_text_is_an_exception(string json) => Assert.ThrowsAny<JsonException>(() => Find(s_objects, json));

    private static int Find(JsonCases cases, string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        Assert.True(reader.Read());
        int found = cases.Find(reader);
        Assert.Equal(0, reader.TokenStartIndex);
        return found;
    }
}
