using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Tests.Normalize;

public sealed class StatusKeyTests
{
    /// <summary>OpenAPI 3.1, 4.8.16.2: a status, or one of the ranges 1XX to 5XX.</summary>
    [Theory]
    [InlineData("200", 200, 200)]
    [InlineData("100", 100, 100)]
    [InlineData("599", 599, 599)]
    [InlineData("4XX", 400, 499)]
    [InlineData("5xx", 500, 599)]
    public void A_status_or_a_range_is_read(string key, int from, int to)
    {
        Assert.True(StatusKey.TryParse(key, out int first, out int last));
        Assert.Equal((from, to), (first, last));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("0XX")]
    [InlineData("20X")]
    [InlineData("2Xx")]
    [InlineData("２００")]
    [InlineData("200; Evil")]
    [InlineData("")]
    public void Everything_else_is_none(string key) => Assert.False(StatusKey.TryParse(key, out _, out _));

    [Fact]
    public void Default_is_a_key_of_responses() => Assert.True(StatusKey.IsValid("default"));
}
