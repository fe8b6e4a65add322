using Dragoman.Generator.Document;

namespace Dragoman.Generator.Lowering;

/// <summary>Knows the schemas whose values must not be shown: <c>format: password</c>, also of items, of the values of a map, and of an alternative.</summary>
internal static class SecretSchema
{
    /// <summary>How deeply it is looked for.</summary>
    private const int MostDepth = 4;

    public static bool Is(Schema schema, int depth = 0) => schema.Format == "password" || (depth < MostDepth && Within(schema).Any(part => Is(part, depth + 1)));

    private static IEnumerable<Schema> Within(Schema schema) => schema.Reference is { } target ? [target]
        : schema.Properties.Any() ? []
        : new[] { schema.Items, schema.AdditionalProperties }.OfType<Schema>().Concat(schema.Variants).Concat(schema.AllOf);
}
