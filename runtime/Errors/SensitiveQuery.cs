namespace Dragoman;

/// <summary>Knows by their names the query parameters that carry secrets, whether the operation has them or a link.</summary>
internal static class SensitiveQuery
{
    /// <summary>Compared with names without hyphens and underscores.</summary>
    private static readonly string[] s_nameParts = ["token", "secret", "password", "credential", "signature", "apikey", "accesskey", "subscriptionkey"];

    /// <summary>A shorter value is no secret worth the name, and is in too many texts.</summary>
    private const int Shortest = 8;

    public static IEnumerable<string> Secrets(ApiCall call)
    {
        string query = call.Options?.Link is { OriginalString: var link } ? link[(link.IndexOf('?') + 1)..].Split('#')[0] : call.QueryString;
        foreach (string pair in query.Split('&'))
        {
            if (pair.IndexOf('=') is > 0 and int equals && IsSensitive(pair[..equals]) && Uri.UnescapeDataString(pair[(equals + 1)..]) is { Length: >= Shortest } value)
            {
                yield return value;
            }
        }
    }

    private static bool IsSensitive(string name)
    {
        string plain = Uri.UnescapeDataString(name).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return s_nameParts.Any(part => plain.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
