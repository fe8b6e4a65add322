using Dragoman.Generator.Text;

namespace Dragoman.Generator.Document;

/// <summary>A Discriminator Object (OpenAPI 3.1, section 4.8.25).</summary>
/// <param name="PropertyName">The member whose value names an alternative.</param>
/// <param name="Mapping">The schemas that values stand for.</param>
/// <param name="Default">The schema of what no value stands for (OpenAPI 3.2, section 4.24); null where the document names none.</param>
internal sealed record Discriminator(string PropertyName, IReadOnlyList<MappedValue> Mapping, Node? Default);

/// <summary>A value of a discriminator and what it stands for.</summary>
/// <param name="Node">What the document says: the name of a component, or a $ref.</param>
/// <param name="Target">The schema; null where there is none of the name.</param>
internal sealed record MappedValue(ScalarNode Node, Node? Target)
{
    public string Value => Node.Key!.Text;
}
