namespace Dragoman;

/// <summary>Knows by their names the headers and parameters that carry secrets.</summary>
internal static class SecretName
{
    /// <summary>Compared with names without hyphens and underscores.</summary>
    private static readonly string[] s_parts = ["token", "secret", "password", "credential", "apikey", "accesskey", "subscriptionkey"];

    /// <summary>Whether a name is that of a secret wherever it stands, or has one of the parts that make it one at its place.</summary>
    /// <param name="name">The name.</param>
    /// <param name="others">Those parts, without hyphens and underscores.</param>
    public static bool Is(string name, string[] others)
    {
        string plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return s_parts.Concat(others).Any(part => plain.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
