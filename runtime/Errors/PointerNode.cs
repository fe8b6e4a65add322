using System.Text.Json;

namespace Dragoman;

/// <summary>A tree of JSON pointers (RFC 6901), so that one pass over a body finds the targets of all of them.</summary>
internal sealed class PointerNode
{
    private readonly Dictionary<string, PointerNode> _children = new(StringComparer.Ordinal);

    /// <summary>The pointer that ends here, or <see langword="null"/>.</summary>
    public string? Pointer { get; private set; }

    public bool HasChildren => _children.Count > 0;

    public static PointerNode Of(IEnumerable<string?> pointers)
    {
        PointerNode root = new();
        foreach (string? pointer in pointers)
        {
            if (pointer is not null)
            {
                root.Add(pointer);
            }
        }

        return root;
    }

    /// <summary>The child for the member name the reader stands on.</summary>
    public PointerNode? Member(ref Utf8JsonReader reader)
    {
        foreach ((string name, PointerNode child) in _children)
        {
            if (reader.ValueTextEquals(name))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The child for an item of an array.</summary>
    public PointerNode? Item(int index) => _children.GetValueOrDefault($"{index}");

    private void Add(string pointer)
    {
        PointerNode node = this;
        foreach (string token in pointer.Split('/').Skip(1))
        {
            // In this order (RFC 6901, section 4), so that "~01" becomes "~1".
            string name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (!node._children.TryGetValue(name, out PointerNode? child))
            {
                node._children.Add(name, child = new());
            }

            node = child;
        }

        node.Pointer = pointer;
    }
}
