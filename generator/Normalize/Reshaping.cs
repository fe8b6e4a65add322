using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Makes the nodes of a document's new shape. Each keeps the place, and by its origin the JSON pointer, of what it stands for.</summary>
internal sealed class Reshaping
{
    private readonly Dictionary<Node, Node> _replaced = [];

    /// <summary>What stands in the new shape for a node of the old one; the node itself where it has no other shape.</summary>
    public Node Of(Node origin) => _replaced.TryGetValue(origin, out Node? node) ? node : origin;

    public bool Has(Node origin) => _replaced.ContainsKey(origin);

    /// <summary>An empty object that stands for a node from now on.</summary>
    public MappingNode Replace(Node origin)
    {
        MappingNode node = Mapping(origin);
        _replaced[origin] = node;
        return node;
    }

    public static MappingNode Mapping(Node origin) => new(origin.File, origin.Span) { Origin = origin };

    public static SequenceNode Sequence(Node origin) => new(origin.File, origin.Span) { Origin = origin };

    /// <summary>A text that the document does not write so, at the place where it says it.</summary>
    public static ScalarNode Text(Node origin, string text, ScalarKind kind = ScalarKind.String) => new(origin.File, origin.Span, text, kind) { Origin = origin };

    /// <summary>Adds a member under another name than the document's, which is still shown as its name.</summary>
    public static void Add(MappingNode owner, string name, Node value, Node origin)
    {
        SourceSpan span = origin.NameSpan;
        owner.TryAdd(new ScalarNode(origin.File, span, name, ScalarKind.String), value);
    }

    /// <summary>Adds a copy of a member that is the same in both shapes.</summary>
    public static void Keep(MappingNode owner, Node member, string? name = null) => Add(owner, name ?? member.Key!.Text, Copy(member), member);

    /// <summary>A copy that stands for the original.</summary>
    public static Node Copy(Node node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                return Text(scalar, scalar.Text, scalar.Kind);
            case SequenceNode sequence:
                SequenceNode items = Sequence(sequence);
                foreach (Node item in sequence.Items)
                {
                    items.Add(Copy(item));
                }

                return items;
            default:
                MappingNode members = Mapping(node);
                foreach (Node member in ((MappingNode)node).Values)
                {
                    Keep(members, member);
                }

                return members;
        }
    }
}
