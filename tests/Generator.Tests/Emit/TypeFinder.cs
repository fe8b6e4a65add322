using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable RS1001, RS2008 // It is shipped to nobody.

namespace Dragoman.Generator.Tests.Emit;

/// <summary>An analyzer that reports every type, and of generated ones what it is told.</summary>
internal sealed class TypeFinder(GeneratedCodeAnalysisFlags flags) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_found = new("FIND1", "Found", "Found", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_found];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(flags);
        context.RegisterSymbolAction(found => found.ReportDiagnostic(Diagnostic.Create(s_found, found.Symbol.Locations[0])), SymbolKind.NamedType);
    }
}
