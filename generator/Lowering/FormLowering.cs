using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides how a form carries the members of its record (OpenAPI 3.1, sections 4.8.15 and "Special Considerations for multipart Content").</summary>
internal sealed class FormLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    /// <summary>What an encoding may say that is about texts in URLs, or not sent.</summary>
    private static readonly string[] s_unused = ["headers", "style", "explode", "allowReserved"];

    /// <summary>The name of the class that writes the form; null where the schema is no object with named members.</summary>
    public string? Lower(Content form, TypeRef type)
    {
        if (type.Kind != TypeKind.Record)
        {
            return null;
        }

        RecordDraft draft = types.DraftOf(type);
        Dictionary<string, PartModel> parts = draft.Members.ToDictionary(
            member => member.WireName,
            member => Part(member.WireName, member.Schema, member.Use.Type!, EncodingOf(form, member.WireName)),
            StringComparer.Ordinal);
        PartModel? additional = draft.Additional?.Type is { } other ? new PartModel(FormOf(other), "", FileLimits.None) : null;
        CheckNames(form, draft);
        if (draft.Form is null)
        {
            draft.Form = new FormDraft(types.FormName(draft), parts, additional);
        }
        else if (parts.FirstOrDefault(part => !draft.Form.Parts[part.Key].Equals(part.Value)) is { Key: { } field })
        {
            Report(EncodingOf(form, field) ?? form.Node, field, "another operation sends the same schema with another encoding, which is used for both");
        }

        return draft.Form.Name;
    }

    private PartModel Part(string field, Schema schema, TypeRef type, MappingNode? encoding)
    {
        string? contentType = ContentType(encoding);
        Schema value = BinarySchema.Bare(schema);
        if (type.Kind == TypeKind.List && value.Items is { } items)
        {
            type = type.Element!;
            schema = items;
        }

        foreach (Node unused in s_unused.Select(keyword => encoding?[keyword]).OfType<Node>())
        {
            Report(unused, field, $"'{unused.Key!.Text}' of its encoding is not used");
        }

        if (BinarySchema.Is(schema, contentType))
        {
            string fileType = RequestContent.FileType(contentType ?? BinarySchema.Bare(schema).Mapping?.Text("contentMediaType"));
            return new PartModel(PartForm.File, fileType == "application/octet-stream" ? "" : fileType, BinarySchema.LimitsOf(schema, diagnostics));
        }

        bool isJson = contentType is not null && new Content(contentType, null, encoding!).IsJson;
        PartForm form = isJson ? PartForm.Json : FormOf(type);
        if (form == PartForm.Json && contentType is not null && !isJson)
        {
            Report(encoding!["contentType"]!, field, $"it is sent as JSON, and not as '{contentType}'");
        }

        string usual = form == PartForm.Json ? "application/json" : "text/plain";
        bool isSaid = contentType is not null && contentType != usual && !contentType.Contains('*') && !contentType.Contains(',') && (form == PartForm.Text || isJson);
        return new PartModel(form, isSaid ? contentType! : "", FileLimits.None);
    }

    private static PartForm FormOf(TypeRef type) => type.IsScalar ? PartForm.Text : PartForm.Json;

    private MappingNode? EncodingOf(Content form, string field)
    {
        if ((form.Node as MappingNode)?["encoding"] is { } encodings and not MappingNode)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, encodings, "encoding", "an object of encodings");
        }
        else if ((form.Node as MappingNode)?.Mapping("encoding")?[field] is { } encoding and not MappingNode)
        {
            diagnostics.ReportAtName(Descriptors.WrongNode, encoding, field, "an encoding: an object");
        }

        return RequestContent.EncodingOf(form, field);
    }

    private string? ContentType(MappingNode? encoding)
    {
        if (encoding?["contentType"] is not { } node)
        {
            return null;
        }

        if (node is ScalarNode scalar && scalar.Text.Split(',').All(mediaType => MediaTypeKey.IsValid(mediaType.Trim())))
        {
            return scalar.Text;
        }

        diagnostics.ReportAtName(Descriptors.WrongNode, node, "contentType", "a media type, or several with commas between them");
        return null;
    }

    /// <summary>Encodings of fields that the schema does not have are ignored (section 4.8.14.1), which is most often a slip.</summary>
    private void CheckNames(Content form, RecordDraft draft)
    {
        IEnumerable<string> fields = (form.Node as MappingNode)?.Mapping("encoding")?.Keys ?? [];
        foreach (string field in fields.Where(field => draft.Shape.Properties.All(property => property.Key != field)))
        {
            diagnostics.ReportAtName(Descriptors.FormNotAsDescribed, (form.Node as MappingNode)!.Mapping("encoding")![field]!, field, $"the schema has no such member.{Suggestion.For(field, draft.Members.Select(member => member.WireName))}");
        }
    }

    private void Report(Node node, string field, string reason) => diagnostics.ReportAtName(Descriptors.FormNotAsDescribed, node, field, reason);
}
