using System.Xml.Linq;
using Dragoman.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Tests.Emit;

/// <summary>Texts of a document within documentation comments.</summary>
public sealed class DocTextTests
{
    public static TheoryData<string> Hostile => CodeTextTests.Hostile;

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_text_cannot_leave_its_comment(string text)
    {
        string comment = $"/// <summary>{DocText.Escape(text)}</summary>";

        Assert.DoesNotContain(comment, character => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029');
        SyntaxTree tree = CSharpSyntaxTree.ParseText($"{comment}\nclass C;", new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose));
        Assert.Empty(tree.GetDiagnostics());
        Assert.Single(tree.GetRoot().DescendantNodes(), node => node.IsKind(SyntaxKind.ClassDeclaration));
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    [InlineData("<see cref=\"System.Diagnostics.Process\"/>")]
    [InlineData("</summary><remarks>")]
    [InlineData("]]>")]
    [InlineData("--><x>")]
    [InlineData("&xxe;")]
    [InlineData("<!DOCTYPE x>")]
    [InlineData("`a` and `<b>` and `")]
    [InlineData("``")]
    [InlineData("`a\u202E` `")]
    public void A_text_is_well_formed_XML_of_text_and_code(string text)
    {
        XElement element = XElement.Parse($"<summary>{DocText.Escape(text)}</summary>");

        Assert.All(element.Descendants(), child => Assert.Equal("c", child.Name.LocalName));
    }

    [Theory]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("a `b` c", "a <c>b</c> c")]
    [InlineData("`List<T>`", "<c>List&lt;T&gt;</c>")]
    [InlineData("an ` alone", "an ` alone")]
    [InlineData("left\u202Eright", "left right")]
    [InlineData("\"quoted\" 'text'", "\"quoted\" 'text'")]
    [InlineData("Grüße, 日本", "Grüße, 日本")]
    public void A_text_is_escaped(string text, string expected) => Assert.Equal(expected, DocText.Escape(text));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("\n \n  a  \nb\n\n")]
    [InlineData("\u200B\na\nb\n\u202E")]
    public void Lines_end_where_those_of_CSharp_do(string text) => Assert.Equal(["a", "b"], Lines(text));

    [Fact]
    public void An_empty_line_between_others_stays() => Assert.Equal(["a", "", "b"], Lines("a\r\n\r\nb"));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("\u200B")]
    [InlineData("\0")]
    public void What_cannot_be_seen_is_no_line(string text) => Assert.Empty(Lines(text));

    [Fact]
    public void A_text_of_a_book_is_cut()
    {
        string line = Assert.Single(Lines(new string('a', 5_000_000)));

        Assert.Equal($"{new string('a', 4096)} …", line);
    }

    [Fact]
    public void Paragraphs_are_separated_by_empty_lines() =>
        Assert.Equal([["a", "b"], ["c"]], DocText.Paragraphs("a\nb\n\n \nc\n").Select(lines => lines.Select(line => line.ToString())));

    [Theory]
    [InlineData("a-b", "<c>a-b</c>")]
    [InlineData("<b>", "<c>&lt;b&gt;</c>")]
    [InlineData("", "<c>\"\"</c>")]
    [InlineData(" ", "<c>\" \"</c>")]
    [InlineData("\n", "<c>\"\\n\"</c>")]
    [InlineData("\u200B", "<c>\"\\u200B\"</c>")]
    [InlineData("a`b", "<c>a`b</c>")]
    public void A_value_is_shown_as_code(string text, string expected) => Assert.Equal(expected, DocText.Code(text).ToString());

    [Theory]
    [InlineData("kind", "Kind", "")]
    [InlineData("created_at", "CreatedAt", "")]
    [InlineData("X-Rate.limit left", "XRateLimitLeft", "")]
    [InlineData("HTTPStatus", "HttpStatus", "")]
    [InlineData("kind", "Kind2", "<c>kind</c>")]
    [InlineData("+1", "Plus1", "<c>+1</c>")]
    [InlineData("$ref", "Ref", "<c>$ref</c>")]
    [InlineData("", "Empty", "<c>\"\"</c>")]
    public void A_name_of_the_wire_is_shown_where_the_name_in_CSharp_does_not_say_it(string wireName, string name, string expected) =>
        Assert.Equal(expected, DocText.WireName(wireName, name).ToString());

    private static IEnumerable<string> Lines(string text) => DocText.Lines(text).Select(line => line.ToString());
}
