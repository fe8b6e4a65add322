using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Numbers the located nodes, so that canonical objects can say where they come from.</summary>
internal sealed class NodeTable
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _numbers = [];

    public Node this[int number] => _nodes[number];

    public int NumberOf(Node node)
    {
        if (!_numbers.TryGetValue(node, out int number))
        {
            number = _nodes.Count;
            _nodes.Add(node);
            _numbers.Add(node, number);
        }

        return number;
    }
}
