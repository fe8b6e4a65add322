using System.Text.RegularExpressions;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NSwag;

namespace Dragoman.Generator.Document;

/// <summary>One media type of a body (OpenAPI 3.1, section 4.8.14).</summary>
internal sealed record Content(string MediaType, Schema? Schema, Node Node)
{
    private static readonly Regex s_number = new("[0-9]+", RegexOptions.CultureInvariant);

    public bool IsJson
    {
        get
        {
            string essence = Essence;
            return (essence is "application/json" or "text/json" or "*/*" or "application/*" || essence.EndsWith("+json", StringComparison.Ordinal)) && !IsJsonLines;
        }
    }

    /// <summary>True for what is text whatever its schema says.</summary>
    public bool IsText => Essence.StartsWith("text/", StringComparison.Ordinal) && !IsEventStream;

    public bool IsMultipart => Essence.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>True for JSON values one after the other.</summary>
    public bool IsJsonLines => MediaTypeKey.IsJsonLines(MediaType);

    /// <summary>The media type in lower case, without parameters.</summary>
    public string Essence => MediaTypeKey.Essence(MediaType);

    /// <summary>True for a stream of server-sent events (WHATWG HTML, section 9.2).</summary>
    public bool IsEventStream => MediaTypeKey.IsEventStream(MediaType);

    /// <summary>
    /// The schema of each item of a stream (OpenAPI 3.2, section 4.14.1), which stands in the canonical document as that of the body; null
    /// where there is none. Before 3.2 the schema of JSON lines was that of the list, or simply that of a line.
    /// </summary>
    public Schema? ItemSchema => Node is MappingNode media && media.Has("itemSchema") && (IsEventStream || IsJsonLines) ? Schema
        : !IsJsonLines ? null
        : Schema?.Target is { Type: SchemaType.Array, Items: { } item } ? item
        : Schema?.Target is { Type: SchemaType.String, Literals: null } ? null
        : Schema;

    /// <summary>True for a JSON Patch, which is a list (RFC 6902, section 3), with a schema that is none: another of the media types is meant.</summary>
    private bool IsPatchOfOther => Essence == "application/json-patch+json" && Schema?.Target.Type is not (null or SchemaType.Array or SchemaType.Any);

    /// <summary>True for a form as HTML writes it into queries (WHATWG URL, section 5).</summary>
    public bool IsUrlEncoded => Essence == "application/x-www-form-urlencoded";

    /// <summary>The media type to send: a range stands for JSON.</summary>
    public string SentMediaType => MediaType.Contains('*') ? "application/json" : MediaTypeKey.First(MediaType);

    /// <summary>
    /// The contents with JSON in front, and else in the order of their media types, of several versions of one the newest first: what is
    /// chosen among them does not depend on how a document is sorted.
    /// </summary>
    public static IReadOnlyList<Content> ReadAll(MappingNode owner, IDictionary<string, OpenApiMediaType> content, SchemaTable schemas) =>
        content.Select(media => new Content(media.Key, media.Value.Schema is { } schema ? schemas.Of(schema) : null, schemas.References.Follow(owner.Mapping("content")![media.Key]!)!))
            .OrderBy(content => content.Essence == "application/json" ? 0 : content.IsPatchOfOther ? 3 : content.MediaType.Contains('*') ? 2 : 1)
            .ThenBy(content => s_number.Replace(content.MediaType, "0"), StringComparer.Ordinal)
            .ThenByDescending(content => s_number.Replace(content.MediaType, number => number.Value.PadLeft(20, '0')), StringComparer.Ordinal)
            .ToList();
}

/// <summary>The body of a request (section 4.8.13).</summary>
internal sealed class RequestBody(MappingNode node, bool isRequired, IDictionary<string, OpenApiMediaType> content, SchemaTable schemas)
{
    public MappingNode Node { get; } = node;

    public bool IsRequired { get; } = isRequired;

    public string? Description => Node.Text("description");

    public IReadOnlyList<Content> Contents { get; } = Content.ReadAll(node, content, schemas);
}
