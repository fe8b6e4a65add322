using System.Reflection;
using Dragoman.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Tests.Architecture;

/// <summary>A text of a document becomes code through a printer, or not at all.</summary>
public sealed class CodeTextTests
{
    [Fact]
    public void Code_is_made_by_its_own_factories() =>
        Assert.All(typeof(CodeText).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), constructor => Assert.True(constructor.IsPrivate));

    [Fact]
    public void A_text_has_four_printers() =>
        Assert.Equal(["Doc", "Identifier", "Literal", "Namespace"], Factories(typeof(string)));

    [Fact]
    public void A_template_becomes_code_in_one_way() => Assert.Equal(["Of"], Factories(typeof(CodeTemplate)));

    [Fact]
    public void Nothing_else_converts_to_code() =>
        Assert.DoesNotContain(typeof(CodeText).GetMethods(), method => method.Name is "op_Implicit" or "op_Explicit");

    [Fact]
    public void A_hole_takes_only_code()
    {
        IEnumerable<Type> taken = typeof(CodeTemplate).GetMethods().Where(method => method.Name == "AppendFormatted").Select(method => Assert.Single(method.GetParameters()).ParameterType);

        Assert.Equal([typeof(CodeText)], taken);
    }

    /// <summary>Whoever calls the template's methods himself could append a text as if it were written in an emitter.</summary>
    [Fact]
    public void Templates_are_filled_by_the_compiler_alone() => Assert.Empty(GeneratorSources.References.Where(reference =>
        reference.File != "Emit/CodeText.cs" && reference.Name is ("CodeTemplate" or "AppendLiteral" or "AppendFormatted")));

    [Theory]
    [InlineData("CodeText.Of($\"{text}\")", "CS1503")]
    [InlineData("CodeText.Of(text)", "CS1503")]
    [InlineData("new CodeText(text)", "CS0122")]
    public void A_text_that_nobody_escaped_does_not_compile(string expression, string id) => Assert.Contains(id, ErrorsOf(expression));

    [Theory]
    [InlineData("CodeText.Of($\"{CodeText.Literal(text)}\")")]
    [InlineData("CodeText.Identifier(text)")]
    public void An_escaped_text_compiles(string expression) => Assert.Empty(ErrorsOf(expression));

    private static IEnumerable<string> Factories(Type parameter) => typeof(CodeText)
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsPrivate && method.ReturnType == typeof(CodeText) && method.GetParameters().Any(taken => taken.ParameterType == parameter))
        .Select(method => method.Name)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> ErrorsOf(string expression)
    {
        SyntaxTree probe = CSharpSyntaxTree.ParseText(
            $"namespace Dragoman.Generator.Emit; internal static class Probe {{ public static CodeText Make(string text) => {expression}; }}",
            new CSharpParseOptions(LanguageVersion.Preview));
        return GeneratorSources.Compilation.AddSyntaxTrees(probe).GetSemanticModel(probe).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id);
    }
}
