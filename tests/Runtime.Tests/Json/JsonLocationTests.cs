using System.Text;

namespace Dragoman.Runtime.Tests.Json;

public class JsonLocationTests
{
    // The caret marks the byte that is asked for; it is taken out of the text.
    [Theory]
    [InlineData("^{}", "$")]
    [InlineData("^5", "$")]
    [InlineData("{\"data\":{\"items\":[{},{},{},{\"name\":^5}]}}", "$.data.items[3].name")]
    [InlineData("{\"data\":{\"items\":[{},{},{},{\"name\":\"lo^ng\"}]}}", "$.data.items[3].name")]
    [InlineData("{\"data\":{\"items\":[{},{},{},{\"na^me\":5}]}}", "$.data.items[3].name")]
    [InlineData("{\"data\":{\"items\":[{},{},{},^{\"name\":5}]}}", "$.data.items[3]")]
    [InlineData("{\"data\":{\"items\":^[{},{}]}}", "$.data.items")]
    [InlineData("{\"data\":{\"items\":[{},{}],\"x\":1^}}", "$.data")]
    [InlineData("{\"data\":{\"items\":[{},{}],\"x\":1}^}", "$")]
    [InlineData("[[1],[2,^3]]", "$[1][1]")]
    [InlineData("[[1],^[2,3]]", "$[1]")]
    [InlineData("[1,{\"a\":2},^3]", "$[2]")]
    [InlineData("{\"a\\u0062\":^1}", "$.ab")]
    [InlineData("{\"a b\":{\"\":{\"it's\":{\"9\":^1}}}}", "$['a b']['']['it\\'s']['9']")]
    [InlineData("{\"größe\":^1}", "$['größe']")]
    [InlineData("{\"a\\nb\":{\"\\u202e\":^1}}", "$['a\\u000ab']['\\u202e']")]
    [InlineData("{\"\\ud83d\":^1}", "$['\\\\ud83d']")]
    public void Path_of_a_value(string marked, string expected) => Assert.Equal(expected, At(marked));

    [Theory]
    [InlineData("{\"a\":tru^}", "$.a")]
    [InlineData("{\"a\":^", "$.a")]
    [InlineData("{\"a\":[1,2^", "$.a[1]")]
    [InlineData("{\"a\":[1,2,^x]}", "$.a[2]")]
    [InlineData("{\"a\":[^x]}", "$.a[0]")]
    [InlineData("{\"a\":[1,{\"b\":\"cut of^f", "$.a[1].b")]
    [InlineData("{\"a\":1,^x}", "$")]
    [InlineData("{\"a\":1,\"b\":2 ^\"c\":3}", "$.b")]
    [InlineData("{\"a\":{\"b\":1]^}", "$.a.b")]
    [InlineData("{} ^x", "$")]
    [InlineData("^", "$")]
    [InlineData("<html>^", "$")]
    [InlineData("{\"a\":[1,x],\"b\":^2}", "$.a[1]")]
    [InlineData("{\"a\":^1,\"b\":x}", "$.a")]
    public void Path_in_a_broken_text(string marked, string expected) => Assert.Equal(expected, At(marked));

    [Fact]
    public void Any_offset_and_any_bytes_give_a_path()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"a\":[1,{\"b\":\"é\"}],\"\\ud83d\":null,\"c\":{}}");
        Random random = new(20240229);

        for (int round = 0; round < 5000; round++)
        {
            byte[] text = json[..random.Next(json.Length + 1)];
            for (int change = random.Next(3); change > 0 && text.Length > 0; change--)
            {
                text[random.Next(text.Length)] = (byte)random.Next(256);
            }

            Assert.StartsWith("$", JsonLocation.PathAt(text, random.Next(-2, text.Length + 3)), StringComparison.Ordinal);
        }

        Assert.Equal("$", JsonLocation.PathAt(json, long.MinValue));
        Assert.Equal("$", JsonLocation.PathAt(json, long.MaxValue));
    }

    [Fact]
    public void Text_that_is_too_deep_gives_the_path_to_the_limit()
    {
        byte[] json = Encoding.UTF8.GetBytes(new string('[', 100_000));

        Assert.Equal("$" + string.Concat(Enumerable.Repeat("[0]", 64)), JsonLocation.PathAt(json, json.Length));
    }

    [Fact]
    public void Long_names_are_cut()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"" + new string('x', 10_000) + "\":1}");

        Assert.Equal("$['" + new string('x', 64) + "…']", JsonLocation.PathAt(json, json.Length - 2));
    }

    private static string At(string marked)
    {
        int caret = Encoding.UTF8.GetByteCount(marked.AsSpan(0, marked.IndexOf('^')));
        return JsonLocation.PathAt(Encoding.UTF8.GetBytes(marked.Replace("^", "", StringComparison.Ordinal)), caret);
    }
}
