using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator;

/// <summary>What settings that become names in code may be. Empty is fine: nothing is asked for.</summary>
internal static class SettingName
{
    public static bool IsNamespace(string name) => name.Length == 0 || name.Split('.').All(part => part.Length > 0 && IsName(part));

    public static bool IsName(string name) =>
        name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && (name.Length == 0 || SyntaxFacts.IsValidIdentifier(name)) && name.Length <= 200;
}
