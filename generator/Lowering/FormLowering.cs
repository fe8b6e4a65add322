using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides how a form carries the members of its record (OpenAPI 3.1, sections 4.8.15 and "Special Considerations for multipart Content").</summary>
internal sealed class FormLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    /// <summary>The name of the class that writes the form.</summary>
    /// <param name="type">A record.</param>
    public string Lower(Content form, TypeRef type)
    {
        RecordDraft draft = types.DraftOf(type);
        Dictionary<string, PartModel> parts = draft.Members.ToDictionary(
            member => member.WireName,
            member => Part(member.WireName, member.Schema, member.Use.Type!, EncodingOf(form, member.WireName)),
            StringComparer.Ordinal);
        PartModel? additional = draft.Additional?.Type is { } other ? new PartModel(AdditionalForm(draft, other), "", FileLimits.None) : null;
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
        EncodingCheck.Check(field, type, encoding, diagnostics);
        string? contentType = ContentType(encoding);
        Schema value = BinarySchema.Bare(schema);
        if (type.Kind == TypeKind.List && contentType?.Contains('*') == false && IsJson(contentType, encoding))
        {
            // The encoding is of the property (section 4.8.15): as JSON, a list is one array.
            return new PartModel(PartForm.Json, contentType == "application/json" ? "" : contentType, FileLimits.None) { IsWhole = true, Headers = new PartHeaders(diagnostics).Lower(field, PartForm.Json, encoding) };
        }

        if (type.Kind == TypeKind.List && value.Items is { } items)
        {
            type = type.Element!;
            schema = items;
        }

        PartForm form = FormOf(schema, type, contentType, encoding);
        bool isList = false;
        if (BinarySchema.IsChoiceOfFiles(schema, contentType, out bool hasLists))
        {
            (form, isList) = (PartForm.File, hasLists);
        }

        EquatableArray<PartHeaderModel> headers = new PartHeaders(diagnostics).Lower(field, form, encoding);
        if (form == PartForm.File)
        {
            string fileType = RequestContent.FileType(contentType ?? BinarySchema.Bare(schema).Mapping?.Text("contentMediaType"));
            return new PartModel(PartForm.File, fileType == "application/octet-stream" ? "" : fileType, BinarySchema.LimitsOf(schema, diagnostics)) { IsFileList = isList, Headers = headers };
        }

        string usual = form == PartForm.Json ? "application/json" : "text/plain";
        bool isSaid = contentType is not null && contentType != usual && !contentType.Contains('*') && !contentType.Contains(',');
        return new PartModel(form, isSaid ? contentType! : "", FileLimits.None) { Headers = headers };
    }

    /// <summary>What has members or items and yet is not JSON is written by the caller, and sent as the bytes that it is.</summary>
    private static PartForm FormOf(Schema schema, TypeRef type, string? contentType, MappingNode? encoding)
    {
        bool isJson = IsJson(contentType, encoding);
        return BinarySchema.IsPart(schema, contentType) || (FormOf(type) != PartForm.Text && contentType is not null && !isJson) ? PartForm.File
            : isJson || (FormOf(type) == PartForm.Value && IsJson(BinarySchema.Bare(schema).Mapping?.Text("contentMediaType"), encoding)) ? PartForm.Json
            : FormOf(type);
    }

    private static bool IsJson(string? contentType, MappingNode? encoding) => contentType is not null && new Content(contentType, null, encoding!).IsJson;

    private static PartForm AdditionalForm(RecordDraft draft, TypeRef type) =>
        draft.Shape.Additional is { } schema && BinarySchema.Is(schema, contentType: null) ? PartForm.File : FormOf(type);

    private static PartForm FormOf(TypeRef type) => type.IsScalar ? PartForm.Text : type.Kind is TypeKind.Union or TypeKind.Json ? PartForm.Value : PartForm.Json;

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
            diagnostics.ReportAtName(Descriptors.EncodingNotUsed, (form.Node as MappingNode)!.Mapping("encoding")![field]!, field, $"the schema has no such member.{Suggestion.For(field, draft.Members.Select(member => member.WireName))}");
        }
    }

    private void Report(Node node, string field, string reason) => diagnostics.ReportAtName(Descriptors.FormNotAsDescribed, node, field, reason);
}
