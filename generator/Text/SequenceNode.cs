namespace Dragoman.Generator.Text;

/// <summary>A YAML sequence or JSON array.</summary>
internal sealed class SequenceNode(SourceFile file, SourceSpan span) : Node(file, span)
{
    private readonly List<Node> _items = [];

    public IReadOnlyList<Node> Items => _items;

    public IEnumerable<string> Texts => _items.OfType<ScalarNode>().Select(item => item.Text);

    public int IndexOf(Node item) => _items.IndexOf(item);

    internal void Add(Node item)
    {
        _items.Add(item);
        item.Attach(this, null);
    }

    internal override Node Copy()
    {
        SequenceNode copy = new(File, Span);
        foreach (Node item in _items)
        {
            copy.Add(item.Copy());
        }

        return copy;
    }
}
