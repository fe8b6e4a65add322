using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Where the $refs end that lead away from values, over any number of them. Each is followed once, however many lead to it.</summary>
/// <param name="find">What one $ref points to; null where there is nothing.</param>
internal sealed class ReferenceChains(Func<ScalarNode, Node?> find)
{
    private readonly Dictionary<Node, ChainEnd> _ends = [];

    public ChainEnd Of(Node node)
    {
        List<MappingNode> chain = [];
        HashSet<Node> visited = [];
        ChainEnd end;
        while (!_ends.TryGetValue(node, out end))
        {
            if (node is not MappingNode mapping || ReferenceResolver.ReferenceOf(mapping) is not { } reference)
            {
                end = new ChainEnd(node);
                break;
            }

            if (!visited.Add(node))
            {
                end = CloseCircle(chain, mapping);
                break;
            }

            chain.Add(mapping);
            if (reference is not ScalarNode { Kind: ScalarKind.String } scalar || find(scalar) is not { } target)
            {
                end = new ChainEnd(null) { Broken = reference };
                break;
            }

            node = target;
        }

        foreach (MappingNode link in chain.Where(link => !_ends.ContainsKey(link)))
        {
            _ends.Add(link, end);
        }

        return end;
    }

    /// <summary>Each of a circle comes back to itself; what leads into it comes back to where it enters.</summary>
    private ChainEnd CloseCircle(List<MappingNode> chain, MappingNode entry)
    {
        foreach (MappingNode link in chain.Skip(chain.IndexOf(entry)))
        {
            _ends.Add(link, new ChainEnd(null) { Circle = (ScalarNode)ReferenceResolver.ReferenceOf(link)! });
        }

        return _ends[entry];
    }
}

/// <summary>What a value stands for.</summary>
/// <param name="Value">The value at the end; null where there is none.</param>
internal readonly record struct ChainEnd(Node? Value)
{
    /// <summary>The $ref that points to nothing; null where the value is found, or the $refs make a circle.</summary>
    public Node? Broken { get; init; }

    /// <summary>The $ref at which they come back to themselves; null where they do not.</summary>
    public ScalarNode? Circle { get; init; }
}
