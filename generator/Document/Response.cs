using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NSwag;

namespace Dragoman.Generator.Document;

/// <summary>A response (OpenAPI 3.1, section 4.8.17) under its status, its range of statuses, or <c>default</c>.</summary>
internal sealed class Response
{
    public Response(string key, OpenApiResponse response, NodeTable nodes, SchemaTable schemas)
    {
        Key = key;
        Node = (MappingNode)SchemaTable.NodeOf(response.ExtensionData, nodes)!;
        Contents = Content.ReadAll(Node, response.Content, schemas);
        Headers = ResponseHeader.ReadAll(Node, schemas);
    }

    public string Key { get; }

    public MappingNode Node { get; }

    public IReadOnlyList<Content> Contents { get; }

    public IReadOnlyList<ResponseHeader> Headers { get; }

    public string? Description => Node.Text("description") ?? Node.Text("summary");
}
