using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Text;

public sealed class NodeReaderScalarTests
{
    [Theory]
    [InlineData("no", nameof(ScalarKind.String))]
    [InlineData("yes", nameof(ScalarKind.String))]
    [InlineData("on", nameof(ScalarKind.String))]
    [InlineData("010", nameof(ScalarKind.Integer))]
    [InlineData("1:30", nameof(ScalarKind.String))]
    [InlineData("2020-01-01", nameof(ScalarKind.String))]
    [InlineData("1.10", nameof(ScalarKind.Float))]
    [InlineData("~", nameof(ScalarKind.Null))]
    [InlineData("'1'", nameof(ScalarKind.String))]
    [InlineData("\"true\"", nameof(ScalarKind.String))]
    [InlineData("!!str 1", nameof(ScalarKind.String))]
    [InlineData("! 1", nameof(ScalarKind.String))]
    public void A_scalar_has_the_kind_of_the_core_schema(string text, string kind) =>
        Assert.Equal(kind, Scalar($"a: {text}").Kind.ToString());

    [Theory]
    [InlineData("1.10")]
    [InlineData("010")]
    [InlineData("no")]
    [InlineData("12345678901234567890")]
    [InlineData("2020-01-01T00:00:00+02:00")]
    public void A_scalar_keeps_its_text(string text) => Assert.Equal(text, Scalar($"a: {text}").Text);

    [Fact]
    public void A_key_without_a_value_has_null()
    {
        ScalarNode value = Scalar("a:\nb: 1");

        Assert.Equal((ScalarKind.Null, ""), (value.Kind, value.Text));
    }

    [Fact]
    public void A_number_as_key_is_its_text() => Assert.Equal(["200", "4XX"], Assert.IsType<MappingNode>(Reading.Good("200: a\n4XX: b")).Keys);

    /// <summary>RFC 8259, section 7, with the example of a surrogate pair from there.</summary>
    [Theory]
    [InlineData(@"\""\\\/\b\f\n\r\t", "\"\\/\b\f\n\r\t")]
    [InlineData(@"\u00e9", "é")]
    [InlineData(@"\uD834\uDD1E", "\U0001D11E")]
    public void Json_escapes_are_resolved(string escaped, string expected) =>
        Assert.Equal(expected, Scalar($"{{\"a\": \"{escaped}\"}}").Text);

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() =>
        Assert.Equal("DRG1001", Assert.Single(Reading.Of("""{"a": "\uD834"}""").Problems)[..7]);

    [Theory]
    [InlineData("a: |\n  x\n  y\n", "x\ny\n")]
    [InlineData("a: |-\r\n  x\r\n  y\r\n", "x\ny")]
    [InlineData("a: >\n  x\n  y\n", "x y\n")]
    public void Block_scalars_are_texts(string yaml, string expected) => Assert.Equal(expected, Scalar(yaml).Text);

    /// <summary>The example in OpenAI's published document that libyaml accepts: the first line is longer than the next one's indentation.</summary>
    [Fact]
    public void A_block_scalar_may_start_with_a_line_of_spaces()
    {
        Node root = Reading.Good("a: |+\n        \n  x\nb: 1\n");

        Assert.Equal("\nx\n", Assert.IsType<ScalarNode>(JsonPointer.Resolve(root, "/a")).Text);
        Assert.Equal((3, 3), (JsonPointer.Resolve(root, "/b")!.Span.StartLine, JsonPointer.Resolve(root, "/b")!.Span.StartColumn));
    }

    private static ScalarNode Scalar(string yaml) => Assert.IsType<ScalarNode>(Reading.Good(yaml, "/a"));
}
