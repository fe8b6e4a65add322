using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Tests.Injection;

/// <summary>A hostile text at any place of a document or a catalog is refused at its place, or stays a text: it never becomes code.</summary>
public sealed class InjectionTests
{
    /// <summary>What has broken out of literals, comments and names of other generators.</summary>
    public static TheoryData<string> Payloads { get; } =
    [
        // Out of a literal, a method and a class.
        "\"); } } file class Evil { [System.Runtime.CompilerServices.ModuleInitializer] internal static void I() => System.IO.File.WriteAllText(\"pwned\",\"1\"); } namespace N2 { class X { void M() { var s = (\"",

        // Escapes that end a literal when they are read twice, and what ends raw, verbatim and interpolated ones.
        "\\\"); Evil.I(); //\\u0022); Evil.I(); //\\\"\"\"{Evil.I()}{{Evil.I()}}{0}$\"@\"'",

        // The five characters that end a comment, and directives, which start a line.
        "a\nclass Evil { }\rclass Evil { }\u0085class Evil { }\u2028class Evil { }\u2029[System.Runtime.CompilerServices.ModuleInitializer] class Evil { }\n#line 1 \"/etc/passwd\"\n#pragma warning disable\n#if Evil\n",

        // Out of comments and of XML, with what turns the direction of text or cannot be seen.
        "*/ class Evil { } /* // --> </summary><see cref=\"System.Diagnostics.Process.Start\"/>&xxe;]]><!DOCTYPE x><x a=\"\u202E\u2066 } class Evil \u2069\u200B\u200D\uFEFF",

        // What is hardly text. Half a surrogate pair is refused by the reader already.
        "a\0\u001A\u0001\uD800\uDC00\uE000\uFFFE\uFFFF",

        "",
        "1e400",
        new string('a', 20_000),
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_document_cannot_write_code(string payload) => Victim.Document.AssertUnharmed(payload);

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_catalog_cannot_write_code(string payload) => Victim.Catalog.AssertUnharmed(payload);

    [Fact]
    public void Without_a_payload_there_is_no_problem() => Assert.Empty(BenignSpec.Run.AssertCompiles().Problems);

    [Fact]
    public void What_became_code_is_seen()
    {
        CodeShape shape = CodeShape.Of(CSharpSyntaxTree.ParseText("#line 1\n[System.Runtime.CompilerServices.ModuleInitializer] class Evil { void M(int x) { } } }"));

        Assert.Contains("Evil", shape.Names);
        Assert.Single(shape.Errors);
        Assert.Equal(["#line 1", "ClassDeclaration", "MethodDeclaration", "Parameter", "[ModuleInitializer]"], shape.Parts.Keys.Order(StringComparer.Ordinal));
    }
}
