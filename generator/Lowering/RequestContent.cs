using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Chooses among the media types that a request may have.</summary>
internal static class RequestContent
{
    /// <summary>How deeply alternatives of alternatives are looked into.</summary>
    private const int MostDepth = 4;

    /// <summary>A form where it has files, which JSON cannot carry; else JSON, a form, lines of JSON, text, and any other as bytes. Null where nothing of it is supported.</summary>
    public static (Content Content, RequestForm Form)? Choose(IReadOnlyList<Content> contents, DiagnosticBag diagnostics)
    {
        Content? form = contents.FirstOrDefault(content => content.IsMultipart && content.Schema is not null);
        Content? json = contents.FirstOrDefault(content => content.IsJson && !BinarySchema.IsFile(content));
        Content? lines = contents.FirstOrDefault(content => content.ItemSchema is not null && content.IsJsonLines && !BinarySchema.IsFile(content));
        Content? text = contents.FirstOrDefault(BinarySchema.IsText);
        Content? bytes = contents.FirstOrDefault(content => !content.IsMultipart && !content.IsUrlEncoded);
        return form is not null && HasFiles(form, form.Schema!, diagnostics) ? (form, RequestForm.Multipart)
            : json is not null ? (json, RequestForm.Json)
            : form is not null ? (form, RequestForm.Multipart)
            : contents.FirstOrDefault(content => content.IsUrlEncoded) is { } fields ? (fields, RequestForm.UrlEncoded)
            : lines is not null ? (lines, RequestForm.Lines)
            : text is not null ? (text, RequestForm.Text)
            : bytes is not null ? (bytes, RequestForm.File)
            : contents.FirstOrDefault(content => content.IsMultipart) is { } parts ? (parts, RequestForm.Parts)
            : null;
    }

    /// <summary>What the encoding of a form says of a field.</summary>
    public static MappingNode? EncodingOf(Content form, string field) => (form.Node as MappingNode)?.Mapping("encoding")?.Mapping(field);

    /// <summary>The media type of a file that names none itself: the one that is described, where there is one.</summary>
    public static string FileType(string? described) => described is null || described.Contains('*') || described.Contains(',') ? "application/octet-stream" : described;

    /// <summary>True where a form has files as fields, and where one of the alternatives of its schema has.</summary>
    public static bool HasFiles(Content form, Schema schema, DiagnosticBag diagnostics, int depth = 0) =>
        BinarySchema.Bare(schema) is { } bare && ((depth < MostDepth && bare.Variants.Any(variant => HasFiles(form, variant, diagnostics, depth + 1)))
            || (bare.AdditionalProperties is { } additional && IsFile(additional, contentType: null))
            || ObjectShape.Collect(schema, diagnostics)?.Properties.Any(property => IsFile(property.Value, EncodingOf(form, property.Key)?.Text("contentType"))) == true);

    private static bool IsFile(Schema schema, string? contentType)
    {
        schema = BinarySchema.Bare(schema);
        return BinarySchema.Is(schema, contentType) || BinarySchema.IsChoiceOfFiles(schema, contentType, out _) || (schema.Type == SchemaType.Array && schema.Items is { } items && BinarySchema.Is(items, contentType));
    }
}
