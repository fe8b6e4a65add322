using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>Compares the parts of a form (RFC 7578) with the members that were given.</summary>
internal static class PartCheck
{
    public static IEnumerable<string> Problems(JsonNode root, CallContent content, JsonNode? value, string contentType, byte[] body)
    {
        string boundary = MediaTypeHeaderValue.Parse(contentType).Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
        List<(string Name, string Text, bool IsFile)> actual = [.. Parts(Encoding.UTF8.GetString(body), boundary)];
        return
        [
            .. PairCheck.Differences("form", [.. (value as JsonObject ?? []).SelectMany(member => Expected(content, member.Key, member.Value))], [.. actual.Select(part => (part.Name, part.Text))]),
            .. actual.Where(part => !part.IsFile && IsFile(root, content.Schema, part.Name)).Select(part => $"the field {part.Name} is not sent as a file"),
        ];
    }

    /// <summary>Whether a field, or an item of it, may be a file.</summary>
    private static bool IsFile(JsonNode root, JsonNode? schema, string name) => SchemaSet.Of(root, schema)
        .SelectMany(part => SchemaSet.Of(root, part["properties"]?[name]))
        .SelectMany(field => SchemaSet.Of(root, field["items"]).Prepend(field))
        .Any(part => part["format"]?.ToString() == "binary");

    /// <summary>A list is a part for each item, unless its encoding says that the whole is JSON (OpenAPI 3.1, section 4.8.15).</summary>
    private static IEnumerable<(string Name, string Text)> Expected(CallContent content, string name, JsonNode? value) =>
        value is JsonArray items && content.Encoding?[name]?["contentType"] is null
            ? items.Select(item => (name, SentText.Scalar(item)))
            : [(name, SentText.Scalar(value))];

    private static IEnumerable<(string Name, string Text, bool IsFile)> Parts(string body, string boundary) =>
        from part in body.Split($"--{boundary}", StringSplitOptions.RemoveEmptyEntries).SkipLast(1)
        let split = part.IndexOf("\r\n\r\n", StringComparison.Ordinal)
        where split >= 0
        let head = part[..split].Split("\r\n").First(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase))
        let disposition = ContentDispositionHeaderValue.Parse(head[(head.IndexOf(':') + 1)..].Trim())
        select (disposition.Name!.Trim('"'), part[(split + 4)..^2], disposition.FileName is not null);
}
