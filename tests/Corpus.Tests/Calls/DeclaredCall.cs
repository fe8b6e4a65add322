using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>All that a document's text says of the requests and answers of an operation.</summary>
internal sealed class DeclaredCall(JsonNode root, DeclaredOperation operation)
{
    public JsonNode Root => root;

    public DeclaredOperation Operation => operation;

    public string Name => $"{operation.Method.ToUpperInvariant()} {operation.Path}";

    public IReadOnlyList<CallParameter> Parameters { get; } = CallParameter.Of(root, operation);

    public CallBody? Body { get; } = CallBody.Of(root, operation);

    public IReadOnlyList<CallResponse> Responses { get; } = CallResponse.Of(root, operation);

    /// <summary>The alternatives of security schemes, each the names that go together; none where nothing has to be sent.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security { get; } =
        [.. ((operation.Node["security"] ?? root["security"]) as JsonArray ?? []).OfType<JsonObject>().Select(alternative => (IReadOnlyList<string>)[.. alternative.Select(scheme => scheme.Key)])];

    /// <summary>A security scheme by its name; null where the document has none of the name.</summary>
    public JsonObject? Scheme(string name) => SchemaSet.Resolved(root, (root["components"]?["securitySchemes"] ?? root["securityDefinitions"])?[name]);
}
