using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Text;

public sealed class NodeReaderRefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# only a comment\n")]
    [InlineData(" \n\n")]
    public void A_file_without_content_is_refused(string text) => Assert.Equal(["DRG1002 1:1"], Reading.Of(text).Problems);

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "DRG1003 3:1")]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "DRG1003 2:2")]
    [InlineData("a:\n  200: x\n  \"200\": y\n", "DRG1003 3:3")]
    public void A_key_written_twice_is_shown_where_it_is_written_again(string text, string problem)
    {
        Reading reading = Reading.Of(text);

        Assert.Equal([problem], reading.Problems);
        Assert.NotNull(reading.Root);
    }

    [Fact]
    public void A_key_written_twice_says_where_it_is_first() =>
        Assert.Equal(["'a' is written twice in one mapping: first in line 1"], Reading.Of("a: 1\nb: 2\na: 3\n").Messages);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Values_nest_64_levels_deep(int levels, bool isRead)
    {
        Reading flow = Reading.Of(new string('[', levels) + "x" + new string(']', levels));
        Reading block = Reading.Of(string.Concat(Enumerable.Repeat("- ", levels)) + "x");

        Assert.Equal(isRead ? [] : [$"DRG1004 1:{levels + 1}"], flow.Problems);
        Assert.Equal(isRead ? [] : [$"DRG1004 1:{(2 * levels) + 1}"], block.Problems);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("{\"a\":[")]
    public void A_hundred_thousand_levels_are_refused_at_the_65th(string opening) =>
        Assert.Equal("DRG1004", Assert.Single(Reading.Of(string.Concat(Enumerable.Repeat(opening, 100_000))).Problems)[..7]);

    /// <summary>Where something is not closed, the place is that of the last value before it was missed.</summary>
    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", "DRG1001 1:")]
    [InlineData("x: 1\na: [1, 2\n", "DRG1001 2:")]
    [InlineData("a: {b: 1\n", "DRG1001 1:")]
    [InlineData("{\"a\": 1", "DRG1001 1:")]
    [InlineData("a: 'x\n", "DRG1001 1:4")]
    [InlineData("a: \"x\n", "DRG1001 1:4")]
    [InlineData("a:\n\t- b\n", "DRG1001 ")]
    [InlineData("a: b: c\n", "DRG1001 1:5")]
    [InlineData("%YAML 9.9\n---\na: 1\n", "DRG1001 1:1")]
    [InlineData("a: @x\n", "DRG1001 1:4")]
    [InlineData("a: 1\n]\n", "DRG1001 2:1")]
    [InlineData("- a\nb: c\n", "DRG1001 2:1")]
    [InlineData("b: &b 1\na:\n  : *b\n", "DRG1001 ")]
    [InlineData("a: !<x y> z\n", "DRG1001 1:")]
    [InlineData("a: \"\\U00110000\"\n", "DRG1001 1:")]
    public void Broken_syntax_is_one_problem_at_its_place(string text, string problem)
    {
        Reading reading = Reading.Of(text);

        Assert.StartsWith(problem, Assert.Single(reading.Problems), StringComparison.Ordinal);
        Assert.Null(reading.Root);
    }

    [Theory]
    [InlineData("a: !System.Diagnostics.Process x\n", "DRG1007 1:4")]
    [InlineData("a: !!python/object/apply:os.system [x]\n", "DRG1007 1:4")]
    [InlineData("!!map {a: 1}\n", "DRG1007 1:1")]
    public void A_tag_is_refused(string text, string problem) => Assert.Equal([problem], Reading.Of(text).Problems);

    [Theory]
    [InlineData("a: 1\n---\nb: 2\n", "DRG1008 2:1")]
    [InlineData("a: 1\n...\n---\nb: 2\n", "DRG1008 3:1")]
    public void A_second_document_is_refused(string text, string problem) => Assert.Equal([problem], Reading.Of(text).Problems);

    [Theory]
    [InlineData("? [a, b]\n: v\n", "DRG1009 1:3")]
    [InlineData("{{a: 1}: v}\n", "DRG1009 1:2")]
    public void A_key_is_a_scalar(string text, string problem) => Assert.Equal([problem], Reading.Of(text).Problems);
}
