using Dragoman.Generator.Text;

namespace Dragoman.Generator.Document;

/// <summary>A header of a response (OpenAPI 3.1, section 4.8.21), read from its nodes: the object model adds nothing to them.</summary>
/// <param name="Schema">Null where its value is described otherwise, or not at all.</param>
internal sealed record ResponseHeader(string Name, MappingNode Node, MappingNode? Schema)
{
    public string? Description => Node.Text("description") ?? Schema?.Text("description");

    public static IReadOnlyList<ResponseHeader> ReadAll(MappingNode response, SchemaTable schemas)
    {
        List<ResponseHeader> headers = [];
        foreach (Node node in response.Mapping("headers")?.Values ?? [])
        {
            if (schemas.References.Follow(node) is MappingNode header)
            {
                headers.Add(new ResponseHeader(node.Key!.Text, header, header["schema"] is { } schema ? schemas.References.Follow(schema) as MappingNode : null));
            }
        }

        return headers;
    }
}
