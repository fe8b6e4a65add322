using System.Text.Json;

namespace Dragoman.Generator.Tests.Infrastructure.JsonSchema;

/// <summary>
/// A JSON Schema (draft 2020-12) with the keywords that our own schema uses. A keyword that is not known here fails instead of
/// being ignored, so that the schema cannot come to say more than is checked.
/// </summary>
internal sealed class Schema(JsonElement root)
{
    /// <summary>What a value has against it; nothing where it is valid. Each problem starts with the JSON pointer of its place.</summary>
    public IReadOnlyList<string> Problems(JsonElement value) => [.. Problems(root, value, "")];

    internal JsonElement Target(string reference)
    {
        JsonElement target = root;
        foreach (string token in reference.Split('/').Skip(1))
        {
            target = target.GetProperty(token);
        }

        return target;
    }

    internal IEnumerable<string> Problems(JsonElement schema, JsonElement value, string pointer) => schema.ValueKind switch
    {
        JsonValueKind.True => [],
        JsonValueKind.False => [$"{pointer}: nothing is allowed here"],
        _ => schema.EnumerateObject().SelectMany(keyword => Problems(schema, keyword, value, pointer)),
    };

    internal bool Allows(JsonElement schema, JsonElement value) => !Problems(schema, value, "").Any();

    private IEnumerable<string> Problems(JsonElement schema, JsonProperty keyword, JsonElement value, string pointer) =>
        Annotations.Is(keyword.Name) ? []
        : Applicators.Problems(this, schema, keyword, value, pointer)
        ?? Assertions.Problems(keyword, value, pointer)
        ?? throw new NotSupportedException($"The schema's keyword '{keyword.Name}' is not checked by this test.");
}
