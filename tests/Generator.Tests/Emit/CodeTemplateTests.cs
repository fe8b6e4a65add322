using Dragoman.Generator.Emit;

namespace Dragoman.Generator.Tests.Emit;

/// <summary>What becomes of code with code in its holes.</summary>
public sealed class CodeTemplateTests
{
    private static readonly CodeText s_lines = CodeText.Lines([CodeText.Identifier("a"), CodeText.Identifier("b")]);
    private static readonly CodeText s_none = CodeText.Empty;

    [Fact]
    public void A_hole_in_a_line() => Is("int a = b;", CodeText.Of($"int {CodeText.Identifier("a")} = {CodeText.Identifier("b")};"));

    [Fact]
    public void A_hole_of_several_lines_keeps_the_indentation_of_its_line() => Is(
        "{\n    a\n    b\n}",
        CodeText.Of($$"""
            {
                {{s_lines}}
            }
            """));

    [Fact]
    public void A_hole_behind_other_code_keeps_the_indentation_of_its_line() => Is(
        "{\n    x a\n    b;\n}",
        CodeText.Of($$"""
            {
                x {{s_lines}};
            }
            """));

    [Fact]
    public void Indentation_adds_up() => Is(
        "{\n    {\n        a\n        b\n    }\n}",
        Block(Block(s_lines)));

    [Fact]
    public void An_empty_line_in_a_hole_stays_empty() => Is(
        "{\n    a\n\n    b\n}",
        Block(CodeText.Paragraphs(CodeText.Identifier("a"), CodeText.Identifier("b"))));

    [Fact]
    public void A_line_of_an_empty_hole_alone_is_left_out() => Is(
        "a\nb",
        CodeText.Of($"""
            a
            {s_none}
            b
            """));

    [Fact]
    public void The_first_line_is_left_out_too() => Is(
        "b",
        CodeText.Of($"""
            {s_none}
            b
            """));

    [Fact]
    public void The_last_line_is_left_out_too() => Is(
        "a",
        CodeText.Of($"""
            a
            {s_none}
            """));

    [Fact]
    public void Several_empty_lines_in_a_row_are_left_out() => Is(
        "a\nb",
        CodeText.Of($"""
            {s_none}
            {s_none}
            a
            {s_none}
            {s_none}
            b
            {s_none}
            {s_none}
            """));

    [Fact]
    public void Two_empty_holes_in_one_line_leave_it_out() => Is(
        "a\nb",
        CodeText.Of($"""
            a
            {s_none}{s_none}
            b
            """));

    [Fact]
    public void An_empty_hole_before_other_code_leaves_nothing() => Is(
        "a\n    x;",
        CodeText.Of($"""
            a
                {s_none}x;
            """));

    [Fact]
    public void An_empty_hole_before_another_one_leaves_nothing() => Is(
        "{\n    a\n    b\n}",
        CodeText.Of($$"""
            {
                {{s_none}}{{s_lines}}
            }
            """));

    [Fact]
    public void An_empty_hole_behind_other_code_leaves_its_line() => Is(
        "a;\nb",
        CodeText.Of($"""
            a{s_none};
            b{s_none}
            """));

    [Fact]
    public void Empty_lines_written_out_stay() => Is(
        "a\n\nb",
        CodeText.Of($"""
            a

            b
            """));

    [Fact]
    public void Nothing_but_empty_holes_is_empty()
    {
        CodeText code = CodeText.Of($"""
            {s_none}
            {s_none}
            """);

        Assert.True(code.IsEmpty);
    }

    [Fact]
    public void Empty_items_are_not_joined() => Is("a, b", CodeText.List([s_none, CodeText.Identifier("a"), s_none, CodeText.Identifier("b"), s_none]));

    private static CodeText Block(CodeText body) => CodeText.Of($$"""
        {
            {{body}}
        }
        """);

    [Fact]
    public void Members_of_one_line_stand_together() => Is(
        "int a;\nint b;\n\n/// <summary>C</summary>\nint c;\n\nint d;",
        CodeText.Members([CodeText.Of($"int a;"), CodeText.Empty, CodeText.Of($"int b;"), CodeText.Of($"/// <summary>C</summary>\nint c;"), CodeText.Of($"int d;")]));

    private static void Is(string expected, CodeText actual) => Assert.Equal(expected, actual.ToString());
}
