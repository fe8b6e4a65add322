using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>A document, and perhaps a catalog, as the generator's model of a client.</summary>
internal sealed class LoweredClient
{
    private readonly ParsedClient _client;

    private LoweredClient(string document, string? catalog, ClientSettings settings) =>
        _client = ClientParser.Parse(new ClientInput(new SourceFile("openapi.yaml", document), catalog is null ? null : new SourceFile("errors.yaml", catalog), MissingCatalog: null, settings));

    public ApiModel Model => Assert.IsType<ApiModel>(_client.Model);

    /// <summary>The problems as an editor lists them: <c>DRG1003 2:1</c>, line and column starting at 1.</summary>
    public IReadOnlyList<string> Problems => [.. _client.Diagnostics.Select(problem =>
        string.Create(CultureInfo.InvariantCulture, $"{problem.Descriptor.Id} {problem.Span.StartLine + 1}:{problem.Span.StartColumn + 1}"))];

    public IReadOnlyList<string> Messages => [.. _client.Diagnostics.Select(Message)];

    /// <summary>What is said of all but media types, of which a body has one where the document offers several.</summary>
    public IReadOnlyList<string> MessagesBesideMediaTypes => [.. _client.Diagnostics.Where(problem => problem.Descriptor != Descriptors.MediaTypeNotOffered).Select(Message)];

    public IReadOnlyList<OperationModel> Operations => [.. Model.Groups.SelectMany(group => group.Operations)];

    /// <summary>A document of OpenAPI 3.1 called Pets with these members, and a catalog of version 1 with those.</summary>
    public static LoweredClient Of(string body, string? catalog = null) =>
        new($"openapi: 3.1.0\ninfo: {{ title: Pets, version: '1' }}\n{body}", catalog is null ? null : $"catalog: 1\n{catalog}", new ClientSettings("openapi.yaml", "errors.yaml", "", "", ""));

    /// <summary>The same, in which the generator finds no problem. Of several media types it may have to choose.</summary>
    public static LoweredClient Good(string body, string? catalog = null)
    {
        LoweredClient client = Of(body, catalog);
        Assert.Empty(client.MessagesBesideMediaTypes);
        return client;
    }

    /// <summary>A document whose one operation answers with the schema <c>A</c>; each of its schemas is one line.</summary>
    public static LoweredClient OfSchemas(params string[] schemas) => Of(DocumentOf("get: { operationId: getA, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } }", schemas));

    /// <summary>A document with one path, <c>/a</c>, and these schemas.</summary>
    public static LoweredClient OfPathItem(string item, params string[] schemas) => Of(DocumentOf(item, schemas));

    public RecordModel Record(string name) => Assert.Single(Model.Records, record => record.Name == name);

    public EnumModel Enum(string name) => Assert.Single(Model.Enums, item => item.Name == name);

    public OperationModel Operation(string id) => Assert.Single(Operations, operation => operation.Id == id);

    private static string DocumentOf(string item, string[] schemas) => $$"""
        paths:
          /a:
            {{item.ReplaceLineEndings("\n    ")}}
        components:
          schemas:
            None: {}
            {{string.Join("\n    ", schemas)}}
        """;

    private static string Message(DiagnosticInfo problem) => problem.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture);
}
