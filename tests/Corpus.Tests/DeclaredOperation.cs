using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>An operation as the document's text has it, found without any code of the generator.</summary>
/// <param name="Method">The HTTP method in lower case.</param>
/// <param name="Path">The path as it is written.</param>
/// <param name="Id">The operationId; null where it has none.</param>
internal sealed record DeclaredOperation(string Method, string Path, string? Id)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>The path as it is sent: without a fragment, and however it is escaped.</summary>
    public string SentPath => AsSent(Path);

    public static string AsSent(string path) => Uri.UnescapeDataString(path.Split('#')[0]);

    /// <summary>The Path Item Object that it stands in.</summary>
    public required JsonObject PathItem { get; init; }

    /// <summary>Its Operation Object.</summary>
    public required JsonObject Node { get; init; }

    /// <summary>What diagnostics call it.</summary>
    public string Name => Id ?? $"{Method.ToUpperInvariant()} {Path}";

    /// <summary>The operations below <c>paths</c>, those that a path has by <c>$ref</c> too; what is no path or no operation is passed over.</summary>
    public static IReadOnlyList<DeclaredOperation> In(JsonNode? document) =>
    [
        .. from path in Members(Member(document, "paths"))
           where !path.Key.StartsWith("x-", StringComparison.Ordinal)
           let item = Item(document, path.Value) as JsonObject
           from operation in Operations(document, item)
           where operation.Value is JsonObject
           select new DeclaredOperation(operation.Key.ToLowerInvariant(), path.Key, Member(operation.Value, "operationId")?.ToString())
           {
               PathItem = item,
               Node = (JsonObject)operation.Value,
           },
    ];

    /// <summary>OpenAPI 3.2 has <c>query</c>, and any other method in <c>additionalOperations</c>.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Operations(JsonNode? document, JsonNode? path)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> fixedMethods = Members(path).Where(member => s_methods.Contains(member.Key));
        return Member(document, "openapi")?.ToString().StartsWith("3.2", StringComparison.Ordinal) == true
            ? [.. fixedMethods, .. Members(path).Where(member => member.Key == "query"), .. Members(Member(path, "additionalOperations"))]
            : fixedMethods;
    }

    private static JsonNode? Item(JsonNode? document, JsonNode? path) =>
        Member(path, "$ref") is { } reference ? DocumentTree.Resolve(document, reference.ToString()) : path;

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];
}
