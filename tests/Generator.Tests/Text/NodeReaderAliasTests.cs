using System.Text;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Text;

public sealed class NodeReaderAliasTests
{
    [Fact]
    public void An_alias_is_a_value_of_its_own_at_the_place_of_its_anchor()
    {
        Node root = Reading.Good("a: &x {k: v}\nb: *x");
        Node copy = JsonPointer.Resolve(root, "/b/k")!;

        Assert.Equal("/b/k", copy.Pointer);
        Assert.Equal((0, 10), (copy.Span.StartLine, copy.Span.StartColumn));
        Assert.Equal("/a/k", JsonPointer.Resolve(root, "/a/k")!.Pointer);
    }

    [Fact]
    public void A_later_anchor_of_the_same_name_replaces_the_earlier_one() =>
        Assert.Equal("2", Text("a: &x 1\nb: &x 2\nc: *x", "/c"));

    [Fact]
    public void A_merge_key_adds_what_the_mapping_does_not_have()
    {
        const string Yaml = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\nall:\n  <<: [*base, *more]\n  a: own\n";

        Assert.Equal(("own", "2", "4"), (Text(Yaml, "/all/a"), Text(Yaml, "/all/b"), Text(Yaml, "/all/c")));
        Assert.Null(JsonPointer.Resolve(Reading.Good(Yaml), "/all/<<"));
    }

    [Fact]
    public void A_quoted_merge_key_is_a_key() => Assert.Equal("1", Text("""{"<<": 1}""", "/<<"));

    [Fact]
    public void An_alias_without_an_anchor_is_refused() =>
        Assert.Equal(["DRG1006 2:4"], Reading.Of("a: &x 1\nb: *y").Problems);

    [Theory]
    [InlineData("&a [*a]", "DRG1006 1:5")]
    [InlineData("x: &a {b: *a}", "DRG1006 1:11")]
    public void A_value_does_not_contain_itself(string yaml, string problem) =>
        Assert.Equal([problem], Reading.Of(yaml).Problems);

    /// <summary>Nine levels of nine aliases: 9^9 values in a few hundred characters.</summary>
    [Fact]
    public void An_alias_bomb_is_refused_before_it_is_expanded()
    {
        StringBuilder yaml = new("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level <= 8; level++)
        {
            yaml.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        }

        Reading reading = Reading.Of(yaml.ToString());

        // 9^6 = 531,441 scalars still fit into the limit of a million values, in the sixth line's nine aliases; their second use does not.
        Assert.Equal(["DRG1005 7:10"], reading.Problems);
        Assert.Null(reading.Root);
    }

    [Fact]
    public void Aliases_do_not_nest_deeper_than_the_limit()
    {
        string deep = new string('[', 40) + "x" + new string(']', 40);

        Assert.Equal("DRG1004", Assert.Single(Reading.Of($"a: &a {deep}\nb: {new string('[', 30)}*a{new string(']', 30)}").Problems)[..7]);
    }

    private static string Text(string yaml, string pointer) => Assert.IsType<ScalarNode>(Reading.Good(yaml, pointer)).Text;
}
