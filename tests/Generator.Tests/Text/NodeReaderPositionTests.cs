using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Text;

/// <summary>Positions were counted by hand: offset, line and column from zero, in UTF-16 units.</summary>
public sealed class NodeReaderPositionTests
{
    private const string Yaml = "openapi: 3.1.0\ninfo:\n  title: Pets\n  tags: [cat, 'dog']\npaths: {}\n";

    [Theory]
    [InlineData("/openapi", 9, 5, 0, 9, 0, 14)]
    [InlineData("/info/title", 30, 4, 2, 9, 2, 13)]
    [InlineData("/info/tags", 43, 0, 3, 8, 3, 8)]
    [InlineData("/info/tags/0", 44, 3, 3, 9, 3, 12)]
    [InlineData("/info/tags/1", 49, 5, 3, 14, 3, 19)]
    [InlineData("/paths", 63, 0, 4, 7, 4, 7)]
    public void A_value_knows_its_place(string pointer, int start, int length, int startLine, int startColumn, int endLine, int endColumn) =>
        Assert.Equal(new SourceSpan(start, length, startLine, startColumn, endLine, endColumn), Reading.Good(Yaml, pointer).Span);

    [Fact]
    public void A_key_knows_its_place() =>
        Assert.Equal(new SourceSpan(23, 5, 2, 2, 2, 7), Reading.Good(Yaml, "/info/title").NameSpan);

    [Fact]
    public void An_item_is_named_by_its_own_place() =>
        Assert.Equal(new SourceSpan(44, 3, 3, 9, 3, 12), Reading.Good(Yaml, "/info/tags/0").NameSpan);

    [Fact]
    public void Json_is_read_with_the_same_positions() =>
        Assert.Equal(new SourceSpan(19, 6, 1, 7, 1, 13), Reading.Good("{ \"a\": [1],\n  \"b\" :\"text\" }", "/b").Span);

    [Fact]
    public void A_carriage_return_counts_in_offsets_only() =>
        Assert.Equal(new SourceSpan(9, 1, 1, 3, 1, 4), Reading.Good("a: x\r\nb: y\r\n", "/b").Span);

    [Fact]
    public void A_character_outside_the_basic_plane_counts_twice_as_in_Roslyn() =>
        Assert.Equal(6, Reading.Good("{ 😀: x }", "/😀").Span.StartColumn);

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_key()
    {
        Node value = Reading.Good("\uFEFFa: 1", "/a");

        Assert.Equal((0, 0), (value.NameSpan.StartLine, value.NameSpan.StartColumn));
    }

    [Fact]
    public void A_value_knows_its_pointer_and_its_root()
    {
        Node root = Reading.Good("paths:\n  /pets/{id}:\n    - a~b: x\n");
        Node value = JsonPointer.Resolve(root, "/paths/~1pets~1{id}/0/a~0b")!;

        Assert.Equal("/paths/~1pets~1{id}/0/a~0b", value.Pointer);
        Assert.Same(root, value.Root);
    }
}
