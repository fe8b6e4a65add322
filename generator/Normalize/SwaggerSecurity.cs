using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>The security definitions of Swagger 2.0 (4.4.27) as security schemes of OpenAPI 3.0.</summary>
internal static class SwaggerSecurity
{
    private static readonly string[] s_flowMembers = ["authorizationUrl", "tokenUrl", "scopes"];

    public static Node Convert(Node definitions)
    {
        if (definitions is not MappingNode mapping)
        {
            return Reshaping.Copy(definitions);
        }

        MappingNode schemes = Reshaping.Mapping(mapping);
        foreach (Node definition in mapping.Values)
        {
            Reshaping.Add(schemes, definition.Key!.Text, definition is MappingNode scheme ? Convert(scheme) : Reshaping.Copy(definition), definition);
        }

        return schemes;
    }

    private static MappingNode Convert(MappingNode definition)
    {
        MappingNode scheme = Reshaping.Mapping(definition);
        foreach (Node member in definition.Values)
        {
            switch (definition.Text("type"), member.Key!.Text)
            {
                case ("basic", "type"):
                    Reshaping.Add(scheme, "type", Reshaping.Text(member, "http"), member);
                    Reshaping.Add(scheme, "scheme", Reshaping.Text(member, "basic"), member);
                    break;
                case ("oauth2", "flow"):
                    Reshaping.Add(scheme, "flows", Flows(definition, member), member);
                    break;
                case ("oauth2", "authorizationUrl" or "tokenUrl" or "scopes"):
                    break;
                default:
                    Reshaping.Keep(scheme, member);
                    break;
            }
        }

        return scheme;
    }

    private static MappingNode Flows(MappingNode definition, Node flow)
    {
        MappingNode members = Reshaping.Mapping(flow);
        foreach (Node member in s_flowMembers.Select(name => definition[name]).OfType<Node>())
        {
            Reshaping.Keep(members, member);
        }

        MappingNode flows = Reshaping.Mapping(flow);
        string name = (flow as ScalarNode)?.Text switch
        {
            "application" => "clientCredentials",
            "accessCode" => "authorizationCode",
            { } other => other,
            null => "",
        };
        Reshaping.Add(flows, name, members, flow);
        return flows;
    }
}
