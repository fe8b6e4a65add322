using Dragoman.Generator.Text;

namespace Dragoman.Generator.Document;

/// <summary>A security scheme (OpenAPI 3.1, section 4.8.27), read from its node: NSwag 13 refuses some of its kinds.</summary>
internal sealed record SecurityScheme(string Name, MappingNode Node)
{
    public string? Type => Node.Text("type");

    /// <summary>The HTTP authentication scheme in lower case, of a scheme of type <c>http</c>.</summary>
    public string? HttpScheme => Node.Text("scheme")?.ToLowerInvariant();
}
