using Dragoman.Generator.Text;

namespace Dragoman.Generator.Document;

internal static class LocalReference
{
    /// <summary>The node that a value stands for, through $refs that normalizing has already found good.</summary>
    public static Node Follow(Node node, MappingNode root)
    {
        while (node is MappingNode mapping && mapping.Text("$ref") is { } reference)
        {
            node = JsonPointer.Resolve(root, Uri.UnescapeDataString(reference.Substring(1)))!;
        }

        return node;
    }
}
