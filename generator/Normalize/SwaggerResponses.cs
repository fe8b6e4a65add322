using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Responses of Swagger 2.0 (4.4.14) as responses of OpenAPI 3.0.</summary>
internal sealed class SwaggerResponses(Reshaping reshaping, SwaggerReferences references, SwaggerSchemas schemas)
{
    private readonly Dictionary<(Node Response, Node? Produces), MappingNode> _responses = [];

    public MappingNode All(MappingNode responses, SequenceNode? produces)
    {
        MappingNode result = Reshaping.Mapping(responses);
        foreach (Node response in responses.Values)
        {
            bool isExtension = response.Key!.Text.StartsWith("x-", StringComparison.Ordinal);
            Reshaping.Add(result, response.Key.Text, isExtension ? Reshaping.Copy(response) : Convert(response, produces), response);
        }

        return result;
    }

    /// <summary>A response; one that is shared takes the media types of each operation that it is an answer of.</summary>
    private Node Convert(Node node, SequenceNode? produces)
    {
        if (references.Resolve(node) is not { } response)
        {
            return Reshaping.Copy(node);
        }

        if (_responses.TryGetValue((response, produces), out MappingNode? known))
        {
            return known;
        }

        MappingNode result = reshaping.Has(response) ? Reshaping.Mapping(response) : reshaping.Replace(response);
        _responses.Add((response, produces), result);
        foreach (Node member in response.Values)
        {
            switch (member.Key!.Text)
            {
                case "schema":
                    Reshaping.Add(result, "content", Contents(response, member, produces), member);
                    break;
                case "headers" when member is MappingNode headers:
                    Reshaping.Add(result, "headers", Headers(headers), headers);
                    break;
                case "examples":
                    break;
                default:
                    Reshaping.Keep(result, member);
                    break;
            }
        }

        return result;
    }

    private MappingNode Contents(MappingNode response, Node schema, SequenceNode? produces)
    {
        bool isFile = references.Resolve(schema)?.Text("type") == "file";
        IReadOnlyList<ScalarNode> mediaTypes = SwaggerMediaTypes.Of(produces, schema, isFile ? "*/*" : "application/json");
        if (isFile && mediaTypes.All(type => IsJson(type.Text)))
        {
            // A file is no JSON value, whatever its content is.
            mediaTypes = [Reshaping.Text(schema, "*/*")];
        }

        MappingNode content = Reshaping.Mapping(schema);
        Node converted = schemas.Convert(schema);
        foreach (ScalarNode mediaType in mediaTypes.Where(type => !isFile || !IsJson(type.Text)))
        {
            MappingNode media = Reshaping.Mapping(schema);
            Reshaping.Add(media, "schema", converted, schema);
            if (response.Mapping("examples")?[mediaType.Text] is { } example)
            {
                Reshaping.Keep(media, example, "example");
            }

            content.TryAdd(mediaType, media);
        }

        return content;
    }

    private MappingNode Headers(MappingNode headers)
    {
        MappingNode result = Reshaping.Mapping(headers);
        foreach (Node node in headers.Values)
        {
            Node header = node is MappingNode mapping && !SwaggerReferences.Is(mapping) ? Header(mapping) : Reshaping.Copy(node);
            Reshaping.Add(result, node.Key!.Text, header, node);
        }

        return result;
    }

    private MappingNode Header(MappingNode header)
    {
        MappingNode result = Reshaping.Mapping(header);
        if (header["description"] is { } description)
        {
            Reshaping.Keep(result, description);
        }

        SwaggerParameters.AddStyle(result, header);
        MappingNode schema = schemas.ConvertMembers(header, header.Values.Where(member => member.Key!.Text != "description"), Reshaping.Mapping(header));
        Reshaping.Add(result, "schema", schema, header);
        return result;
    }

    private static bool IsJson(string mediaType)
    {
        string essence = MediaTypeKey.Essence(mediaType);
        return essence == "application/json" || essence.EndsWith("+json", StringComparison.Ordinal);
    }
}
