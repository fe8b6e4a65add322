using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Dragoman.Corpus.Tests;

/// <summary>What the generator says of a document.</summary>
internal static class DiagnosticCheck
{
    /// <summary>Nothing that a document says may make the generator fail.</summary>
    public static IEnumerable<string> Failures(GeneratedDocument document) =>
        document.Run.Diagnostics.Where(diagnostic => diagnostic.Id == "DRG9001").Select(Shown);

    /// <summary>A warning says that something is missing from the client, and nothing may be missing from that of a valid document.</summary>
    public static IEnumerable<string> Severe(GeneratedDocument document) =>
        document.Run.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Shown);

    /// <summary>Who clicks on a diagnostic lands in the document.</summary>
    public static IEnumerable<string> Misplaced(GeneratedDocument document)
    {
        string[] lines = document.Text.ReplaceLineEndings("\n").Split('\n');
        return document.Run.Diagnostics.Where(diagnostic => !IsWithin(diagnostic.Location.GetLineSpan(), Path.GetFileName(document.Name), lines)).Select(Shown);
    }

    private static bool IsWithin(FileLinePositionSpan place, string file, string[] lines) =>
        ConsumerProject.RelativePath(place.Path) == file
        && place.StartLinePosition.Line < lines.Length
        && place.StartLinePosition.Character <= lines[place.StartLinePosition.Line].Length;

    private static string Shown(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.Id} at {place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
