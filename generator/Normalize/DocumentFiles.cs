using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>A document and the files of the project that it may refer to, each read when it is first needed. Nothing else is ever opened.</summary>
internal sealed class DocumentFiles
{
    private readonly Dictionary<string, SourceFile> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node?> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, Dictionary<string, Node>> _anchors = [];
    private readonly Lazy<SchemaResources> _resources;
    private readonly Node _root;
    private readonly NodeCount _count;
    private readonly DiagnosticBag _diagnostics;

    /// <param name="count">What was read of the document; the limit holds for all files together.</param>
    public DocumentFiles(Node root, IEnumerable<SourceFile> parts, NodeCount count, DiagnosticBag diagnostics)
    {
        _root = root;
        _count = count;
        _diagnostics = diagnostics;
        _roots.Add(FilePath.Normalize(root.File.Path), root);
        foreach (SourceFile part in parts)
        {
            _unread[FilePath.Normalize(part.Path)] = part;
        }

        _resources = new(ReadResources);
    }

    /// <summary>What a $ref or the like points to.</summary>
    /// <param name="from">What stands in the same file as the reference.</param>
    public FoundReference Find(Node from, string reference)
    {
        int hash = reference.IndexOf('#');
        string name = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference.Substring(hash + 1));
        if (name.Length == 0)
        {
            Node file = RootOf(from);
            return new FoundReference(true, file, fragment, (SchemaResources.Around(from) is { } resource ? ValueOf(resource, fragment) : null) ?? ValueOf(file, fragment));
        }

        // A file is what most references name; only where there is none, all are asked for the URIs of what they hold.
        bool isKnown = TryOpen(FilePath.Resolve(from.File.Path, name), out Node? root);
        root ??= isKnown ? null : _resources.Value.Find(from, name);
        return new FoundReference(isKnown || root is not null, root, fragment, root is null ? null : ValueOf(root, fragment));
    }

    private SchemaResources ReadResources()
    {
        SchemaResources resources = new();
        foreach (string path in _unread.Keys)
        {
            TryOpen(path, out _);
        }

        foreach (Node root in _roots.OrderBy(root => root.Key, StringComparer.Ordinal).Select(root => root.Value).OfType<Node>())
        {
            resources.Add(root);
        }

        return resources;
    }

    /// <summary>The root of the file that a text stands in.</summary>
    private Node RootOf(Node node) => ReferenceEquals(node.File, _root.File) ? _root : _roots[FilePath.Normalize(node.File.Path)]!;

    /// <summary>True where a file is one of the project, whether or not it can be read.</summary>
    /// <param name="root">Its root; null where it cannot be read, which has been reported.</param>
    private bool TryOpen(string path, out Node? root)
    {
        if (_roots.TryGetValue(path, out root))
        {
            return true;
        }

        if (!_unread.TryGetValue(path, out SourceFile? part))
        {
            return false;
        }

        root = NodeReader.Read(part, _diagnostics, _count);
        _roots.Add(path, root);
        return true;
    }

    /// <summary>The value that a fragment names: a JSON pointer, or the <c>$anchor</c> of a schema (JSON Schema 2020-12, 8.2.2); null where there is none.</summary>
    private Node? ValueOf(Node root, string fragment)
    {
        if (JsonPointer.Parse(fragment) is not null)
        {
            return JsonPointer.Resolve(root, fragment);
        }

        if (!_anchors.TryGetValue(root, out Dictionary<string, Node>? anchors))
        {
            anchors = new(StringComparer.Ordinal);
            CollectAnchors(root, anchors);
            _anchors.Add(root, anchors);
        }

        return anchors.TryGetValue(fragment, out Node? node) ? node : null;
    }

    private static void CollectAnchors(Node node, Dictionary<string, Node> anchors)
    {
        foreach (string keyword in new[] { "$anchor", "$dynamicAnchor" })
        {
            if ((node as MappingNode)?.Text(keyword) is { } name && !anchors.ContainsKey(name))
            {
                anchors.Add(name, node);
            }
        }

        foreach (Node child in (node as MappingNode)?.Values ?? (node as SequenceNode)?.Items ?? [])
        {
            CollectAnchors(child, anchors);
        }
    }
}

/// <summary>Where a reference leads.</summary>
/// <param name="IsKnownFile">False where the file is none of the project.</param>
/// <param name="Root">The root of the file; null where it is not known, or cannot be read, which has been reported.</param>
/// <param name="Fragment">What follows the '#', unescaped; empty where nothing does.</param>
/// <param name="Target">The value; null where the file has none of the name.</param>
internal sealed record FoundReference(bool IsKnownFile, Node? Root, string Fragment, Node? Target);
