using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the base address in the Server Objects of a document (OpenAPI 3.1, 4.8.5).</summary>
internal static class ServerLowering
{
    /// <summary>The first absolute URL, its variables at their defaults; null where there is none, and the caller of the client must say.</summary>
    public static string? BaseAddress(ApiDocument document, DiagnosticBag diagnostics)
    {
        foreach (MappingNode server in (document.Root.Sequence("servers")?.Items ?? []).OfType<MappingNode>())
        {
            if (server["url"] is not ScalarNode url)
            {
                continue;
            }

            string address = url.Text;
            foreach (MappingNode variable in (server.Mapping("variables")?.Values ?? []).OfType<MappingNode>())
            {
                string expression = $"{{{variable.Key!.Text}}}";
                address = address.Replace(expression, variable.Text("default") ?? expression);
            }

            // A relative URL is relative to where the document was served from, which a checked-in document no longer knows.
            bool isRelative = !address.Contains("://") && !address.StartsWith("//", StringComparison.Ordinal);
            if (!isRelative && Problem(address) is { } problem)
            {
                diagnostics.Report(Descriptors.BadServer, url, url.Text, problem);
            }
            else if (!isRelative)
            {
                return address.TrimEnd('/');
            }
        }

        return null;
    }

    private static string? Problem(string address) =>
        address.IndexOf('{') >= 0 ? "it has a variable without a default"
        : !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") ? "it is not an http or https URL"
        : uri.UserInfo.Length > 0 ? "a URL with a user name or password sends them to everyone who reads it"
        : uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "a base address has neither query nor fragment"
        : null;
}
