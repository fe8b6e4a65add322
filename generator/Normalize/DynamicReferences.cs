using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>
/// Gives schemas with a <c>$dynamicRef</c> the shape that they have where another schema says what it stands for (JSON Schema 2020-12, 8.2.3.2),
/// as arguments do for a generic type.
/// </summary>
/// <param name="find">What a reference points to without that; null where there is nothing.</param>
internal sealed class DynamicReferences(Func<ScalarNode, Node?> find)
{
    /// <summary>More shapes than a document has use for; further ones are left as they are without arguments.</summary>
    private const int Limit = 500;

    private readonly Dictionary<Node, Node> _targets = [];
    private readonly Dictionary<Node, ILookup<string, Node>> _anchors = [];
    private readonly List<(Node Schema, IReadOnlyDictionary<string, Node> Anchors, Node Copy)> _copies = [];

    /// <summary>True where there are so many shapes that further ones are not made.</summary>
    public bool IsFull => _copies.Count == Limit;

    /// <summary>What a reference within a shape that was made here points to, and a <c>$dynamicRef</c> where nothing else is said of its anchor; null for any other.</summary>
    public Node? TargetOf(Node reference) => _targets.TryGetValue(reference, out Node? target) ? target : Nearest(reference);

    /// <summary>The schema that a $ref points to, in the shape that it has where the $ref stands; the schema itself where it always has the same.</summary>
    public Node Bind(MappingNode user, Node target) => _targets.ContainsKey(user["$ref"] ?? user) ? target : Bind(target, AnchorsAround(user, new Dictionary<string, Node>()));

    private Node Bind(Node target, IReadOnlyDictionary<string, Node> anchors)
    {
        if (anchors.Count == 0 || !Depends(target, anchors, []))
        {
            return target;
        }

        foreach ((Node schema, IReadOnlyDictionary<string, Node> known, Node made) in _copies)
        {
            if (schema == target && known.Count == anchors.Count && known.All(anchor => anchors.TryGetValue(anchor.Key, out Node? node) && node == anchor.Value))
            {
                return made;
            }
        }

        if (IsFull)
        {
            return target;
        }

        MappingNode copy = Reshaping.Mapping(target);
        _copies.Add((target, anchors, copy));
        Fill(copy, (MappingNode)target, anchors);
        return copy;
    }

    /// <summary>What the schemas around a value, and the value itself, name by <c>$dynamicAnchor</c>: of two of a name the outermost.</summary>
    private static IReadOnlyDictionary<string, Node> AnchorsAround(MappingNode user, IReadOnlyDictionary<string, Node> outer)
    {
        Dictionary<string, Node> anchors = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, Node> anchor in Around(user))
        {
            anchors[anchor.Key] = anchor.Value;
        }

        foreach (KeyValuePair<string, Node> anchor in outer)
        {
            anchors[anchor.Key] = anchor.Value;
        }

        return anchors;
    }

    /// <summary>The anchors of what is around a value, the innermost first.</summary>
    private static IEnumerable<KeyValuePair<string, Node>> Around(Node? node)
    {
        for (; node is not null; node = node.Parent)
        {
            foreach (Node schema in (node as MappingNode)?.Mapping("$defs")?.Values.Append(node) ?? [node])
            {
                if ((schema as MappingNode)?.Text("$dynamicAnchor") is { } name)
                {
                    yield return new(name, schema);
                }
            }
        }
    }

    /// <summary>The anchor around a reference, or else the only one of its name in the file. Among several, nothing says which is meant: then it may be anything.</summary>
    private Node? Nearest(Node reference)
    {
        if (!IsDynamic(reference) || ((ScalarNode)reference).Text is not { Length: > 1 } fragment || fragment[0] != '#')
        {
            return null;
        }

        string name = fragment.Substring(1);
        if (Around(reference.Parent).FirstOrDefault(anchor => anchor.Key == name).Value is { } nearest)
        {
            return nearest;
        }

        Node root = (reference.Origin ?? reference).Root;
        if (!_anchors.TryGetValue(root, out ILookup<string, Node>? anchors))
        {
            anchors = Within(root).ToLookup(schema => schema.Text("$dynamicAnchor")!, schema => (Node)schema, StringComparer.Ordinal);
            _anchors.Add(root, anchors);
        }

        if (anchors[name].Skip(1).Any())
        {
            _targets.Add(reference, Reshaping.Mapping(reference));
        }

        return _targets.TryGetValue(reference, out Node? anything) ? anything : null;
    }

    private static IEnumerable<MappingNode> Within(Node node) =>
        ((node as MappingNode)?.Values ?? (node as SequenceNode)?.Items ?? []).SelectMany(Within).Concat(node is MappingNode schema && schema.Text("$dynamicAnchor") is not null ? [schema] : []);

    /// <summary>True where a schema, or one that it refers to, has a reference that the anchors lead elsewhere.</summary>
    private bool Depends(Node node, IReadOnlyDictionary<string, Node> anchors, HashSet<Node> visited)
    {
        if (!visited.Add(node))
        {
            return false;
        }

        return node switch
        {
            MappingNode mapping => mapping.Values.Any(member => Bound(member, anchors) is { } bound
                ? bound != (TargetOf(member) ?? find((ScalarNode)member))
                : Depends(member, anchors, visited) || (IsReference(member) && find((ScalarNode)member) is { } target && Depends(target, anchors, visited))),
            SequenceNode sequence => sequence.Items.Any(item => Depends(item, anchors, visited)),
            _ => false,
        };
    }

    private static bool IsReference(Node member) => member is ScalarNode { Kind: ScalarKind.String, Key.Text: "$ref" };

    private static bool IsDynamic(Node member) => member is ScalarNode { Kind: ScalarKind.String, Key.Text: "$dynamicRef" };

    /// <summary>What anchors say of a <c>$dynamicRef</c>; null for anything else.</summary>
    private static Node? Bound(Node member, IReadOnlyDictionary<string, Node> anchors) =>
        IsDynamic(member) && ((ScalarNode)member).Text is var text && anchors.TryGetValue(text.Substring(text.IndexOf('#') + 1), out Node? node) ? node : null;

    private void Fill(MappingNode copy, MappingNode source, IReadOnlyDictionary<string, Node> anchors)
    {
        foreach (Node member in source.Values.Where(member => member.Key!.Text != "$defs"))
        {
            if (Bound(member, anchors) is { } bound)
            {
                Refer(copy, member, bound);
            }
            else if (IsReference(member) && find((ScalarNode)member) is { } target)
            {
                Refer(copy, member, Bind(target, AnchorsAround(source, anchors)));
            }
            else
            {
                Reshaping.Add(copy, member.Key!.Text, Copy(member, anchors), member);
            }
        }
    }

    private void Refer(MappingNode copy, Node origin, Node target)
    {
        ScalarNode reference = Reshaping.Text(origin, ((ScalarNode)origin).Text);
        _targets.Add(reference, target);
        Reshaping.Add(copy, "$ref", reference, origin);
    }

    private Node Copy(Node node, IReadOnlyDictionary<string, Node> anchors)
    {
        switch (node)
        {
            case MappingNode mapping:
                MappingNode members = Reshaping.Mapping(mapping);
                Fill(members, mapping, anchors);
                return members;
            case SequenceNode sequence:
                SequenceNode items = Reshaping.Sequence(sequence);
                foreach (Node item in sequence.Items)
                {
                    items.Add(Copy(item, anchors));
                }

                return items;
            default:
                return Reshaping.Copy(node);
        }
    }
}
