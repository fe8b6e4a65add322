using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NSwag;

namespace Dragoman.Generator.Document;

/// <summary>An operation (OpenAPI 3.1, section 4.8.10) with the parameters of its path.</summary>
internal sealed class Operation
{
    public Operation(string path, string method, OpenApiOperation operation, CanonicalDocument canonical, SchemaTable schemas)
    {
        Node = (MappingNode)SchemaTable.NodeOf(operation.ExtensionData, canonical.Nodes)!;
        Key = path;
        Method = MethodKey.Method(method);
        Id = operation.OperationId is { Length: > 0 } id ? id : null;
        IsDeprecated = operation.IsDeprecated;
        Tags = operation.Tags.ToList();
        Parameters = operation.ActualParameters
            .Where(parameter => parameter.Kind != OpenApiParameterKind.Body)
            .Select(parameter => new Parameter(parameter, canonical.Nodes, schemas))
            .ToList();
        Path = PathTemplate.Plain(PathTemplate.Sent(path, NamesIn(ParameterPlace.Query)), NamesIn(ParameterPlace.Path));
        Root = canonical.Root;
        if (operation.RequestBody is { } body)
        {
            RequestBody = new RequestBody((MappingNode)canonical.References.Follow(Node["requestBody"]!)!, body.IsRequired, body.Content, schemas);
        }

        Received = Message(ChannelKey.Received);
        Sent = Message(ChannelKey.Sent);
        Responses = operation.Responses.Where(response => !ChannelKey.Is(response.Key)).Select(response => new Response(response.Key, response.Value, canonical.Nodes, schemas)).ToList();

        IReadOnlyCollection<string> NamesIn(ParameterPlace place) => Parameters.Where(parameter => parameter.Place == place).Select(parameter => parameter.Name).ToList();
        Schema? Message(string key) => operation.Responses.TryGetValue(key, out OpenApiResponse? message) ? schemas.Of(message.Content["application/json"].Schema) : null;
    }

    public MappingNode Node { get; }

    /// <summary>The path as the document writes it; of several operations of one path and method, what tells them apart.</summary>
    public string Key { get; }

    /// <summary>The template of the path as it is sent, with the query that all calls share.</summary>
    public string Path { get; }

    /// <summary>The HTTP method as it is sent.</summary>
    public string Method { get; }

    public string? Id { get; }

    /// <summary>How to speak of the operation: its id, else method and path.</summary>
    public string DisplayName => Id ?? $"{Method} {Key}";

    public bool IsDeprecated { get; }

    public IReadOnlyList<string> Tags { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    public RequestBody? RequestBody { get; }

    public IReadOnlyList<Response> Responses { get; }

    /// <summary>The schema of the messages that come over the operation's WebSocket; null where it has none.</summary>
    public Schema? Received { get; }

    /// <summary>The schema of the JSON messages that are sent over it; null where there are none.</summary>
    public Schema? Sent { get; }

    /// <summary>The Security Requirement Objects that hold for the operation (section 4.8.30): its own, else the document's.</summary>
    public SequenceNode? Security => Node.Sequence("security") ?? Root.Sequence("security");

    /// <summary>The Server Objects that hold for the operation in place of the document's (sections 4.8.9 and 4.8.10): its own, else those of its path; null where it has none.</summary>
    public SequenceNode? Servers => Node.Sequence("servers") ?? PathItem?.Sequence("servers");

    /// <summary>Where the operation stands, which may be behind a $ref.</summary>
    private MappingNode? PathItem => (Node.Parent is { Key.Text: "additionalOperations" } others ? others.Parent : Node.Parent) as MappingNode;

    private MappingNode Root { get; }
}
