using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>The body that an operation takes.</summary>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Contents">The media types that it may have.</param>
internal sealed record CallBody(bool IsRequired, IReadOnlyList<CallContent> Contents)
{
    /// <summary>The body of an operation; null where it has none.</summary>
    public static CallBody? Of(JsonNode root, DeclaredOperation operation) =>
        root["swagger"] is not null ? Version2(root, operation)
        : SchemaSet.Resolved(root, operation.Node["requestBody"]) is { } body && CallContent.In(root, body["content"]) is { Count: > 0 } contents ? new CallBody(IsTrue(body["required"]), contents)
        : null;

    /// <summary>2.0 has a body, or the fields of a form, among its parameters, and its media types beside them.</summary>
    private static CallBody? Version2(JsonNode root, DeclaredOperation operation)
    {
        List<JsonObject> parameters = [.. CallParameter.Nodes(root, operation.Node), .. CallParameter.Nodes(root, operation.PathItem)];
        List<string> consumes = [.. ((operation.Node["consumes"] ?? root["consumes"]) as JsonArray ?? []).Select(type => type!.ToString())];
        if (parameters.FirstOrDefault(parameter => parameter["in"]?.ToString() == "body") is { } body)
        {
            return new CallBody(IsTrue(body["required"]), [.. consumes.DefaultIfEmpty("application/json").Select(type => new CallContent(type, body["schema"], null, null))]);
        }

        List<JsonObject> fields = [.. parameters.Where(parameter => parameter["in"]?.ToString() == "formData").DistinctBy(field => field["name"]?.ToString())];
        return fields.Count == 0 ? null : new CallBody(fields.Exists(field => IsTrue(field["required"])), [.. FormTypes(consumes, fields).Select(type => Form(type, fields))]);
    }

    private static IEnumerable<string> FormTypes(List<string> consumes, List<JsonObject> fields)
    {
        bool hasFiles = fields.Exists(field => field["type"]?.ToString() == "file");
        return consumes
            .Where(type => CallContent.EssenceOf(type) is "multipart/form-data" || (!hasFiles && CallContent.EssenceOf(type) is "application/x-www-form-urlencoded"))
            .DefaultIfEmpty(hasFiles ? "multipart/form-data" : "application/x-www-form-urlencoded");
    }

    private static CallContent Form(string mediaType, List<JsonObject> fields)
    {
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field["name"]!.ToString(), (JsonNode?)Field(field)))),
            ["required"] = new JsonArray([.. fields.Where(field => IsTrue(field["required"])).Select(field => JsonValue.Create(field["name"]!.ToString()))]),
        };
        JsonObject encoding = new(fields
            .Where(field => field["type"]?.ToString() == "array")
            .Select(field => (field, written: CallParameter.Collection(field, "query")))
            .Select(one => KeyValuePair.Create(one.field["name"]!.ToString(), (JsonNode?)new JsonObject { ["style"] = one.written.Style, ["explode"] = one.written.Explode })));
        return new CallContent(mediaType, schema, null, encoding);
    }

    private static JsonObject Field(JsonObject field)
    {
        JsonObject schema = (JsonObject)field.DeepClone();
        schema.Remove("required");
        if (schema["type"]?.ToString() == "file")
        {
            schema["type"] = "string";
            schema["format"] = "binary";
        }

        return schema;
    }

    private static bool IsTrue(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
