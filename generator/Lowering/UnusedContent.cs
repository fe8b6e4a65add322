using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Lowering;

/// <summary>Tells which media types of a body a client does not speak, because it speaks another.</summary>
internal static class UnusedContent
{
    /// <summary>A body is sent as one media type.</summary>
    public static void OfRequest(IEnumerable<Content> contents, Content sent, DiagnosticBag diagnostics) =>
        Report(contents, [sent.Essence], sent.IsJson ? sent.Schema : null, "sent", diagnostics);

    /// <summary>Media types that are read alike are all asked for, and streams have a method of their own.</summary>
    public static void OfResponse(IEnumerable<Content> contents, ResponseContent asked, DiagnosticBag diagnostics) =>
        Report(contents.Where(content => !content.IsEventStream && !content.IsJsonLines), asked.Accepted.Select(MediaTypeKey.Essence).ToList(), asked.Form == BodyForm.Json ? asked.Schema : null, "asked for", diagnostics);

    /// <param name="json">The schema of the JSON that is spoken: other names for JSON of the same schema say nothing else.</param>
    private static void Report(IEnumerable<Content> contents, IReadOnlyList<string> spoken, Schema? json, string what, DiagnosticBag diagnostics)
    {
        foreach (Content other in contents.Where(content => !spoken.Contains(content.Essence) && !(content.IsJson && content.Schema?.Target == json?.Target)))
        {
            diagnostics.ReportAtName(Descriptors.MediaTypeNotOffered, other.Node, other.MediaType, what, spoken[0]);
        }
    }
}
