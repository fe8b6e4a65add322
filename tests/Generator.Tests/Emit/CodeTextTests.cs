using Dragoman.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dragoman.Generator.Tests.Emit;

/// <summary>The printers: what they write is one token, and the compiler reads from it just what went in.</summary>
public sealed class CodeTextTests
{
    /// <summary>
    /// Characters that end lines or literals, hide, deceive, or are none (Unicode 15, 2.4, 3.8, 23; C# 6.3.2). Not enumerated at
    /// discovery: what is no Unicode text does not survive the way to the runner, and two of them would be one.
    /// </summary>
    public static TheoryData<string> Hostile { get; } =
    [
        "", " ", "plain", "\"", "\"\"\"", "\\", "\\\"", "\\u0022", "'", "{0}", "{", "$\"{x}\"", "@\"", "*/", "//", "é", "日本",
        "\n", "\r", "\r\n", "\t", "\0", "\u001A", "\u001B", "\u007F", "\u0085", "\u2028", "\u2029",
        "\u00AD", "\u061C", "\u200B", "\u200D", "\u200E", "\u202A", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF",
        "\uD800", "\uDC00", "\uDC00\uD800", "\uD83D\uDE00", "\uE000", "\uFDD0", "\uFFFE", "\uFFFF", "\uFFFD",
        "\0" + "1", "\uFFFF" + "A", "\\" + "\n", "a\"); } } class Evil { } //",
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_literal_is_read_as_the_text_it_was_made_of(string text)
    {
        string code = CodeText.Literal(text).ToString();

        LiteralExpressionSyntax literal = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(code));
        Assert.Empty(literal.GetDiagnostics());
        Assert.Equal(code, literal.ToFullString());
        Assert.Equal(text, literal.Token.ValueText);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_literal_shows_what_it_is(string text) => Assert.DoesNotContain(CodeText.Literal(text).ToString(), character => !IsVisible(character));

    [Fact]
    public void Every_UTF16_unit_is_read_back()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            string text = $"a{(char)unit}1";
            Assert.Equal(text, SyntaxFactory.ParseToken(CodeText.Literal(text).ToString()).ValueText);
        }
    }

    [Fact]
    public void No_text_is_null() => Assert.Equal("null", CodeText.Literal(null).ToString());

    [Theory]
    [InlineData(' ', "' '")]
    [InlineData('|', "'|'")]
    [InlineData('\'', "'\\''")]
    public void A_character_is_a_literal(char character, string expected) => Assert.Equal(expected, CodeText.Literal(character).ToString());

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void A_number_is_written_without_a_culture(long number, string expected) => Assert.Equal(expected, CodeText.Number(number).ToString());

    [Theory]
    [InlineData("Pet", "Pet")]
    [InlineData("_2nd", "_2nd")]
    [InlineData("class", "@class")]
    [InlineData("await", "@await")]
    [InlineData("var", "@var")]
    public void A_name_is_an_identifier(string name, string expected) => Assert.Equal(expected, CodeText.Identifier(name).ToString());

    /// <summary>All keywords of the compiler, also those of a context only.</summary>
    [Fact]
    public void No_keyword_is_taken_for_a_name()
    {
        IEnumerable<string> keywords = SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(SyntaxFacts.IsValidIdentifier).Where(text => text[0] != '_');

        Assert.All(keywords.Distinct(), keyword =>
        {
            SyntaxToken token = SyntaxFactory.ParseToken(CodeText.Identifier(keyword).ToString());
            Assert.Equal((SyntaxKind.IdentifierToken, keyword), (token.Kind(), token.ValueText));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("a.b")]
    [InlineData("a-b")]
    [InlineData("@a")]
    [InlineData("é")]
    [InlineData("a\u200Db")]
    [InlineData("a\n")]
    [InlineData("\\u0061")]
    [InlineData("A<B>")]
    [InlineData("A;")]
    [InlineData("\u0661a")]
    public void Anything_else_is_no_name(string name) => Assert.Throws<ArgumentException>(() => CodeText.Identifier(name));

    [Fact]
    public void A_namespace_is_names_and_dots() => Assert.Equal("Pets.@class.V2", CodeText.Namespace("Pets.class.V2").ToString());

    [Theory]
    [InlineData("A; B")]
    [InlineData("A..B")]
    [InlineData(".A")]
    [InlineData("")]
    [InlineData("global::A")]
    public void Anything_else_is_no_namespace(string name) => Assert.Throws<ArgumentException>(() => CodeText.Namespace(name));

    private static bool IsVisible(char character) => character is >= ' ' and <= '~' || char.IsLetter(character) || character == '\uFFFD';
}
