using Dragoman.Generator.Text;

namespace Dragoman.Generator.Document;

/// <summary>A security scheme (OpenAPI 3.1, section 4.8.27), read from its node: NSwag 13 refuses some of its kinds.</summary>
internal sealed record SecurityScheme(string Name, MappingNode Node)
{
    public string? Type => Node.Text("type");

    /// <summary>The HTTP authentication scheme in lower case, of a scheme of type <c>http</c>.</summary>
    public string? HttpScheme => Node.Text("scheme")?.ToLowerInvariant();

    /// <summary>
    /// True where the connection is what authenticates, or the answer to a challenge which the connection's handler gives: a
    /// client has nothing to send by itself. The schemes are those of IANA's registry that begin with a challenge.
    /// </summary>
    public bool IsOfConnection => (Type, HttpScheme) is ("mutualTLS", _)
        or ("http", "digest" or "negotiate" or "ntlm" or "kerberos" or "hoba" or "mutual" or "scram-sha-1" or "scram-sha-256");
}
