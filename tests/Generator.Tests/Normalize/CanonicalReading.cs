using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>A document as normalizing leaves it, its node numbers replaced by what they stand for.</summary>
internal sealed class CanonicalReading
{
    private const string ComponentPrefix = "#/components/schemas/n";

    private readonly Reading _reading;

    private CanonicalReading(string text)
    {
        _reading = Reading.Of(text);
        Document = DocumentNormalizer.Normalize(_reading.Root!, _reading.Diagnostics);
    }

    public CanonicalDocument? Document { get; }

    /// <inheritdoc cref="Reading.Problems"/>
    public IReadOnlyList<string> Problems => _reading.Problems;

    public IReadOnlyList<string> Messages => _reading.Messages;

    private JsonNode Root => JsonNode.Parse(Document!.Json)!;

    public static CanonicalReading Of(string text) => new(text);

    /// <summary>A document of OpenAPI 3.1 with these members.</summary>
    public static CanonicalReading OfBody(string body) => new($"openapi: 3.1.0\n{body}");

    /// <summary>A document with these components, written in one line each: <c>A: { type: string }</c>.</summary>
    public static CanonicalReading OfSchemas(params string[] schemas) =>
        OfBody($"components:\n  schemas:\n{string.Concat(schemas.Select(schema => $"    {schema}\n"))}");

    /// <summary>A part of the canonical document, in which every $ref is the pointer of the schema it was written for.</summary>
    public JsonNode? Part(params string[] path) => Readable(path.Aggregate((JsonNode?)Root, (node, step) => node?[step]));

    /// <summary>The canonical form of the schema that a JSON pointer names in the original.</summary>
    public JsonNode? Schema(string pointer) => Readable(Schemas().Single(schema => PointerOf(schema) == pointer));

    /// <summary>The pointers of the schemas that are components, in order.</summary>
    public IReadOnlyList<string> Components => [.. Schemas().Select(PointerOf)];

    /// <summary>Demands a canonical form, written as YAML; the order of members does not count.</summary>
    public static void AssertIs(string expected, JsonNode? actual)
    {
        JsonElement wanted = NodeJson.Of(Reading.Good(expected));
        JsonElement found = JsonSerializer.SerializeToElement(actual);
        Assert.True(JsonElement.DeepEquals(wanted, found), $"expected {wanted}\nbut was  {found}");
    }

    private IEnumerable<JsonNode> Schemas() => Root["components"]!["schemas"]!.AsObject().Select(schema => schema.Value!);

    private string PointerOf(JsonNode canonical) => Document!.Nodes[(int)canonical[CanonicalDocument.NodeKey]!].Pointer;

    /// <summary>False for the number, which is not part of what is said, and for a member at the default that OpenAPI gives it.</summary>
    private static bool Says(KeyValuePair<string, JsonNode?> member) =>
        member.Key != CanonicalDocument.NodeKey && (member.Key != "deprecated" || member.Value!.GetValueKind() != JsonValueKind.False);

    private JsonNode? Readable(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(Says).Select(member => KeyValuePair.Create(member.Key, Readable(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Readable)]),
        JsonValue value when value.TryGetValue(out string? text) && text.StartsWith(ComponentPrefix, StringComparison.Ordinal) => JsonValue.Create(Document!.Nodes[int.Parse(text[ComponentPrefix.Length..], System.Globalization.CultureInfo.InvariantCulture)].Pointer),
        _ => node?.DeepClone(),
    };
}
