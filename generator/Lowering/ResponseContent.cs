using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Lowering;

/// <summary>How the body of a response is read.</summary>
/// <param name="Schema">The schema of JSON.</param>
/// <param name="Accepted">The media types to ask for.</param>
internal sealed record ResponseContent(BodyForm Form, Schema? Schema, IReadOnlyList<string> Accepted)
{
    public static ResponseContent None { get; } = new(BodyForm.None, null, []);

    /// <summary>JSON where there is some, else text, else bytes as they are.</summary>
    /// <param name="wanted">The media types that the operation asks for; none for all that the response has.</param>
    public static ResponseContent Choose(Response response, IReadOnlyList<string> wanted)
    {
        if (response.Contents.Count == 0)
        {
            return None;
        }

        List<string> essences = wanted.Select(MediaTypeKey.Essence).ToList();
        List<Content> contents = response.Contents.Where(content => essences.Contains(content.Essence)).ToList();
        ResponseContent chosen = Choose(contents.Count > 0 ? contents : response.Contents);
        return wanted.Count == 1 ? chosen with { Accepted = wanted } : chosen;
    }

    private static ResponseContent Choose(IReadOnlyList<Content> contents)
    {
        if (contents.FirstOrDefault(content => content.IsJson && !BinarySchema.IsFile(content)) is { } json)
        {
            return new ResponseContent(BodyForm.Json, json.Schema, [JsonType(json)]);
        }

        List<Content> texts = contents.Where(BinarySchema.IsText).ToList();
        return texts.Count > 0
            ? new ResponseContent(BodyForm.Text, null, texts.Select(WithoutParameters).ToList())
            : new ResponseContent(BodyForm.File, null, contents.Select(WithoutParameters).ToList());
    }

    /// <summary>Parameters of JSON tell versions apart in some services; a character set says nothing, as JSON is UTF-8.</summary>
    private static string JsonType(Content json) => json.MediaType.Contains('*') ? "application/json"
        : json.MediaType.IndexOf("charset", StringComparison.OrdinalIgnoreCase) >= 0 || json.MediaType.Contains("q=") ? WithoutParameters(json)
        : json.MediaType.Trim();

    private static string WithoutParameters(Content content) => MediaTypeKey.WithoutParameters(content.MediaType);
}
