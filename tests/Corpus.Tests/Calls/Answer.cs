using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>What is answered to a call.</summary>
/// <param name="ContentType">The media type of the body; null where it has none.</param>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    /// <summary>
    /// A body that a response declares, made of its schema; examples are read by a check of their own. Of several media types the first that
    /// the request asked for, as a service would choose.
    /// </summary>
    public static Answer Of(JsonNode root, CallResponse response, int status, string? accept)
    {
        // 204, 205 and 304 have no body, whatever a document says (RFC 9110, section 15).
        if (response.Contents.Count == 0 || status is 204 or 205 or 304)
        {
            return new Answer(status, null, []);
        }

        List<string> asked = [.. (accept ?? "").Split(',').Select(CallContent.EssenceOf)];
        CallContent content = response.Contents.FirstOrDefault(one => asked.Contains(one.Essence)) ?? response.Contents.FirstOrDefault(one => CallContent.IsJson(one.MediaType)) ?? response.Contents[0];
        string type = content.MediaType.Contains('*') ? asked.Find(one => one.Length > 0 && !one.Contains('*') && content.Allows(one)) ?? "application/json" : content.MediaType;
        return new Answer(status, type, Encoding.UTF8.GetBytes(Text(root, content, CallContent.EssenceOf(type))));
    }

    private static string Text(JsonNode root, CallContent content, string type)
    {
        string json = new SchemaSample(root, everything: true, isRequest: false, SampleText.InBody).Of(content.ItemSchema ?? content.Schema)?.ToJsonString() ?? "null";
        return type switch
        {
            "text/event-stream" => $"data: {json}\n\n",
            "application/jsonl" or "application/x-ndjson" or "application/json-lines" => $"{json}\n",
            "application/json-seq" => $"\u001e{json}\n",
            _ when CallContent.IsJson(type) => json,
            _ => "some text",
        };
    }
}
