using System.Globalization;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Diagnostics;

/// <summary>Collects the problems of one client, each once, and at most <see cref="Limit"/> of a kind.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>A document that is wrong everywhere is shown in its first places; the rest is counted.</summary>
    public const int Limit = 50;

    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly HashSet<DiagnosticInfo> _seen = [];
    private readonly Dictionary<string, int> _counts = [];

    public void Report(DiagnosticDescriptor descriptor, Node node, params object[] arguments) =>
        Report(descriptor, node.File, node.Span, arguments);

    /// <summary>Reports at the key of a value, which says more than the value's first character.</summary>
    public void ReportAtName(DiagnosticDescriptor descriptor, Node node, params object[] arguments) =>
        Report(descriptor, node.File, node.NameSpan, arguments);

    public void Report(DiagnosticDescriptor descriptor, SourceFile file, SourceSpan span, params object[] arguments)
    {
        IEnumerable<string> texts = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        DiagnosticInfo diagnostic = new(descriptor, file.Path, span, texts.ToEquatableArray());
        if (!_seen.Add(diagnostic))
        {
            return;
        }

        _counts.TryGetValue(descriptor.Id, out int count);
        _counts[descriptor.Id] = count + 1;
        if (count < Limit)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    public EquatableArray<DiagnosticInfo> ToArray(SourceFile file)
    {
        IEnumerable<DiagnosticInfo> omitted = _counts
            .Where(count => count.Value > Limit)
            .OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => Rest(file, count.Key, count.Value - Limit));
        return _diagnostics.Concat(omitted).ToEquatableArray();
    }

    private DiagnosticInfo Rest(SourceFile file, string id, int count) =>
        new(Descriptors.MoreOfTheSame, file.Path, SourceSpan.FileStart, new[] { count.ToString(CultureInfo.InvariantCulture), id }.ToEquatableArray())
        {
            Severity = _diagnostics.First(diagnostic => diagnostic.Descriptor.Id == id).Severity,
        };
}
