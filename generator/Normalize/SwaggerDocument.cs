using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Gives a document of Swagger 2.0 the shape of OpenAPI 3.0. What is malformed keeps its shape, and is reported as in any other document.</summary>
internal sealed class SwaggerDocument
{
    private readonly MappingNode _root;
    private readonly SwaggerSchemas _schemas;
    private readonly SwaggerOperations _operations;

    private SwaggerDocument(MappingNode root, DocumentFiles files, Reshaping reshaping)
    {
        _root = root;
        SwaggerReferences references = new(files);
        _schemas = new SwaggerSchemas(reshaping, references);
        SwaggerParameters parameters = new(reshaping, references, _schemas);
        SwaggerResponses responses = new(reshaping, references, _schemas);
        _operations = new SwaggerOperations(root, reshaping, references, parameters, responses);
    }

    /// <summary>True for the one version that is written differently.</summary>
    public static bool Is(MappingNode root) => root["swagger"] is ScalarNode { Text: "2.0" or "2" };

    public static MappingNode Convert(MappingNode root, DocumentFiles files, Reshaping reshaping) => new SwaggerDocument(root, files, reshaping).Convert();

    private MappingNode Convert()
    {
        MappingNode document = Reshaping.Mapping(_root);
        Reshaping.Add(document, "openapi", Reshaping.Text(_root["swagger"]!, "3.0.4"), _root["swagger"]!);
        if (SwaggerServers.Of(_root) is { } servers)
        {
            Reshaping.Add(document, "servers", servers, servers.Origin!);
        }

        MappingNode components = Reshaping.Mapping(_root);
        Reshaping.Add(document, "components", components, _root);
        foreach (Node member in _root.Values)
        {
            Convert(member, document, components);
        }

        _schemas.ConvertReferred();
        return document;
    }

    private void Convert(Node member, MappingNode document, MappingNode components)
    {
        switch (member.Key!.Text)
        {
            case "swagger" or "host" or "basePath" or "schemes" or "consumes" or "produces" or "parameters" or "responses":
                break;
            case "definitions" when member is MappingNode definitions:
                Reshaping.Add(components, "schemas", _schemas.All(definitions), definitions);
                break;
            case "definitions":
                Reshaping.Keep(components, member, "schemas");
                break;
            case "securityDefinitions":
                Reshaping.Add(components, "securitySchemes", SwaggerSecurity.Convert(member), member);
                break;
            case "paths" when member is MappingNode paths:
                Reshaping.Add(document, "paths", _operations.Paths(paths), paths);
                break;
            default:
                Reshaping.Keep(document, member);
                break;
        }
    }
}
