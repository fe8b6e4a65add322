using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>An array whose items have schemas by their position: <c>prefixItems</c> (JSON Schema 2020-12, 10.3.1.1), or <c>items</c> as a list in older drafts.</summary>
/// <param name="Node">The list of the schemas.</param>
/// <param name="Items">What an item may be, wherever it stands.</param>
internal sealed record TupleForm(Node Node, IReadOnlyList<Node> Items)
{
    /// <summary>Null for an array whose items all have one schema.</summary>
    public static TupleForm? Of(MappingNode schema)
    {
        SequenceNode? prefix = schema.Sequence("prefixItems") ?? schema.Sequence("items");
        if (prefix is not { Items.Count: > 0 })
        {
            return null;
        }

        // What follows the positions has the schema of 'items'; where it says nothing, anything may follow, which is hardly ever meant.
        IEnumerable<Node> rest = schema["items"] is MappingNode items ? [items] : [];
        return new TupleForm(prefix, [.. prefix.Items, .. rest]);
    }
}
