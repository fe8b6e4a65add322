using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the addresses of an authorization server in a security scheme (OpenAPI 3.2, sections 4.27 to 4.29).</summary>
internal static class OAuthLowering
{
    /// <summary>The flows with a token endpoint, the one first that programs use by themselves. All flows of a scheme are of one server.</summary>
    private static readonly string[] s_flows = ["clientCredentials", "deviceAuthorization", "authorizationCode", "password"];

    /// <param name="property">The option that takes the token itself.</param>
    /// <returns>Null where the document names no address at all: then the caller has to bring the token.</returns>
    public static OAuthModel? Lower(SecurityScheme scheme, string property, NameScope options)
    {
        MappingNode? flows = scheme.Node.Mapping("flows");
        List<MappingNode> declared = s_flows.Select(flow => flows?.Mapping(flow)).OfType<MappingNode>().ToList();
        string token = First("tokenUrl");
        string device = flows?.Mapping("deviceAuthorization")?.Text("deviceAuthorizationUrl") ?? "";
        string discovery = scheme.Type == "openIdConnect" ? scheme.Node.Text("openIdConnectUrl") ?? "" : scheme.Node.Text("oauth2MetadataUrl") ?? "";
        if (token.Length == 0 && discovery.Length == 0)
        {
            return null;
        }

        string refresh = First("refreshUrl");
        string name = options.Take(property.EndsWith("Token", StringComparison.Ordinal) && property.Length > "Token".Length ? $"{property.Substring(0, property.Length - "Token".Length)}Grant" : $"{property}Grant");
        return new OAuthModel(name, Identifier.LowerFirst(name), token, refresh == token ? "" : refresh, device, discovery);

        string First(string url) => declared.Select(flow => flow.Text(url)).FirstOrDefault(address => !string.IsNullOrEmpty(address)) ?? "";
    }
}
