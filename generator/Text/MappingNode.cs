namespace Dragoman.Generator.Text;

/// <summary>A YAML mapping or JSON object, its entries in document order and its keys unique.</summary>
internal sealed class MappingNode(SourceFile file, SourceSpan span) : Node(file, span)
{
    private readonly List<Node> _values = [];
    private readonly Dictionary<string, Node> _byKey = new(StringComparer.Ordinal);

    /// <summary>The values in document order; each knows its <see cref="Node.Key"/>.</summary>
    public IReadOnlyList<Node> Values => _values;

    public Node? this[string key] => _byKey.TryGetValue(key, out Node? value) ? value : null;

    public IEnumerable<string> Keys => _values.Select(value => value.Key!.Text);

    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>The text of a scalar member; null where it is absent, null or not a scalar.</summary>
    public string? Text(string key) => this[key] is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    public MappingNode? Mapping(string key) => this[key] as MappingNode;

    public SequenceNode? Sequence(string key) => this[key] as SequenceNode;

    /// <summary>True where a member is there and says <c>true</c>.</summary>
    public bool Flag(string key) => this[key] is ScalarNode { Kind: ScalarKind.Boolean } scalar && scalar.Text is "true" or "True" or "TRUE";

    internal bool TryAdd(ScalarNode key, Node value)
    {
        if (_byKey.ContainsKey(key.Text))
        {
            return false;
        }

        _byKey.Add(key.Text, value);
        _values.Add(value);
        value.Attach(this, key);
        return true;
    }

    internal override Node Copy()
    {
        MappingNode copy = new(File, Span);
        foreach (Node value in _values)
        {
            copy.TryAdd(value.Key!, value.Copy());
        }

        return copy;
    }
}
