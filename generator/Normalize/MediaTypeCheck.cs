using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Reports the members of a media type (OpenAPI 3.2, section 4.14) that a client does not follow.</summary>
internal static class MediaTypeCheck
{
    /// <summary>Encodings of parts without names.</summary>
    private static readonly string[] s_positional = ["prefixEncoding", "itemEncoding"];

    private const string Events = "x-event-stream";

    private const string Items = "itemSchema";

    public static void Check(string mediaType, MappingNode media, DiagnosticBag diagnostics)
    {
        IEnumerable<string> unread =
            MediaTypeKey.IsEventStream(mediaType) ? s_positional
            : MediaTypeKey.IsJsonLines(mediaType) ? [.. s_positional, Events]
            : [.. s_positional, Items, Events];
        foreach (Node value in unread.Select(member => media[member]).OfType<Node>())
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, value, value.Key!.Text);
        }
    }
}
