using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>The servers that <c>host</c>, <c>basePath</c> and <c>schemes</c> of Swagger 2.0 (4.4.1) stand for.</summary>
internal static class SwaggerServers
{
    /// <summary>One server for each scheme that HTTP has, the encrypted first; null where the document names neither host nor path.</summary>
    public static SequenceNode? Of(MappingNode root)
    {
        string path = root.Text("basePath") is { } text && text.Trim('/').Length > 0 ? $"/{text.Trim('/')}" : "";
        if (root["host"] is ScalarNode { Kind: not ScalarKind.Null } host)
        {
            string[] schemes = [.. (root.Sequence("schemes")?.Texts ?? []).Where(scheme => scheme is "http" or "https").OrderBy(scheme => scheme == "https" ? 0 : 1)];
            return List(host, (schemes.Length > 0 ? schemes : ["https"]).Select(scheme => $"{scheme}://{host.Text}{path}"));
        }

        return path.Length > 0 ? List(root["basePath"]!, [path]) : null;
    }

    private static SequenceNode List(Node origin, IEnumerable<string> urls)
    {
        SequenceNode servers = Reshaping.Sequence(origin);
        foreach (string url in urls)
        {
            MappingNode server = Reshaping.Mapping(origin);
            Reshaping.Add(server, "url", Reshaping.Text(origin, url), origin);
            servers.Add(server);
        }

        return servers;
    }
}
