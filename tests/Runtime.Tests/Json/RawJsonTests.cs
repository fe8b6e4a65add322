using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class RawJsonTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a": 1}""", false)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", false)]
    [InlineData("1.0", "1", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "\"null\"", false)]
    public void Values_are_equal_where_their_texts_are(string left, string right, bool areEqual)
    {
        RawJson[] values = [Parse(left), Parse(right)];

        Assert.Equal(areEqual, values[0].Equals(values[1]));
        Assert.Equal(areEqual, values[0].Equals((object)values[1]));
        Assert.Equal(areEqual, values[0] == values[1]);
        Assert.NotEqual(areEqual, values[0] != values[1]);
        Assert.Equal(areEqual, values[0].GetHashCode() == values[1].GetHashCode());
    }

    [Fact]
    public void No_value_equals_only_no_value()
    {
        RawJson none = default;

        Assert.True(none == new RawJson());
        Assert.False(none == Parse("null"));
        Assert.Equal(none.GetHashCode(), new RawJson().GetHashCode());
        Assert.Equal("", none.ToString());
    }

    [Fact]
    public void A_value_comes_back_as_it_was()
    {
        RawJson json = Parse("""{"a": 1.50}""");
        JsonElement element = json;

        Assert.Equal("""{"a": 1.50}""", element.GetRawText());
        Assert.Equal("1.50", json.Element.GetProperty("a").GetRawText());
        Assert.Equal("""{"a": 1.50}""", json.ToString());
    }

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
