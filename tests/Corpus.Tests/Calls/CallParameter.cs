using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A parameter as the document's text has it (OpenAPI 3.1, section 4.8.12; 2.0, "Parameter Object").</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Place">Where it goes: <c>path</c>, <c>query</c>, <c>querystring</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Style">How its parts are put together; <c>json</c> where its content is JSON.</param>
/// <param name="Explode">Whether each part stands for itself.</param>
/// <param name="Schema">Its schema; null where it has none.</param>
/// <param name="MediaType">The media type of its content; null where it has a style.</param>
internal sealed record CallParameter(string Name, string Place, bool IsRequired, string Style, bool Explode, JsonNode? Schema, string? MediaType)
{
    /// <summary>Headers that OpenAPI describes elsewhere, and those that HTTP itself writes.</summary>
    private static readonly string[] s_notSent = ["content-type", "authorization", "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer"];

    /// <summary>Whether OpenAPI lets it be ignored, and a method may have it all the same, to choose among media types.</summary>
    public bool IsAccept => Place == "header" && Name.Equals("Accept", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parameters of an operation; its own take the place of its path's.</summary>
    public static IReadOnlyList<CallParameter> Of(JsonNode root, DeclaredOperation operation)
    {
        List<JsonObject> own = Nodes(root, operation.Node);
        return
        [
            .. own.Concat(Nodes(root, operation.PathItem))
                .DistinctBy(Key)
                .Where(node => Text(node, "in") is "path" or "query" or "querystring" or "header" or "cookie")
                .Select(node => root["swagger"] is null ? Version3(node) : Version2(node))
                .Where(parameter => parameter.Place != "header" || !s_notSent.Contains(parameter.Name.ToLowerInvariant())),
        ];
    }

    /// <summary>The Parameter Objects of an operation or a path.</summary>
    public static List<JsonObject> Nodes(JsonNode root, JsonObject owner) =>
        [.. (owner["parameters"] as JsonArray ?? []).Select(node => SchemaSet.Resolved(root, node)).OfType<JsonObject>()];

    private static CallParameter Version3(JsonObject node)
    {
        string place = Text(node, "in")!;
        KeyValuePair<string, JsonNode?>? content = (node["content"] as JsonObject)?.FirstOrDefault();
        string style = content is { } typed && CallContent.IsJson(typed.Key) ? "json" : Text(node, "style") ?? Standard(place);
        return new CallParameter(Text(node, "name")!.Trim(), place, IsTrue(node, "required"), style, IsTrue(node, "explode") || (node["explode"] is null && style is "form" or "cookie"), content?.Value?["schema"] ?? node["schema"], content?.Key);
    }

    /// <summary>Of 2.0, the parameter is its own schema.</summary>
    private static CallParameter Version2(JsonObject node)
    {
        string place = Text(node, "in")!;
        (string style, bool explode) = Collection(node, place);
        return new CallParameter(Text(node, "name")!.Trim(), place, IsTrue(node, "required"), style, explode, node, null);
    }

    /// <summary>What <c>collectionFormat</c> is called since 3.0.</summary>
    public static (string Style, bool Explode) Collection(JsonObject node, string place) => Text(node, "collectionFormat") switch
    {
        "multi" => ("form", true),
        "ssv" => ("spaceDelimited", false),
        "tsv" => ("tabDelimited", false),
        "pipes" => ("pipeDelimited", false),
        _ => (Standard(place), false),
    };

    private static string Standard(string place) => place is "path" or "header" ? "simple" : "form";

    private static (string?, string?) Key(JsonObject node) => (Text(node, "in"), Text(node, "name"));

    private static string? Text(JsonObject node, string name) => node[name]?.ToString();

    private static bool IsTrue(JsonObject node, string name) => node[name]?.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
