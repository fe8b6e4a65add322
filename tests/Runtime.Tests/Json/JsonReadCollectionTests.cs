using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class JsonReadCollectionTests
{
    [Fact]
    public void List_keeps_the_order() => Assert.Equal([3, 1, 2], JsonText.Read("[3,1.0,2]", Numbers));

    [Fact]
    public void List_may_be_empty() => Assert.Empty(JsonText.Read("[ ]", Numbers));

    [Fact]
    public void List_of_lists() => Assert.Equal(
        [[1], [], [2, 3]],
        JsonText.Read("[[1],[],[2,3]]", static (ref Utf8JsonReader reader) => reader.List(Numbers)));

    [Fact]
    public void List_takes_null_only_through_its_item_reader()
    {
        Assert.Equal("Expected a 32-bit integer but found null.", JsonText.Refuse("[1,null]", Numbers).Message);
        Assert.Equal(
            [1, null],
            JsonText.Read("[1,null]", static (ref Utf8JsonReader reader) =>
                reader.List(static (ref Utf8JsonReader item) => item.StructOrNull(JsonRead.Int32))));
        Assert.Equal(
            ["a", null],
            JsonText.Read("[\"a\",null]", static (ref Utf8JsonReader reader) => reader.List(JsonRead.StringOrNull)));
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("{}", "an object")]
    [InlineData("\"[]\"", "a string")]
    public void List_refuses_other_kinds(string json, string kind) => Assert.Equal($"Expected an array but found {kind}.", JsonText.Refuse(json, Numbers).Message);

    [Theory]
    [InlineData("[")]
    [InlineData("[1")]
    [InlineData("[1,")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    public void List_refuses_broken_text(string json) => JsonText.Refuse(json, Numbers);

    [Fact]
    public void Map_keeps_names_and_order()
    {
        IReadOnlyDictionary<string, int> map = JsonText.Read("{\"b\":1,\"\\u0061\":2,\"A\":3,\"\":4,\"$ref\":5}", NumberMap);

        Assert.Equal(["b", "a", "A", "", "$ref"], map.Keys);
        Assert.Equal([1, 2, 3, 4, 5], map.Values);
    }

    [Fact]
    public void Map_compares_names_ordinally()
    {
        IReadOnlyDictionary<string, int> map = JsonText.Read("{\"ss\":1,\"\\u00df\":2,\"e\\u0301\":3,\"\\u00e9\":4}", NumberMap);

        Assert.Equal(4, map.Count);
        Assert.False(map.ContainsKey("SS"));
    }

    [Fact]
    public void Of_members_with_one_name_the_last_counts() =>
        Assert.Equal(3, Assert.Single(JsonText.Read("{\"a\":1,\"a\":2,\"\\u0061\":3}", NumberMap)).Value);

    [Fact]
    public void Map_may_be_empty() => Assert.Empty(JsonText.Read("{}", NumberMap));

    [Theory]
    [InlineData("null", "Expected an object but found null.")]
    [InlineData("[]", "Expected an object but found an array.")]
    [InlineData("{\"a\":\"x\"}", "Expected a 32-bit integer but found a string.")]
    [InlineData("{\"\\ud83d\":1}", "Expected a string but found one that is not valid Unicode.")]
    public void Map_refuses(string json, string message) => Assert.Equal(message, JsonText.Refuse(json, NumberMap).Message);

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1]")]
    [InlineData("{a:1}")]
    public void Map_refuses_broken_text(string json) => JsonText.Refuse(json, NumberMap);

    [Fact]
    public void Null_is_read_where_it_may_be()
    {
        Assert.Null(JsonText.Read("null", static (ref Utf8JsonReader reader) => reader.ValueOrNull(Numbers)));
        Assert.Equal([1], JsonText.Read("[1]", static (ref Utf8JsonReader reader) => reader.ValueOrNull(Numbers)));
        Assert.Null(JsonText.Read("null", static (ref Utf8JsonReader reader) => reader.StructOrNull(JsonRead.Double)));
        Assert.Equal(0.5, JsonText.Read("0.5", static (ref Utf8JsonReader reader) => reader.StructOrNull(JsonRead.Double)));
    }

    private static IReadOnlyList<int> Numbers(ref Utf8JsonReader reader) => reader.List(JsonRead.Int32);

    private static IReadOnlyDictionary<string, int> NumberMap(ref Utf8JsonReader reader) => reader.Map(JsonRead.Int32);
}
