using Dragoman.Generator.Emit;

namespace Dragoman.Generator.Tests.Emit;

public sealed class DocEmitterTests
{
    private static readonly CodeText s_fallback = CodeText.Of($"The pet.");

    [Theory]
    [InlineData("A pet.", "/// <summary>A pet.</summary>")]
    [InlineData("A pet.\nA cat.", "/// <summary>\n/// A pet.\n/// A cat.\n/// </summary>")]
    [InlineData("A pet.\n\nA cat.", "/// <summary>\n/// A pet.\n///\n/// A cat.\n/// </summary>")]
    [InlineData("", "/// <summary>The pet.</summary>")]
    [InlineData(" \u200B ", "/// <summary>The pet.</summary>")]
    public void A_summary_says_what_the_document_does_or_the_fallback(string text, string expected) => Is(expected, DocEmitter.Summary(text, s_fallback));

    [Fact]
    public void Without_a_text_and_a_fallback_there_is_no_comment()
    {
        Assert.True(DocEmitter.Summary("", CodeText.Empty).IsEmpty);
        Assert.True(DocEmitter.Param("id", " ", CodeText.Empty, []).IsEmpty);
    }

    [Fact]
    public void Notes_alone_are_a_summary() => Is("/// <summary>Default: 1.</summary>", DocEmitter.Summary("", CodeText.Empty, ["Default: 1."]));

    [Fact]
    public void Notes_follow_the_summary_line_by_line() =>
        Is("/// <summary>\n/// The pet.\n/// Default: a &lt; b.\n/// Range: 1 to 2.\n/// </summary>", DocEmitter.Summary("", s_fallback, ["Default: a < b.", "Range: 1 to 2."]));

    [Fact]
    public void Remarks_of_one_paragraph_need_no_element_for_it() => Is("/// <remarks>GET /pets</remarks>", DocEmitter.Remarks("GET /pets", " "));

    [Fact]
    public void Remarks_have_an_element_for_each_paragraph() => Is(
        "/// <remarks>\n/// <para>GET /pets</para>\n/// <para>\n/// One\n/// two.\n/// </para>\n/// <para>Three.</para>\n/// </remarks>",
        DocEmitter.Remarks("GET /pets", "One\ntwo.\n\nThree."));

    [Fact]
    public void Without_a_text_there_are_no_remarks() => Assert.True(DocEmitter.Remarks("", "\n").IsEmpty);

    [Fact]
    public void A_parameter_has_its_name() => Is("/// <param name=\"id\">Of a pet.</param>", DocEmitter.Param("id", "Of a pet.", s_fallback));

    [Fact]
    public void A_parameter_of_several_lines_has_a_line_for_each() =>
        Is("/// <param name=\"id\">\n/// Of a pet.\n/// Not of a cat.\n/// </param>", DocEmitter.Param("id", "Of a pet.", s_fallback, ["Not of a cat."]));

    [Fact]
    public void An_exception_has_one_line() =>
        Is("/// <exception cref=\"GoneException\">Gone &amp; forgotten.</exception>", DocEmitter.Exception(CodeText.Identifier("GoneException"), "Gone\n& forgotten."));

    private static void Is(string expected, CodeText actual) => Assert.Equal(expected, actual.ToString());
}
