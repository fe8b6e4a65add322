using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>Where a document says that requests go (OpenAPI 3.1, section 4.8.5; 2.0, <c>host</c>).</summary>
internal static class ServerAddress
{
    /// <summary>What an operation's path is appended to.</summary>
    /// <param name="client">The base address of the client.</param>
    /// <param name="isGiven">Whether the caller gave it, since the document has none.</param>
    public static string Of(DeclaredCall call, Uri client, bool isGiven)
    {
        JsonNode? own = NotEmpty(call.Operation.Node["servers"]) ?? NotEmpty(call.Operation.PathItem["servers"]);
        string? found = isGiven || own is null ? null : Absolute(own) ?? Urls(own).Where(url => url.StartsWith('/')).Select(url => new Uri(client, url).AbsoluteUri).FirstOrDefault();
        return (found ?? client.AbsoluteUri).TrimEnd('/');
    }

    /// <summary>The address that a document gives to all of its operations; null where it is relative to where the document came from.</summary>
    public static string? Of(JsonNode root)
    {
        if (root["swagger"] is null)
        {
            return Absolute(root["servers"])?.TrimEnd('/');
        }

        string[] schemes = [.. (root["schemes"] as JsonArray ?? []).Select(scheme => scheme!.ToString()).Where(scheme => scheme is "http" or "https")];
        string scheme = schemes.Contains("https") || schemes.Length == 0 ? "https" : schemes[0];
        return root["host"] is { } host ? $"{scheme}://{host}{root["basePath"]}".TrimEnd('/') : null;
    }

    private static string? Absolute(JsonNode? servers) => Urls(servers)
        .FirstOrDefault(url => url.Contains("://", StringComparison.Ordinal) && !url.Contains('{') && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https"));

    private static IEnumerable<string> Urls(JsonNode? servers) => (servers as JsonArray ?? [])
        .OfType<JsonObject>()
        .Where(server => server["url"] is JsonValue)
        .Select(server => (server["variables"] as JsonObject ?? []).Aggregate(server["url"]!.ToString(), (url, variable) => variable.Value?["default"] is { } value ? url.Replace($"{{{variable.Key}}}", value.ToString(), StringComparison.Ordinal) : url));

    private static JsonNode? NotEmpty(JsonNode? servers) => servers is JsonArray { Count: > 0 } ? servers : null;
}
