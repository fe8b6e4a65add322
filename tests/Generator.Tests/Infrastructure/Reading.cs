using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Infrastructure;

/// <summary>A text as the first stage of the generator reads it.</summary>
internal sealed class Reading
{
    private readonly SourceFile _file;
    private readonly DiagnosticBag _diagnostics = new();

    private Reading(string text, string path)
    {
        _file = new SourceFile(path, text);
        Root = NodeReader.Read(_file, _diagnostics);
    }

    public Node? Root { get; }

    /// <summary>Where later stages report to.</summary>
    public DiagnosticBag Diagnostics => _diagnostics;

    /// <summary>The problems as an editor lists them: <c>DRG1003 2:1</c>, line and column starting at 1.</summary>
    public IReadOnlyList<string> Problems => [.. _diagnostics.ToArray(_file).Select(problem =>
        string.Create(CultureInfo.InvariantCulture, $"{problem.Descriptor.Id} {problem.Span.StartLine + 1}:{problem.Span.StartColumn + 1}"))];

    public IReadOnlyList<string> Messages => [.. _diagnostics.ToArray(_file).Select(problem => problem.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture))];

    public static Reading Of(string text, string path = "spec.yaml") => new(text, path);

    /// <summary>The root of a text that has no problem.</summary>
    public static Node Good(string text)
    {
        Reading reading = Of(text);
        Assert.Empty(reading.Messages);
        return Assert.IsAssignableFrom<Node>(reading.Root);
    }

    /// <summary>The value that a JSON pointer names in a text without a problem.</summary>
    public static Node Good(string text, string pointer) => Assert.IsAssignableFrom<Node>(JsonPointer.Resolve(Good(text), pointer));
}
