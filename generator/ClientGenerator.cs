using System.Collections.Immutable;
using System.Text;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Emit;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dragoman.Generator;

/// <summary>Turns the OpenApiClient items of a project into typed clients while it compiles.</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ProjectItem> items = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ProjectItem.Read(pair.Left, pair.Right))
            .Where(static item => item.Kind != ProjectItemKind.Other);

        IncrementalValuesProvider<SourceFile> catalogs = items
            .Where(static item => item.Kind == ProjectItemKind.Catalog)
            .Select(static (item, token) => ReadFile(item.File, token));

        // A document may refer to that of another client as well.
        IncrementalValuesProvider<SourceFile> parts = items
            .Where(static item => item.Kind is ProjectItemKind.Part or ProjectItemKind.Document)
            .Select(static (item, token) => ReadFile(item.File, token));

        IncrementalValuesProvider<ClientInput> inputs = items
            .Where(static item => item.Kind == ProjectItemKind.Document)
            .Combine(catalogs.Collect().Combine(parts.Collect()))
            .Select(static (pair, token) => Join(pair.Left, pair.Right.Left, pair.Right.Right, token))
            .WithTrackingName("Inputs");

        IncrementalValuesProvider<ParsedClient> clients = inputs
            .Select(static (input, _) => ClientParser.Parse(input))
            .WithTrackingName("Clients");

        // Two clients of one name would write the same files, which the compiler answers by dropping all of them.
        IncrementalValueProvider<DistinctClients> distinct = clients
            .Collect()
            .Select(static (all, _) => DistinctClients.Of(all))
            .WithTrackingName("DistinctClients");

        // A bool, not the compilation: combined with that, every keystroke would emit everything again.
        IncrementalValueProvider<bool> hasRuntime = context.CompilationProvider
            .Select(static (compilation, _) => compilation.GetTypeByMetadataName("Dragoman.ApiPipeline") is not null)
            .WithTrackingName("HasRuntime");

        // Taken from each client by itself and not from the list of all: one that comes, goes or breaks moves no other one's outputs.
        IncrementalValuesProvider<ApiModel> models = clients
            .Combine(distinct.Combine(hasRuntime))
            .Where(static pair => pair.Right.Right && pair.Right.Left.Has(pair.Left))
            .Select(static (pair, _) => pair.Left.Model!)
            .WithTrackingName("Models");

        context.RegisterSourceOutput(
            clients.SelectMany(static (client, _) => client.Diagnostics).WithTrackingName("Diagnostics"),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            distinct.SelectMany(static (found, _) => found.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(distinct.Combine(hasRuntime), static (output, pair) =>
        {
            if (pair.Left.Documents.Count > 0 && !pair.Right)
            {
                output.ReportDiagnostic(Diagnostic.Create(Descriptors.NoRuntime, Location.None));
            }
        });
        EmitSources(context, models);
    }

    private static void EmitSources(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ApiModel> models)
    {
        Emit(context, "Types", models.SelectMany(static (model, _) => model.Types.Select(types => (model.File, types))), static unit => TypeFileEmitter.Emit(unit.File, unit.types));
        Emit(context, "Checks", models.SelectMany(static (model, _) => model.Checks.Select(checks => (model.File, checks))), static unit => ChecksEmitter.Emit(unit.File, unit.checks));
        Emit(context, "Channels", models.SelectMany(static (model, _) => model.Groups.SelectMany(group => group.Operations).Select(operation => operation.Channel).OfType<ChannelModel>().Select(channel => (model.File, channel))), static unit => ChannelEmitter.Emit(unit.File, unit.channel));
        Emit(context, "Results", models.SelectMany(static (model, _) => model.Groups.SelectMany(group => group.Operations).Where(operation => operation.Result.HasCases).Select(operation => (model.File, operation.Result))), static unit => ResultEmitter.Emit(unit.File, unit.Result));
        Emit(context, "Groups", models.SelectMany(static (model, _) => model.Groups.Where(group => !group.IsRoot).Select(group => (model.File, group))), static unit => GroupEmitter.Emit(unit.File, unit.group));
        Emit(context, "RootClients", models.Select(static (model, _) => RootClientModel.Of(model)), static unit => ClientEmitter.Emit(unit));
        Emit(context, "Options", models.Select(static (model, _) => (model.File, OptionsModel.Of(model))), static unit => OptionsEmitter.Emit(unit.File, unit.Item2));
        Emit(context, "Operations", models.Select(static (model, _) => (model.File, OperationInfoModel.All(model))), static unit => OperationsEmitter.Emit(unit.File, unit.Item2));
        Emit(context, "Headers", models.Where(static model => model.Headers.Count > 0).Select(static (model, _) => (model.File, model.Headers)), static unit => HeadersEmitter.Emit(unit.File, unit.Headers));
        Emit(context, "Errors", models.Select(static (model, _) => (model.File, model.Errors)), static unit => new ErrorsEmitter(unit.File, unit.Errors).Emit());
        Emit(context, "BaseExceptions", models.Select(static (model, _) => (model.File, model.Errors.Api)), static unit => new ExceptionEmitter(unit.File).Base(unit.Api));
        Emit(context, "StatusExceptions", models.SelectMany(static (model, _) => model.Errors.Statuses.Select(status => (model.File, StatusExceptionModel.Of(status)))), static unit => new ExceptionEmitter(unit.File).Status(unit.Item2));
        Emit(context, "CodeExceptions", models.SelectMany(static (model, _) => model.Errors.Codes.Select(error => (model.File, CodeExceptionModel.Of(error)))), static unit => new ExceptionEmitter(unit.File).Code(unit.Item2));
    }

    private static void Emit<T>(IncrementalGeneratorInitializationContext context, string name, IncrementalValuesProvider<T> units, Func<T, EmittedFile> emit) =>
        context.RegisterSourceOutput(units.WithTrackingName(name), (output, unit) =>
        {
            EmittedFile file = emit(unit);
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        });

    private static SourceFile ReadFile(AdditionalText file, CancellationToken token) => new(file.Path, file.GetText(token)?.ToString() ?? "");

    private static ClientInput Join(ProjectItem document, ImmutableArray<SourceFile> catalogs, ImmutableArray<SourceFile> parts, CancellationToken token)
    {
        SourceFile file = ReadFile(document.File, token);
        SourceFile? catalog = document.Errors.Length == 0 ? null : catalogs.FirstOrDefault(found => string.Equals(found.Path, document.Errors, StringComparison.Ordinal));
        return new ClientInput(
            file,
            catalog,
            document.Errors.Length > 0 && catalog is null ? document.Errors : null,
            document.Settings.Settings with { Catalog = catalog is null ? "" : Path.GetFileName(catalog.Path) })
        {
            Parts = ClientParts.Of(file, parts),
            Problems = document.Settings.Problems,
        };
    }
}
