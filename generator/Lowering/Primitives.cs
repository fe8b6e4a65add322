using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>The .NET types of the formats of OpenAPI's registry and of those in wide use; an unknown format leaves the type alone, as OpenAPI 3.1, 4.4.1 asks.</summary>
internal static class Primitives
{
    /// <summary>The type of a scalar with how it is written; null for what is none.</summary>
    public static TypeRef? Of(SchemaType type, string? format) => type switch
    {
        SchemaType.Boolean => new TypeRef(TypeKind.Boolean),
        SchemaType.Integer => OfTime(format, isWhole: true) ?? new TypeRef(OfInteger(format) ?? TypeKind.Int64),
        SchemaType.Number => OfTime(format, isWhole: false) ?? new TypeRef(OfInteger(format) ?? OfFraction(format) ?? TypeKind.Double),
        SchemaType.String => OfText(format) ?? OfNumberText(format) ?? new TypeRef(TypeKind.String),
        _ => null,
    };

    /// <summary>A 64-bit integer holds every value of a schema that gives no format; a 32-bit one does not.</summary>
    public static TypeKind? OfInteger(string? format) => format switch
    {
        "int8" or "uint8" or "int16" or "uint16" or "int32" => TypeKind.Int32,
        "uint32" or "int64" => TypeKind.Int64,
        "uint64" => TypeKind.UInt64,
        _ => null,
    };

    private static TypeKind? OfFraction(string? format) => format switch
    {
        "float" or "float32" or "float16" => TypeKind.Single,
        "double" or "float64" => TypeKind.Double,
        "decimal" or "decimal128" => TypeKind.Decimal,
        _ => null,
    };

    private static TypeRef? OfNumberText(string? format) => (OfInteger(format) ?? OfFraction(format)) is { } number ? new TypeRef(number) { Form = ValueForm.Text } : null;

    private static TypeRef? OfTime(string? format, bool isWhole) => format switch
    {
        "unixtime" or "unix-time" or "unixTimestamp" => new TypeRef(TypeKind.DateTimeOffset) { Form = isWhole ? ValueForm.WholeUnixTime : ValueForm.UnixTime },
        "seconds" => new TypeRef(TypeKind.TimeSpan) { Form = isWhole ? ValueForm.WholeSeconds : ValueForm.Seconds },
        "milliseconds" => new TypeRef(TypeKind.TimeSpan) { Form = isWhole ? ValueForm.WholeMilliseconds : ValueForm.Milliseconds },
        _ => null,
    };

    private static TypeRef? OfText(string? format) => format switch
    {
        "date" => new TypeRef(TypeKind.DateOnly),
        "date-time" or "google-datetime" => new TypeRef(TypeKind.DateTimeOffset),
        "http-date" or "rfc7231" => new TypeRef(TypeKind.DateTimeOffset) { Form = ValueForm.HttpDate },
        "time" => new TypeRef(TypeKind.TimeOnly),
        "duration" => new TypeRef(TypeKind.TimeSpan),
        "uuid" or "guid" => new TypeRef(TypeKind.Guid),
        "uri" or "uri-reference" or "iri" or "iri-reference" => new TypeRef(TypeKind.Uri),
        "byte" or "base64" => new TypeRef(TypeKind.Bytes),
        "base64url" => new TypeRef(TypeKind.Bytes) { Form = ValueForm.Base64Url },
        _ => null,
    };
}
