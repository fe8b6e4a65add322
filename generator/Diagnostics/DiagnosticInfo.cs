using Dragoman.Generator.Model;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dragoman.Generator.Diagnostics;

/// <summary>A problem at its place, comparable by value, so that the same problems in the same places are reported without work.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, string Path, SourceSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>How severe it is; by default as its descriptor says.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.DefaultSeverity;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Location.Create(
            Path,
            new TextSpan(Span.Start, Span.Length),
            new LinePositionSpan(new LinePosition(Span.StartLine, Span.StartColumn), new LinePosition(Span.EndLine, Span.EndColumn))),
        Severity,
        additionalLocations: null,
        properties: null,
        Arguments.ToArray<object>());
}
