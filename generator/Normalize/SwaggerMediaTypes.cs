using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>The media types that <c>consumes</c> and <c>produces</c> of Swagger 2.0 (4.4.1) list.</summary>
internal static class SwaggerMediaTypes
{
    /// <summary>Each as a key that stands where the document names it; the one that holds where it names none.</summary>
    public static IReadOnlyList<ScalarNode> Of(SequenceNode? listed, Node origin, string other)
    {
        List<ScalarNode> types = [.. (listed?.Items ?? []).OfType<ScalarNode>().Where(type => type.Text.Length > 0).Select(type => Reshaping.Text(type, type.Text))];
        return types.Count > 0 ? types : [Reshaping.Text(origin, other)];
    }
}
