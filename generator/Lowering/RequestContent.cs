using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Chooses among the media types that a request may have.</summary>
internal static class RequestContent
{
    /// <summary>A form where it has files, which JSON cannot carry; else JSON, a form, a file. Null where nothing of it is supported.</summary>
    public static (Content Content, RequestForm Form)? Choose(IReadOnlyList<Content> contents, DiagnosticBag diagnostics)
    {
        Content? file = contents.FirstOrDefault(content => BinarySchema.Is(content.Schema, content.MediaType) && !IsFormData(content) && (content.MediaType.Contains('*') || !content.IsJson));
        Content? form = contents.FirstOrDefault(content => IsFormData(content) && content.Schema is not null);
        Content? json = contents.FirstOrDefault(content => content.IsJson && content != file);
        return form is not null && HasFiles(form, diagnostics) ? (form, RequestForm.Multipart)
            : json is not null ? (json, RequestForm.Json)
            : form is not null ? (form, RequestForm.Multipart)
            : file is not null ? (file, RequestForm.File)
            : null;
    }

    /// <summary>What the encoding of a form says of a field.</summary>
    public static MappingNode? EncodingOf(Content form, string field) => (form.Node as MappingNode)?.Mapping("encoding")?.Mapping(field);

    /// <summary>The media type of a file that names none itself: the one that is described, where there is one.</summary>
    public static string FileType(string? described) => described is null || described.Contains('*') || described.Contains(',') ? "application/octet-stream" : described;

    private static bool IsFormData(Content content) => string.Equals(content.MediaType.Split(';')[0].Trim(), "multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static bool HasFiles(Content form, DiagnosticBag diagnostics) => ObjectShape.Collect(form.Schema!, diagnostics)?.Properties.Any(property => IsFile(form, property)) == true;

    private static bool IsFile(Content form, KeyValuePair<string, Schema> property)
    {
        string? contentType = EncodingOf(form, property.Key)?.Text("contentType");
        Schema schema = BinarySchema.Bare(property.Value);
        return BinarySchema.Is(schema, contentType) || (schema.Type == SchemaType.Array && schema.Items is { } items && BinarySchema.Is(items, contentType));
    }
}
