using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Text;

public sealed class JsonPointerTests
{
    /// <summary>The document of RFC 6901, section 5.</summary>
    private const string Document = """
        {
           "foo": ["bar", "baz"],
           "": 0,
           "a/b": 1,
           "c%d": 2,
           "e^f": 3,
           "g|h": 4,
           "i\\j": 5,
           "k\"l": 6,
           " ": 7,
           "m~n": 8
        }
        """;

    [Theory]
    [InlineData("/foo/0", "bar")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    public void The_examples_of_the_RFC_are_found(string pointer, string expected) =>
        Assert.Equal(expected, Assert.IsType<ScalarNode>(JsonPointer.Resolve(Reading.Good(Document), pointer)).Text);

    [Fact]
    public void The_empty_pointer_is_the_document()
    {
        Node root = Reading.Good(Document);

        Assert.Same(root, JsonPointer.Resolve(root, ""));
    }

    [Fact]
    public void A_pointer_to_an_array_is_the_array() =>
        Assert.Equal(["bar", "baz"], Assert.IsType<SequenceNode>(JsonPointer.Resolve(Reading.Good(Document), "/foo")).Texts);

    /// <summary>Section 4: an index has no sign and no leading zero, and '-' names what is not there yet.</summary>
    [Theory]
    [InlineData("/foo/2")]
    [InlineData("/foo/-")]
    [InlineData("/foo/-1")]
    [InlineData("/foo/+1")]
    [InlineData("/foo/01")]
    [InlineData("/foo/00")]
    [InlineData("/foo/ 1")]
    [InlineData("/foo/99999999999")]
    [InlineData("/foo/bar")]
    [InlineData("/a~1b/x")]
    [InlineData("/none")]
    [InlineData("foo")]
    [InlineData("#/foo")]
    public void Nothing_else_is_found(string pointer) => Assert.Null(JsonPointer.Resolve(Reading.Good(Document), pointer));

    [Theory]
    [InlineData("/a~2b")]
    [InlineData("/a~")]
    [InlineData("a")]
    public void A_text_that_is_no_pointer_has_no_tokens(string text) => Assert.Null(JsonPointer.Parse(text));

    /// <summary>Section 4: '~1' is decoded before '~0', so that '~01' is '~1'.</summary>
    [Fact]
    public void A_tilde_is_decoded_last() => Assert.Equal(["~1"], JsonPointer.Parse("/~01")!);

    [Theory]
    [InlineData("a/b")]
    [InlineData("m~n")]
    [InlineData("~1")]
    [InlineData("")]
    public void What_is_escaped_is_read_back(string token) => Assert.Equal([token], JsonPointer.Parse($"/{JsonPointer.Escape(token)}")!);
}
