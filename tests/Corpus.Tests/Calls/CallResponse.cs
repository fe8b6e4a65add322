using System.Globalization;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>An answer that an operation declares.</summary>
/// <param name="Key">Its key, such as <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Contents">The media types that its body may have; none where it has no body.</param>
internal sealed record CallResponse(string Key, IReadOnlyList<CallContent> Contents)
{
    /// <summary>The status, or the first one of a range; 0 for <c>default</c>, and for what is no status.</summary>
    public int Status =>
        int.TryParse(Key, CultureInfo.InvariantCulture, out int status) ? status
        : Key is [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] ? (Key[0] - '0') * 100
        : 0;

    public static IReadOnlyList<CallResponse> Of(JsonNode root, DeclaredOperation operation) =>
    [
        .. from member in operation.Node["responses"] as JsonObject ?? []
           where !member.Key.StartsWith("x-", StringComparison.Ordinal)
           let node = SchemaSet.Resolved(root, member.Value)
           where node is not null
           select new CallResponse(member.Key, root["swagger"] is null ? CallContent.In(root, node["content"]) : Version2(root, operation, node)),
    ];

    /// <summary>The successes: 2xx, else 3xx, which are then what the operation is called for, else <c>default</c>.</summary>
    public static IReadOnlyList<CallResponse> Successes(IReadOnlyList<CallResponse> responses)
    {
        foreach (int hundred in (int[])[2, 3])
        {
            if (responses.Where(response => response.Status / 100 == hundred).OrderBy(response => response.Status).ToList() is { Count: > 0 } found)
            {
                // Of a status and its range, the status is the one that is answered.
                return [.. found.DistinctBy(response => response.Status)];
            }
        }

        return [.. responses.Where(response => response.Key == "default")];
    }

    private static IReadOnlyList<CallContent> Version2(JsonNode root, DeclaredOperation operation, JsonObject node)
    {
        List<string> produces = [.. ((operation.Node["produces"] ?? root["produces"]) as JsonArray ?? []).Select(type => type!.ToString())];
        return node["schema"] is not { } schema ? []
            : [.. produces.DefaultIfEmpty("application/json").Distinct().Select(type => new CallContent(type, schema, null, null))];
    }
}
