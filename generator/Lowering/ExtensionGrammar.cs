using Dragoman.Generator.Catalog;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>What is wrong with an extension of the document, and where.</summary>
internal sealed record ExtensionProblem(Node Node, string Reason);

/// <summary>What the grammars of the extensions have in common.</summary>
internal static class ExtensionGrammar
{
    /// <summary>A member that an extension does not have; null where there is none.</summary>
    public static ExtensionProblem? UnknownMember(MappingNode extension, string[] members) =>
        extension.Values.FirstOrDefault(value => !members.Contains(value.Key!.Text)) is { } unknown
            ? new(unknown.Key!, $"'{unknown.Key!.Text}' is not one of its members.{Suggestion.For(unknown.Key.Text, members)}")
            : null;

    /// <summary>The milliseconds of a time; null where the text is none, or out of range.</summary>
    public static long? Milliseconds(string text) =>
        Duration.TryParse(text, out TimeSpan value) && value > TimeSpan.Zero && value <= TimeSpan.FromDays(1) ? (long)value.TotalMilliseconds : null;

    /// <summary>Why <see cref="Milliseconds"/> does not take a time.</summary>
    public static string BadTime(string name) => $"'{name}' is {Duration.Form}, more than nothing and at most 24h";
}
