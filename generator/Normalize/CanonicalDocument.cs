using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>
/// An OpenAPI document of any version in the one shape the object model reads: OpenAPI 3.0, structure only, every schema that is
/// referred to a component. Texts and literals stay in <see cref="Root"/>; <see cref="NodeKey"/> leads back to them.
/// </summary>
internal sealed class CanonicalDocument(string json, MappingNode root, NodeTable nodes, ReferenceResolver references, IReadOnlyList<KeyValuePair<string, MappingNode>> securitySchemes, IReadOnlyList<KeyValuePair<string, Node>> namedSchemas)
{
    /// <summary>The extension that carries the number of the located node an object was made from.</summary>
    public const string NodeKey = "x-node";

    /// <summary>The extension that marks a schema whose $ref could not be followed, so that what needs it is left out by name.</summary>
    public const string UnresolvedKey = "x-unresolved";

    public string Json { get; } = json;

    public MappingNode Root { get; } = root;

    public NodeTable Nodes { get; } = nodes;

    /// <summary>Follows the $refs of nodes that carry no number through the object model; normalizing has found them good or reported them.</summary>
    public ReferenceResolver References { get; } = references;

    /// <summary>The schemas that have a name: the components by their keys, then what $refs lead to in parts; in an order that the document's does not change.</summary>
    public IReadOnlyList<KeyValuePair<string, Node>> NamedSchemas { get; } = namedSchemas;

    /// <summary>The security schemes by name, each the object that its $refs lead to.</summary>
    public IReadOnlyList<KeyValuePair<string, MappingNode>> SecuritySchemes { get; } = securitySchemes;
}
