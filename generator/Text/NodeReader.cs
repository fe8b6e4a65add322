using Dragoman.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dragoman.Generator.Text;

/// <summary>Reads YAML and JSON (a subset of YAML) into located nodes, refusing whatever could exhaust the process before it does.</summary>
internal sealed class NodeReader
{
    private readonly SourceFile _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private readonly NodeCount _count;

    private NodeReader(SourceFile file, string text, DiagnosticBag diagnostics, NodeCount count)
    {
        _count = count;
        _file = file;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(text));
    }

    private Mark LastMark => _parser.Current?.End ?? Mark.Empty;

    /// <summary>The root of a file; null where it cannot be read, which is then reported.</summary>
    /// <param name="count">Counts the values together with those of other files; null for a file by itself.</param>
    public static Node? Read(SourceFile file, DiagnosticBag diagnostics, NodeCount? count = null)
    {
        if (file.Text.Length > TextLimits.Characters)
        {
            diagnostics.Report(Descriptors.TooLarge, file, SourceSpan.FileStart, $"{TextLimits.Characters} characters");
            return null;
        }

        return ReadText(file, file.Text.TrimStart('\uFEFF'), diagnostics, count ?? new NodeCount());
    }

    private static Node? ReadText(SourceFile file, string text, DiagnosticBag diagnostics, NodeCount count)
    {
        int before = count.Value;
        NodeReader reader = new(file, text, diagnostics, count);
        try
        {
            return reader.ReadDocument();
        }
        catch (Refused)
        {
            return null;
        }
        catch (YamlException problem)
        {
            // libyaml, and so most of the world, accepts a block scalar that starts with a line of spaces. Line numbers stay.
            string emptied = BlankLines.Empty(text);
            if (problem.Message.Contains("extra spaces in first line") && emptied.Length < text.Length)
            {
                count.Value = before;
                return ReadText(file, emptied, diagnostics, count);
            }

            // What is missing at the end of the file is missed after the last event: that is where people look.
            Mark at = problem.Start.Index < text.TrimEnd().Length ? problem.Start : reader.LastMark;
            diagnostics.Report(Descriptors.Syntax, file, Span(at, at), problem.InnerException?.Message ?? problem.Message);
            return null;
        }
    }

    private Node? ReadDocument()
    {
        Next<StreamStart>();
        if (MoveNext() && _parser.Current is StreamEnd)
        {
            _diagnostics.Report(Descriptors.Empty, _file, SourceSpan.FileStart);
            return null;
        }

        MoveNext();
        Node root = ReadNode(depth: 0).Node;
        Next<DocumentEnd>();
        if (MoveNext() && _parser.Current is DocumentStart second)
        {
            _diagnostics.Report(Descriptors.SecondDocument, _file, Span(second.Start, second.Start));
            throw new Refused();
        }

        return root;
    }

    /// <summary>Reads the value whose first event is the current one, and leaves its last event current.</summary>
    private Anchored ReadNode(int depth)
    {
        ParsingEvent first = _parser.Current!;
        SourceSpan span = Span(first.Start, first is Scalar ? first.End : first.Start);
        if (depth > TextLimits.Depth)
        {
            _diagnostics.Report(Descriptors.TooDeep, _file, span, TextLimits.Depth);
            throw new Refused();
        }

        if (first is AnchorAlias alias)
        {
            return Expand(alias, span, depth);
        }

        if (first is not NodeEvent start)
        {
            // YamlDotNet lets a mapping end between a key and its value where the key is empty and the value an alias.
            _diagnostics.Report(Descriptors.Syntax, _file, span, "a value is missing");
            throw new Refused();
        }

        CheckTag(start, span);
        int before = _count.Value;
        CountNodes(1, span);
        int height = 0;
        Node node = first switch
        {
            Scalar scalar => new ScalarNode(_file, span, scalar.Value, Kind(scalar)),
            SequenceStart => ReadSequence(new SequenceNode(_file, span), depth, ref height),
            _ => ReadMapping(new MappingNode(_file, span), depth, ref height),
        };
        Anchored result = new(node, _count.Value - before, height);
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = result;
        }

        return result;
    }

    private Node ReadSequence(SequenceNode sequence, int depth, ref int height)
    {
        while (MoveNext() && _parser.Current is not SequenceEnd)
        {
            Anchored item = ReadNode(depth + 1);
            height = Math.Max(height, item.Height + 1);
            sequence.Add(item.Node);
        }

        return sequence;
    }

    private Node ReadMapping(MappingNode mapping, int depth, ref int height)
    {
        List<Node> merged = [];
        while (MoveNext() && _parser.Current is not MappingEnd)
        {
            bool isMerge = _parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            Node key = ReadNode(depth + 1).Node;
            if (key is not ScalarNode name)
            {
                _diagnostics.Report(Descriptors.KeyNotScalar, _file, key.Span);
                throw new Refused();
            }

            MoveNext();
            Anchored value = ReadNode(depth + 1);
            height = Math.Max(height, value.Height + 1);
            if (isMerge)
            {
                merged.Add(value.Node);
            }
            else if (!mapping.TryAdd(name, value.Node))
            {
                _diagnostics.Report(Descriptors.DuplicateKey, name, name.Text, mapping[name.Text]!.Key!.Span.StartLine + 1);
            }
        }

        Merge(mapping, merged);
        return mapping;
    }

    /// <summary>YAML's merge key: entries of the merged mappings where the mapping has none of its own.</summary>
    private static void Merge(MappingNode mapping, List<Node> merged)
    {
        foreach (MappingNode source in merged.SelectMany(node => node is SequenceNode list ? list.Items : [node]).OfType<MappingNode>())
        {
            foreach (Node value in source.Values)
            {
                mapping.TryAdd(value.Key!, value.Copy());
            }
        }
    }

    private Anchored Expand(AnchorAlias alias, SourceSpan span, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value, out Anchored target))
        {
            _diagnostics.Report(Descriptors.UnknownAlias, _file, span, alias.Value.Value);
            throw new Refused();
        }

        if (depth + target.Height > TextLimits.Depth)
        {
            _diagnostics.Report(Descriptors.TooDeep, _file, span, TextLimits.Depth);
            throw new Refused();
        }

        CountNodes(target.Count, span);
        return new(target.Node.Copy(), target.Count, target.Height);
    }

    private void CountNodes(int count, SourceSpan span)
    {
        _count.Value += count;
        if (_count.Value > TextLimits.Nodes)
        {
            _diagnostics.Report(Descriptors.TooLarge, _file, span, $"{TextLimits.Nodes} values");
            throw new Refused();
        }
    }

    private void CheckTag(NodeEvent node, SourceSpan span)
    {
        if (!node.Tag.IsEmpty && node.Tag.Value is not ("!" or "tag:yaml.org,2002:str"))
        {
            _diagnostics.Report(Descriptors.Tag, _file, span, node.Tag.Value);
            throw new Refused();
        }
    }

    private static ScalarKind Kind(Scalar scalar) =>
        scalar.Style is ScalarStyle.Plain && scalar.Tag.IsEmpty ? CoreSchema.Resolve(scalar.Value) : ScalarKind.String;

    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception problem) when (problem is not YamlException)
        {
            // YamlDotNet gives no position for some broken texts: the last event read is where it began to go wrong.
            string reason = problem is InvalidOperationException ? "a bracket, brace or quote is not closed" : problem.Message;
            throw new YamlException(LastMark, LastMark, reason);
        }
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        MoveNext();
        if (_parser.Current is not T)
        {
            Mark at = _parser.Current?.Start ?? Mark.Empty;
            _diagnostics.Report(Descriptors.Syntax, _file, Span(at, at), "the document does not end where its first value does");
            throw new Refused();
        }
    }

    private static SourceSpan Span(Mark start, Mark end) => new(
        (int)start.Index,
        (int)Math.Max(0, end.Index - start.Index),
        Math.Max(0, (int)start.Line - 1),
        Math.Max(0, (int)start.Column - 1),
        Math.Max(0, (int)end.Line - 1),
        Math.Max(0, (int)end.Column - 1));

    private readonly record struct Anchored(Node Node, int Count, int Height);

    /// <summary>Leaves the recursion once the reason has been reported.</summary>
    private sealed class Refused : Exception;
}
