using Dragoman.Generator.Catalog;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator;

/// <summary>What became of one client: its model, where one could be made, and the problems on the way.</summary>
internal sealed record ParsedClient(string DocumentPath, ApiModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>The way from texts to a model: text, normalize, document, catalog, lowering.</summary>
internal static class ClientParser
{
    public static ParsedClient Parse(ClientInput input)
    {
        DiagnosticBag diagnostics = new();
        ApiModel? model = null;
        try
        {
            model = Lower(input, diagnostics);
        }
        catch (Exception problem)
        {
            // Without this the compiler would say CS8785 and drop every other client of the project too.
            diagnostics.Report(Descriptors.Internal, input.Document, SourceSpan.FileStart, $"{problem.GetType().Name}: {problem.Message} {problem.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
        }

        return new ParsedClient(input.Document.Path, model, diagnostics.ToArray(input.Document));
    }

    private static ApiModel? Lower(ClientInput input, DiagnosticBag diagnostics)
    {
        CheckSettings(input, diagnostics);
        ErrorCatalog? catalog = input.Catalog is { } file && NodeReader.Read(file, diagnostics) is { } root ? ErrorCatalog.Read(root, diagnostics) : null;
        NodeCount count = new();
        return NodeReader.Read(input.Document, diagnostics, count) is { } node
            && DocumentNormalizer.Normalize(node, diagnostics, new DocumentFiles(node, input.Parts, count, diagnostics)) is { } canonical
            && ApiDocument.Load(canonical, diagnostics) is { } document
            ? ClientLowering.Lower(document, catalog, input.Settings, diagnostics)
            : null;
    }

    private static void CheckSettings(ClientInput input, DiagnosticBag diagnostics)
    {
        if (input.MissingCatalog is { } path)
        {
            diagnostics.Report(Descriptors.NoCatalogFile, input.Document, SourceSpan.FileStart, path);
        }

        foreach (SettingProblem problem in input.Problems)
        {
            diagnostics.Report(Descriptors.BadSetting, input.Document, SourceSpan.FileStart, problem.Setting, problem.Value, problem.Expected);
        }
    }
}
