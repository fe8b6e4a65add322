using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Follows the $refs of a Swagger document to see what stands behind them. What cannot be followed is reported later, where it is needed.</summary>
internal sealed class SwaggerReferences(DocumentFiles files)
{
    private readonly ReferenceChains _chains = new(reference => files.Find(reference, reference.Text).Target);

    public static bool Is(Node node) => node is MappingNode mapping && mapping.Has("$ref");

    /// <summary>What one $ref points to; null where there is none.</summary>
    public Node? Target(Node node) =>
        (node as MappingNode)?["$ref"] is ScalarNode { Kind: ScalarKind.String } reference ? files.Find(reference, reference.Text).Target : null;

    /// <summary>The object that a value stands for; null where it stands for none.</summary>
    public MappingNode? Resolve(Node node) => _chains.Of(node).Value as MappingNode;
}
