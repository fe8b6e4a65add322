using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>What has a URI of its own: a document by <c>$self</c> (OpenAPI 3.2, section 4.1.2), a schema by <c>$id</c> (JSON Schema 2020-12, 8.2.1).</summary>
internal sealed class SchemaResources
{
    /// <summary>What holds values that only look like schemas.</summary>
    private static readonly string[] s_values = ["example", "examples", "enum", "const"];

    private readonly Dictionary<string, Node> _byUri = new(StringComparer.Ordinal);

    /// <summary>Remembers all that has a URI in a file. Where two have the same one, the first has it.</summary>
    public void Add(Node root) => Collect(root, UriOf(root, FileUri(root)));

    /// <summary>What a URI without a fragment stands for; null where nothing that was added has it.</summary>
    /// <param name="from">What stands where the URI was written, which may be relative.</param>
    public Node? Find(Node from, string uri) => Combine(BaseOf(from), uri) is { } absolute && _byUri.TryGetValue(absolute.AbsoluteUri, out Node? node) ? node : null;

    /// <summary>The innermost schema with an <c>$id</c> around a value, within which its fragments are looked for first; null where there is none.</summary>
    public static Node? Around(Node node)
    {
        Node? resource = node.Origin ?? node;
        while (resource is not null && !(resource.Parent is not null && HasId(resource)))
        {
            resource = resource.Parent;
        }

        return resource;
    }

    /// <summary>True for a schema with a URI of its own. An <c>$id</c> that is a fragment names an anchor, as in older drafts.</summary>
    public static bool HasId(Node node) => node is MappingNode mapping && mapping["$id"] is ScalarNode { Kind: ScalarKind.String } id && !id.Text.StartsWith("#", StringComparison.Ordinal);

    /// <summary>True for what is a value and no part of the document's structure.</summary>
    public static bool IsValue(Node node) => node.Key is { } key && s_values.Contains(key.Text);

    private void Collect(Node node, Uri? uri)
    {
        if (uri is not null && OwnUri(node) is not null && !_byUri.ContainsKey(uri.AbsoluteUri))
        {
            _byUri.Add(uri.AbsoluteUri, node);
        }

        foreach (Node child in ((node as MappingNode)?.Values ?? (node as SequenceNode)?.Items ?? []).Where(child => !IsValue(child)))
        {
            Collect(child, UriOf(child, uri));
        }
    }

    /// <summary>The base that relative URIs within a value have.</summary>
    private static Uri? BaseOf(Node node)
    {
        node = node.Origin ?? node;
        return UriOf(node, node.Parent is null ? FileUri(node) : BaseOf(node.Parent));
    }

    private static Uri? UriOf(Node node, Uri? around) => OwnUri(node) is { } own ? Combine(around, own.Split('#')[0]) ?? around : around;

    private static string? OwnUri(Node node) =>
        (node.Parent is null ? (node as MappingNode)?.Text("$self") : null) ?? (HasId(node) ? ((MappingNode)node).Text("$id") : null);

    private static Uri? Combine(Uri? around, string uri) =>
        around is not null && Uri.TryCreate(around, uri, out Uri absolute) ? absolute : Uri.TryCreate(uri, UriKind.Absolute, out absolute) ? absolute : null;

    /// <summary>Where a file is said to come from: its path, which is read as a text only.</summary>
    private static Uri? FileUri(Node root) =>
        Uri.TryCreate($"file:///{string.Join("/", FilePath.Normalize(root.File.Path).TrimStart('/').Split('/').Select(Uri.EscapeDataString))}", UriKind.Absolute, out Uri uri) ? uri : null;
}
