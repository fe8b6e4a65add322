using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class JsonEqualityTests
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
        JsonElement[] values = [Parse(left), Parse(right)];

        Assert.Equal(areEqual, JsonEquality.Equals(values[0], values[1]));
        Assert.Equal(areEqual, JsonEquality.HashCodeOf(values[0]) == JsonEquality.HashCodeOf(values[1]));
    }

    [Fact]
    public void No_value_equals_only_no_value()
    {
        Assert.True(JsonEquality.Equals(default, default));
        Assert.False(JsonEquality.Equals(default, Parse("null")));
        Assert.Equal(JsonEquality.HashCodeOf(default), JsonEquality.HashCodeOf(default));
    }

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
