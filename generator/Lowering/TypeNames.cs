using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>The names of records and enums: a component's key, else where the schema stands.</summary>
internal sealed class TypeNames
{
    private readonly NameScope _names;
    private readonly NameOverrides _overrides;
    private readonly Dictionary<Node, string> _components = [];

    /// <summary>What took its component's name: of the alternatives of <c>type: [object, string]</c>, which are written at one node, only their union does.</summary>
    private readonly HashSet<Node> _taken = [];

    /// <summary>The names that do not depend on where a type stands first.</summary>
    private readonly HashSet<string> _fixed = new(StringComparer.Ordinal);

    public TypeNames(IEnumerable<KeyValuePair<string, Node>> schemas, NameScope names, NameOverrides overrides)
    {
        _names = names;
        _overrides = overrides;

        // Components take their names before anything else and in the order of their names, so that neither a new operation nor
        // another order in the document renames a type.
        foreach (KeyValuePair<string, Node> schema in schemas)
        {
            _components.Add(schema.Value, Take(overrides.OfType(schema.Value, schema.Key) ?? Identifier.Pascal(ClrName.Short(schema.Key), "Schema")));
        }

        _fixed.UnionWith(_components.Values);
    }

    /// <summary>The name of a component; null for an inline schema.</summary>
    public string? OfComponent(Node node) => _components.TryGetValue(node, out string? name) ? name : null;

    /// <summary>Whose name the inline types of a member begin with: that of its record, or of another component that the record has the member from.</summary>
    public string OwnerOf(Schema member, RecordDraft record) =>
        ComponentAround(member.Node) is { } component && component != ComponentAround(record.Schema.Node) ? _components[component] : record.Name;

    /// <summary>The component's name; for an inline schema a free one.</summary>
    public string Of(Schema schema, string wanted) => (_taken.Add(schema.Node) ? OfComponent(schema.Node) : null) ?? Take(_overrides.OfType(schema.Node) ?? wanted);

    /// <summary>The component's name, which from now on is no longer that of its values; for an inline schema a free one.</summary>
    public string Give(Schema schema, string wanted)
    {
        string name = Of(schema, wanted);
        _components.Remove(schema.Node);
        return name;
    }

    /// <summary>A free name for a type that is called the same wherever it stands.</summary>
    public string TakeShared(string wanted)
    {
        string name = Take(wanted);
        _fixed.Add(name);
        return name;
    }

    /// <summary>True for the name of a component, or of a type that is called the same wherever it stands.</summary>
    public bool IsFixed(string name) => _fixed.Contains(name);

    /// <summary>Lets the one inline part of a component that adds nothing to it be called after the component.</summary>
    public void Share(Schema component, Schema part)
    {
        if (part.Reference is null && OfComponent(component.Node) is { } name)
        {
            _components[part.Node] = name;
        }
    }

    /// <summary>A free name for the class that writes a record as a form.</summary>
    public string OfForm(string record) => _names.Take($"{record}Form");

    public string Take(string wanted) => _names.Take(Identifier.Limit(wanted), "*Json");

    private Node? ComponentAround(Node node)
    {
        Node? around = node;
        while (around is not null && !_components.ContainsKey(around))
        {
            around = around.Parent;
        }

        return around;
    }
}
