using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dragoman.Generator.Tests.Injection;

/// <summary>What generated code declares, whatever it is called: how often each kind of type, member, parameter, attribute and directive is there.</summary>
/// <param name="Errors">What does not parse.</param>
/// <param name="Names">All identifiers.</param>
internal sealed record CodeShape(IReadOnlyList<string> Errors, IReadOnlySet<string> Names, IReadOnlyDictionary<string, int> Parts)
{
    public static CodeShape Of(SyntaxTree tree)
    {
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        return new CodeShape(
            [.. root.GetDiagnostics().Select(diagnostic => diagnostic.ToString())],
            root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet(),
            root.DescendantNodes().Select(Describe).OfType<string>().Concat(Directives(root)).GroupBy(part => part).ToDictionary(part => part.Key, part => part.Count()));
    }

    /// <summary>The shape of several files.</summary>
    public static CodeShape Of(IReadOnlyCollection<CodeShape> files) => new(
        [.. files.SelectMany(file => file.Errors)],
        files.SelectMany(file => file.Names).ToHashSet(),
        files.SelectMany(file => file.Parts).GroupBy(part => part.Key).ToDictionary(part => part.Key, part => part.Sum(file => file.Value)));

    private static string? Describe(SyntaxNode node) => node switch
    {
        AttributeSyntax attribute => $"[{attribute.Name.ToString().Split('.')[^1]}]",
        MemberDeclarationSyntax or ParameterSyntax => node.Kind().ToString(),
        _ => null,
    };

    private static IEnumerable<string> Directives(CompilationUnitSyntax root)
    {
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            // Which warnings are off in a file depends on what is said there: each counts by itself.
            foreach (string part in directive is PragmaWarningDirectiveTriviaSyntax pragma ? pragma.ErrorCodes.Select(code => $"{pragma.DisableOrRestoreKeyword} {code}") : [directive.ToString().Trim()])
            {
                yield return part;
            }
        }
    }
}
