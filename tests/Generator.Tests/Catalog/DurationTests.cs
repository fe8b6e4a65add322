using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class DurationTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("20s", 20_000)]
    [InlineData("5m", 300_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("0s", 0)]
    [InlineData("36h", 129_600_000)]
    public void An_integer_and_a_unit_are_a_duration(string text, int milliseconds)
    {
        Assert.True(Duration.TryParse(text, out TimeSpan value));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), value);
    }

    /// <summary>A TimeSpan holds 2^63 - 1 ticks of 100 ns, which are 922,337,203,685,477 ms.</summary>
    [Theory]
    [InlineData("922337203685477ms", 9_223_372_036_854_770_000)]
    [InlineData("922337203685478ms", long.MaxValue)]
    [InlineData("99999999999999999999h", long.MaxValue)]
    public void What_is_too_long_is_the_longest(string text, long ticks)
    {
        Assert.True(Duration.TryParse(text, out TimeSpan value));
        Assert.Equal(ticks, value.Ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("5 s")]
    [InlineData("-5s")]
    [InlineData("+5s")]
    [InlineData("1.5s")]
    [InlineData("5S")]
    [InlineData("5d")]
    [InlineData("1h30m")]
    [InlineData("PT5S")]
    [InlineData("٥s")]
    public void Everything_else_is_none(string text) => Assert.False(Duration.TryParse(text, out _));
}
