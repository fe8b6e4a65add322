using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator;

/// <summary>Checks what the project says of a client: names that become code are names.</summary>
internal static class SettingsCheck
{
    public static void Check(ClientInput input, DiagnosticBag diagnostics)
    {
        if (input.MissingCatalog is { } path)
        {
            diagnostics.Report(Descriptors.NoCatalogFile, input.Document, SourceSpan.FileStart, path);
        }

        if (!IsNamespace(input.Settings.Namespace))
        {
            diagnostics.Report(Descriptors.BadSetting, input.Document, SourceSpan.FileStart, "Namespace", input.Settings.Namespace, "a C# namespace of ASCII letters, digits and underscores");
        }

        if (!IsName(input.Settings.ClientName))
        {
            diagnostics.Report(Descriptors.BadSetting, input.Document, SourceSpan.FileStart, "ClientName", input.Settings.ClientName, "a C# name of ASCII letters, digits and underscores");
        }
    }

    /// <summary>The settings with what cannot be used left at its default.</summary>
    public static ClientSettings Usable(ClientSettings settings) => settings with
    {
        Namespace = IsNamespace(settings.Namespace) ? settings.Namespace : "",
        RootNamespace = IsNamespace(settings.RootNamespace) ? settings.RootNamespace : "",
        ClientName = IsName(settings.ClientName) ? settings.ClientName : "",
    };

    private static bool IsNamespace(string name) => name.Length == 0 || name.Split('.').All(part => part.Length > 0 && IsName(part));

    private static bool IsName(string name) =>
        name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && (name.Length == 0 || SyntaxFacts.IsValidIdentifier(name)) && name.Length <= 200;
}
