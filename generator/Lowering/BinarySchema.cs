using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Tells which schemas describe bytes that are sent as they are (OpenAPI 3.1, section 4.8.14.2; 3.0, section 4.7.24, <c>format: binary</c>).</summary>
internal static class BinarySchema
{
    private const int MostParts = 32;

    /// <param name="contentType">The media type that the bytes are sent with, or several with commas between them; null where the document does not say.</param>
    public static bool Is(Schema? schema, string? contentType)
    {
        if (schema is null)
        {
            return contentType is not null && IsFile(contentType);
        }

        schema = Bare(schema);
        if (schema.IsUnresolved || schema.Literals is not null || schema.Mapping?.Has("contentEncoding") == true)
        {
            return false;
        }

        string? mediaType = schema.Mapping?.Text("contentMediaType") ?? contentType;
        return schema.Type switch
        {
            SchemaType.String => schema.Format == "binary" || (schema.Format is null && mediaType is not null && IsFile(mediaType) && !IsTextual(mediaType)),
            SchemaType.Any => mediaType is not null && IsFile(mediaType) && !ObjectShape.HasShape(schema),
            _ => false,
        };
    }

    /// <summary>True for a part of a multipart body that is bytes: what says nothing of itself is, too (OpenAPI 3.1.1, section 4.8.15.1).</summary>
    public static bool IsPart(Schema schema, string? contentType) =>
        Is(schema, contentType) || (contentType is null or "*/*" && Bare(schema) is { Type: SchemaType.Any, Literals: null, IsUnresolved: false } bare && bare.Mapping?.Has("contentMediaType") != true && !ObjectShape.HasShape(bare));

    /// <summary>True for a part whose alternatives are all of bytes, one file or several; each file is a part, so that there is no difference on the wire.</summary>
    /// <param name="isList">Whether one of the alternatives is a list.</param>
    public static bool IsChoiceOfFiles(Schema schema, string? contentType, out bool isList)
    {
        List<Schema> alternatives = Bare(schema).Variants.Select(Bare).ToList();
        List<Schema> lists = alternatives.Where(alternative => alternative is { Type: SchemaType.Array, Items: not null }).ToList();
        isList = lists.Count > 0;
        return alternatives.Count > 0 && alternatives.Except(lists).Concat(lists.Select(list => list.Items!)).All(file => Is(file, contentType));
    }

    /// <summary>True for a body that is bytes though its media type allows JSON: any media type without a schema, or a schema of bytes.</summary>
    public static bool IsFile(Content content) => content.MediaType.Contains('*')
        ? content.Schema is null || Is(content.Schema, content.MediaType)
        : content.Schema is not null && Is(content.Schema, contentType: null);

    /// <summary>True for a body that is text; lines of JSON whose schema is no more than a text are one that somebody else has written.</summary>
    public static bool IsText(Content content) =>
        (content.IsText || (content.IsJsonLines && content.Schema?.Target.Type == SchemaType.String)) && !Is(content.Schema, "text/plain");

    /// <summary>The schema behind $refs and compositions of one part, as which a nullable one is also written.</summary>
    public static Schema Bare(Schema schema)
    {
        for (int i = 0; i < MostParts; i++)
        {
            schema = schema.Target;
            List<Schema> parts = schema.AllOf.Where(ObjectShape.HasShape).ToList();
            if (parts.Count != 1 || schema.Type != SchemaType.Any || schema.Properties.Any())
            {
                break;
            }

            schema = parts[0];
        }

        return schema;
    }

    /// <summary>The bounds of a file: <c>minLength</c> and <c>maxLength</c>, which count bytes there.</summary>
    public static FileLimits LimitsOf(Schema? schema, DiagnosticBag diagnostics)
    {
        if (schema is null)
        {
            return FileLimits.None;
        }

        FileLimits limits = new(Number(schema, "minLength", diagnostics) ?? 0, Number(schema, "maxLength", diagnostics));
        if (limits.MaxLength < limits.MinLength)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, NodeOf(schema, "minLength")!, "minLength", "at most 'maxLength'");
            return FileLimits.None;
        }

        return limits;
    }

    private static long? Number(Schema schema, string keyword, DiagnosticBag diagnostics)
    {
        if (NodeOf(schema, keyword) is not { } node)
        {
            return null;
        }

        if (node is ScalarNode { Kind: ScalarKind.Integer } scalar && long.TryParse(scalar.Text, out long number) && number >= 0)
        {
            return number;
        }

        diagnostics.ReportAtName(Descriptors.WrongNode, node, keyword, "a number of bytes: an integer of at least 0");
        return null;
    }

    private static Node? NodeOf(Schema schema, string keyword) => schema.Mapping?[keyword] ?? Bare(schema).Mapping?[keyword];

    /// <summary>False for what has a form of its own.</summary>
    private static bool IsFile(string contentType) => contentType.Split(',').Select(MediaTypeKey.Essence).All(essence =>
        essence is not ("*/*" or "application/*" or "application/json" or "application/x-www-form-urlencoded")
        && !essence.StartsWith("text/", StringComparison.Ordinal)
        && !essence.StartsWith("multipart/", StringComparison.Ordinal)
        && !essence.EndsWith("+json", StringComparison.Ordinal));

    private static bool IsTextual(string contentType) => contentType.Split(',').Select(MediaTypeKey.Essence).Any(essence => essence == "application/xml" || essence.EndsWith("+xml", StringComparison.Ordinal));
}
