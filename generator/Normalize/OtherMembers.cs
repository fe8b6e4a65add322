using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>What the members of an object that <c>properties</c> does not name may hold (JSON Schema 2020-12, 10.3.2 and 11.3).</summary>
/// <param name="Schema">Their one schema; null where there is none or more than one.</param>
/// <param name="Node">Where several schemas hold, by the members' names, one of them.</param>
/// <param name="AreNone">True where there may be no such members.</param>
internal sealed record OtherMembers(Node? Schema, Node? Node, bool AreNone)
{
    public static OtherMembers Of(MappingNode schema)
    {
        Node? additional = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
        bool areClosed = additional is not null && IsNothing(additional);
        List<Node> schemas = [.. schema.Mapping("patternProperties")?.Values.Where(value => !IsNothing(value)) ?? []];
        if (additional is not null && !areClosed)
        {
            schemas.Add(additional);
        }

        return schemas.Count switch
        {
            0 => new OtherMembers(null, null, areClosed),
            1 => new OtherMembers(schemas[0], schemas[0], AreNone: false),
            _ => new OtherMembers(null, schemas[0], AreNone: false),
        };
    }

    /// <summary>The boolean schema <c>false</c>, also in words: not anything.</summary>
    private static bool IsNothing(Node schema) => schema switch
    {
        ScalarNode { Kind: ScalarKind.Boolean } boolean => boolean.Text is "false" or "False" or "FALSE",
        MappingNode mapping => mapping.Keys.SequenceEqual(["not"]) && mapping["not"] is MappingNode { Values.Count: 0 } or ScalarNode { Text: "true" },
        _ => false,
    };
}
