using System.Text.Json;

namespace Dragoman;

/// <summary>A tree of JSON pointers (RFC 6901), so that one pass over a body finds the targets of all of them. The token <c>~*</c>, which is none of JSON pointers, stands for every item and every member.</summary>
internal sealed class PointerNode
{
    private readonly Dictionary<string, PointerNode> _children = new(StringComparer.Ordinal);

    /// <summary>The child for what has no child of its own.</summary>
    private PointerNode? _every;

    /// <summary>The pointer that ends here, or <see langword="null"/>.</summary>
    public string? Pointer { get; private set; }

    public bool HasChildren => _children.Count > 0 || _every is not null;

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

        root.Spread();
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

        return _every;
    }

    /// <summary>The child for an item of an array.</summary>
    public PointerNode? Item(int index) => _children.Count > 0 && _children.TryGetValue($"{index}", out PointerNode? child) ? child : _every;

    private void Add(string pointer)
    {
        PointerNode node = this;
        foreach (string token in pointer.Split('/').Skip(1))
        {
            node = token == "~*" ? node._every ??= new() : node.Child(token);
        }

        node.Pointer = pointer;
    }

    private PointerNode Child(string token)
    {
        // In this order (RFC 6901, section 4), so that "~01" becomes "~1".
        string name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        if (!_children.TryGetValue(name, out PointerNode? child))
        {
            _children.Add(name, child = new());
        }

        return child;
    }

    /// <summary>Gives the children what holds for every one, so that one of them is all that has to be looked at.</summary>
    private void Spread()
    {
        foreach (PointerNode child in _children.Values)
        {
            if (_every is not null)
            {
                child.Take(_every);
            }

            child.Spread();
        }

        _every?.Spread();
    }

    private void Take(PointerNode other)
    {
        Pointer ??= other.Pointer;
        foreach ((string name, PointerNode child) in other._children)
        {
            if (!_children.TryGetValue(name, out PointerNode? own))
            {
                _children.Add(name, own = new());
            }

            own.Take(child);
        }

        if (other._every is not null)
        {
            (_every ??= new()).Take(other._every);
        }
    }
}
