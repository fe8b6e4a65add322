using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>The .NET types of the formats of OpenAPI's registry; an unknown format leaves the type alone, as OpenAPI 3.1, 4.4.1 asks.</summary>
internal static class Primitives
{
    public static TypeKind? Of(SchemaType type, string? format) => type switch
    {
        SchemaType.Boolean => TypeKind.Boolean,
        // A 64-bit integer holds every value of a schema that gives no format; a 32-bit one does not.
        SchemaType.Integer => format is "int32" or "int16" or "int8" or "uint8" or "uint16" ? TypeKind.Int32 : TypeKind.Int64,
        SchemaType.Number => format switch
        {
            "float" => TypeKind.Single,
            "decimal" => TypeKind.Decimal,
            _ => TypeKind.Double,
        },
        SchemaType.String => format switch
        {
            "date" => TypeKind.DateOnly,
            "date-time" => TypeKind.DateTimeOffset,
            "time" => TypeKind.TimeOnly,
            "duration" => TypeKind.TimeSpan,
            "uuid" => TypeKind.Guid,
            "uri" or "uri-reference" => TypeKind.Uri,
            "byte" => TypeKind.Bytes,
            _ => TypeKind.String,
        },
        _ => null,
    };
}
