using Dragoman.Generator.Document;

namespace Dragoman.Generator.Lowering;

/// <summary>A value that is no object, composed by allOf.</summary>
internal static class ScalarParts
{
    /// <summary>The part that says the most of a value; null where the parts are of several types, which no value is.</summary>
    public static Schema? Narrowest(Schema schema)
    {
        List<Schema> parts = schema.AllOf.Where(ObjectShape.HasShape).ToList();
        List<SchemaType> types = parts.Select(part => Alternatives.Peel(part).Type).Concat([schema.Type]).Where(type => type != SchemaType.Any).Distinct().ToList();
        return schema.Properties.Any() || types.Count > 1 || types.Contains(SchemaType.Object) ? null
            : parts.Find(part => Alternatives.Peel(part).Literals is not null)
                ?? parts.Find(part => Alternatives.Peel(part).Variants.Any())
                ?? parts.Find(part => Alternatives.Peel(part) is { Format: not null } or { Items: not null })
                ?? parts.FirstOrDefault();
    }
}
