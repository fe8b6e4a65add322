using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A body in one of its media types.</summary>
/// <param name="MediaType">The media type or range, as it is written.</param>
/// <param name="Schema">The schema of the whole.</param>
/// <param name="ItemSchema">The schema of each item of a stream (OpenAPI 3.2).</param>
/// <param name="Encoding">How the fields of a form are written.</param>
internal sealed record CallContent(string MediaType, JsonNode? Schema, JsonNode? ItemSchema, JsonObject? Encoding)
{
    /// <summary>Type and subtype, without parameters, in lower case.</summary>
    public string Essence => EssenceOf(MediaType);

    public static string EssenceOf(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    public static bool IsJson(string mediaType) => EssenceOf(mediaType) is var essence && (essence.EndsWith("/json", StringComparison.Ordinal) || essence.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Whether a body of a media type is one of this content.</summary>
    public bool Allows(string mediaType) => Essence == EssenceOf(mediaType)
        || Essence is "*/*" or "*"
        || (Essence.EndsWith("/*", StringComparison.Ordinal) && EssenceOf(mediaType).StartsWith(Essence[..^1], StringComparison.Ordinal));

    /// <summary>The members of a <c>content</c> object.</summary>
    public static IReadOnlyList<CallContent> In(JsonNode root, JsonNode? content) =>
    [
        .. from member in content as JsonObject ?? []
           let node = SchemaSet.Resolved(root, member.Value)
           where node is not null
           select new CallContent(member.Key, node["schema"], node["itemSchema"], node["encoding"] as JsonObject),
    ];
}
