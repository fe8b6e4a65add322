using Dragoman.Generator.Document;
using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Formats of OpenAPI 3.1, 4.4.1, of JSON Schema 2020-12 validation, 7.3, and of the OpenAPI format registry.</summary>
public sealed class PrimitivesTests
{
    [Theory]
    [InlineData("Boolean", null, "Boolean")]
    [InlineData("Integer", null, "Int64")]
    [InlineData("Integer", "int8", "Int32")]
    [InlineData("Integer", "uint8", "Int32")]
    [InlineData("Integer", "int16", "Int32")]
    [InlineData("Integer", "uint16", "Int32")]
    [InlineData("Integer", "int32", "Int32")]
    [InlineData("Integer", "uint32", "Int64")]
    [InlineData("Integer", "int64", "Int64")]
    [InlineData("Number", null, "Double")]
    [InlineData("Number", "float", "Single")]
    [InlineData("Number", "double", "Double")]
    [InlineData("Number", "decimal", "Decimal")]
    [InlineData("String", null, "String")]
    [InlineData("String", "date", "DateOnly")]
    [InlineData("String", "date-time", "DateTimeOffset")]
    [InlineData("String", "time", "TimeOnly")]
    [InlineData("String", "duration", "TimeSpan")]
    [InlineData("String", "uuid", "Guid")]
    [InlineData("String", "uri", "Uri")]
    [InlineData("String", "uri-reference", "Uri")]
    [InlineData("String", "byte", "Bytes")]
    [InlineData("Integer", "uint64", "UInt64")]
    [InlineData("Number", "float32", "Single")]
    [InlineData("Number", "float64", "Double")]
    [InlineData("Number", "decimal128", "Decimal")]
    [InlineData("Number", "int32", "Int32")]
    [InlineData("Number", "int64", "Int64")]
    [InlineData("String", "base64", "Bytes")]
    [InlineData("String", "iri", "Uri")]
    [InlineData("String", "uri-template", "String")]
    [InlineData("String", "password", "String")]
    [InlineData("String", "email", "String")]
    public void A_format_has_a_type(string type, string? format, string kind) => Assert.Equal(kind, Of(type, format)!.Kind.ToString());

    /// <summary>Forms of the registry and of TypeSpec's encodings: the type in C# is that of the value, whatever is on the wire.</summary>
    [Theory]
    [InlineData("Integer", "unixtime", "DateTimeOffset", "WholeUnixTime")]
    [InlineData("Integer", "unix-time", "DateTimeOffset", "WholeUnixTime")]
    [InlineData("Number", "unixtime", "DateTimeOffset", "UnixTime")]
    [InlineData("String", "http-date", "DateTimeOffset", "HttpDate")]
    [InlineData("Integer", "seconds", "TimeSpan", "WholeSeconds")]
    [InlineData("Number", "seconds", "TimeSpan", "Seconds")]
    [InlineData("Integer", "milliseconds", "TimeSpan", "WholeMilliseconds")]
    [InlineData("Number", "milliseconds", "TimeSpan", "Milliseconds")]
    [InlineData("String", "base64url", "Bytes", "Base64Url")]
    [InlineData("String", "int32", "Int32", "Text")]
    [InlineData("String", "int64", "Int64", "Text")]
    [InlineData("String", "uint64", "UInt64", "Text")]
    [InlineData("String", "float", "Single", "Text")]
    [InlineData("String", "double", "Double", "Text")]
    [InlineData("String", "decimal", "Decimal", "Text")]
    public void A_format_has_a_form(string type, string format, string kind, string form)
    {
        TypeRef scalar = Of(type, format)!;

        Assert.Equal((kind, form), (scalar.Kind.ToString(), scalar.Form.ToString()));
    }

    /// <summary>OpenAPI 3.1, 4.4.1: a format that a tool does not know leaves the type alone; and each belongs to a type.</summary>
    [Theory]
    [InlineData("String", "\"); } class Evil { }", "String")]
    [InlineData("String", "DATE", "String")]
    [InlineData("Integer", "date", "Int64")]
    [InlineData("Number", "currency", "Double")]
    [InlineData("Number", "date", "Double")]
    [InlineData("String", "unixtime", "String")]
    [InlineData("Boolean", "uuid", "Boolean")]
    public void An_unknown_format_leaves_the_type_alone(string type, string format, string kind) => Assert.Equal(kind, Of(type, format)!.Kind.ToString());

    [Theory]
    [InlineData("Any")]
    [InlineData("Array")]
    [InlineData("Object")]
    public void Other_types_are_not_primitive(string type) => Assert.Null(Of(type, null));

    private static TypeRef? Of(string type, string? format) => Primitives.Of(Enum.Parse<SchemaType>(type), format);
}
