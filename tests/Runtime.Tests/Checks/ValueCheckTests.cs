namespace Dragoman.Runtime.Tests;

/// <summary>JSON Schema 2020-12, validation, section 6: the rules' own words, and what the exceptions say.</summary>
public class ValueCheckTests
{
    [Theory]
    [InlineData("ab", 2, 2, true)]
    [InlineData("a", 2, 3, false)]
    [InlineData("abcd", 2, 3, false)]
    [InlineData("", 0, 0, true)]
    // Section 6.3.1: characters as RFC 8259 has them, so that one beyond U+FFFF counts once.
    [InlineData("\ud83d\ude00", 1, 1, true)]
    [InlineData("\ud83d\ude00\ud83d\ude00", 3, 4, false)]
    [InlineData("e\u0301", 1, 1, false)]
    [InlineData(null, 1, 1, true)]
    public void Lengths_count_characters(string? value, int least, int most, bool isAllowed) => AssertAllowed(isAllowed, () => ValueCheck.Length(value, least, most, "x"));

    [Theory]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("^[a-z]+$", "aBc", false)]
    // Section 6.3.3: not anchored.
    [InlineData("b", "abc", true)]
    [InlineData("^$", "", true)]
    [InlineData("x", null, true)]
    public void Patterns_are_found_anywhere(string pattern, string? value, bool isAllowed) => AssertAllowed(isAllowed, () => ValueCheck.Pattern(value, pattern, "x"));

    [Fact]
    public void A_pattern_that_never_ends_refuses_nothing() => ValueCheck.Pattern(new string('a', 64) + "!", "^(a+)+$", "x");

    [Theory]
    [InlineData(1, false, false, true)]
    [InlineData(10, false, false, true)]
    [InlineData(0, false, false, false)]
    [InlineData(11, false, false, false)]
    [InlineData(1, true, false, false)]
    [InlineData(10, false, true, false)]
    [InlineData(5, true, true, true)]
    public void Ranges_have_ends_that_may_belong_to_them(int value, bool above, bool below, bool isAllowed)
    {
        AssertAllowed(isAllowed, () => ValueCheck.Range(value, 1, 10, "x", above: above, below: below));
        AssertAllowed(isAllowed, () => ValueCheck.FloatRange(value, 1, 10, "x", above: above, below: below));
    }

    [Theory]
    [InlineData("0.3", "0.1", true)]
    [InlineData("0.35", "0.1", false)]
    [InlineData("-9", "3", true)]
    [InlineData("0", "7", true)]
    public void Multiples_are_exact(string value, string divisor, bool isAllowed) =>
        AssertAllowed(isAllowed, () => ValueCheck.MultipleOf(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(divisor, System.Globalization.CultureInfo.InvariantCulture), "x"));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Lists_have_so_many_items(int count, bool isAllowed) => AssertAllowed(isAllowed, () => ValueCheck.Count(new int[count], 1, 3, "x"));

    [Fact]
    public void No_item_is_there_twice()
    {
        AssertAllowed(true, () => ValueCheck.Unique(new[] { "a", "A" }, "x"));
        AssertAllowed(false, () => ValueCheck.Unique(new[] { "a", "b", "a" }, "x"));
    }

    [Fact]
    public void The_exception_says_where_and_why_and_not_what()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ValueCheck.Each(["ok", "secret"], "request", "tags", static (item, path) => ValueCheck.Length(item, 0, 5, path)));

        Assert.Equal("request", error.ParamName);
        Assert.StartsWith("request.tags[1] must have at most 5 characters, but has 6.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_maps_are_named_by_their_keys()
    {
        Dictionary<string, int> values = new() { ["low"] = 1, ["high"] = 7 };

        ArgumentException error = Assert.Throws<ArgumentException>(() => ValueCheck.EachValue(values, "request", "", static (item, path) => ValueCheck.Range(item, null, 5, path)));

        Assert.StartsWith("request[high] must be at most 5.", error.Message, StringComparison.Ordinal);
    }

    private static void AssertAllowed(bool isAllowed, Action check)
    {
        if (isAllowed)
        {
            check();
        }
        else
        {
            Assert.Throws<ArgumentException>(check);
        }
    }
}
