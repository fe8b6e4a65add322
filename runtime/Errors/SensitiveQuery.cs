namespace Dragoman;

/// <summary>Knows by their names the query parameters that carry secrets, whether the operation has them or a link.</summary>
internal static class SensitiveQuery
{
    /// <summary>What is a secret in queries alone: with it comes the right to the signed address.</summary>
    private static readonly string[] s_nameParts = ["signature"];

    /// <summary>A shorter value is no secret worth the name, and is in too many texts.</summary>
    private const int Shortest = 8;

    public static IEnumerable<string> Secrets(ApiCall call)
    {
        string query = call.Options?.Link is { OriginalString: var link } ? link[(link.IndexOf('?') + 1)..].Split('#')[0] : call.QueryString;
        foreach (string pair in query.Split('&'))
        {
            if (pair.IndexOf('=') is > 0 and int equals && SecretName.Is(Uri.UnescapeDataString(pair[..equals]), s_nameParts) && Uri.UnescapeDataString(pair[(equals + 1)..]) is { Length: >= Shortest } value)
            {
                yield return value;
            }
        }
    }
}
