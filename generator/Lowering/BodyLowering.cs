using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides what one operation sends. False means that the operation is left out, which has been reported.</summary>
internal sealed class BodyLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    public bool TryLowerRequest(Operation operation, string typeName, NameScope names, out BodyModel? body)
    {
        body = null;
        if (operation.RequestBody is not { Contents.Count: > 0 } request)
        {
            return true;
        }

        if (RequestContent.Choose(request.Contents, diagnostics) is not var (content, form))
        {
            return LeaveOut(operation, request);
        }

        UnusedContent.OfRequest(request.Contents, content, diagnostics);

        if (form == RequestForm.UrlEncoded && !request.IsRequired && IsEmptyForm(content.Schema))
        {
            return true;
        }

        if (form == RequestForm.Multipart && content.Schema is { } schema && types.Lower(schema, typeName).Type is { Kind: not TypeKind.Record } other)
        {
            form = IsSplit(content, schema, other) ? RequestForm.JsonParts : RequestForm.Parts;
        }

        TypeUse use = form switch
        {
            RequestForm.File => new TypeUse(new TypeRef(TypeKind.File), IsNullable: false),
            RequestForm.Text => new TypeUse(new TypeRef(TypeKind.String), IsNullable: false),
            RequestForm.Parts => new TypeUse(new TypeRef(TypeKind.Form), IsNullable: false),
            RequestForm.Lines => SequenceOf(types.Lower(content.ItemSchema!, typeName + "Item")),
            _ => content.Schema is null ? TypeUse.Json : types.Lower(content.Schema, typeName),
        };
        if (use.Type is null)
        {
            diagnostics.ReportAtName(Descriptors.LeftOutByError, operation.Node, "Operation", operation.DisplayName, "the schema of its request");
            return false;
        }

        string formName = form == RequestForm.Multipart ? new FormLowering(types, diagnostics).Lower(content, use.Type) : "";
        string name = form == RequestForm.File ? "file" : "request";
        string mediaType = form switch
        {
            RequestForm.File => RequestContent.FileType(content.MediaType),
            RequestForm.Json => content.SentMediaType,
            RequestForm.Text when content.MediaType.Contains('*') => "text/plain",
            RequestForm.Multipart or RequestForm.JsonParts or RequestForm.Parts => content.Essence.Contains('*') ? "multipart/form-data" : content.Essence,
            _ => content.MediaType,
        };
        FileLimits limits = form == RequestForm.File ? BinarySchema.LimitsOf(content.Schema, diagnostics) : FileLimits.None;
        bool isNullable = use.IsNullable && form == RequestForm.Json;
        body = new BodyModel(names.Take(name), use.Type, isNullable, request.IsRequired, mediaType, request.Description ?? content.Schema?.Description ?? "", form, formName, limits)
        {
            UrlEncoding = form == RequestForm.UrlEncoded ? new UrlEncodingLowering(diagnostics).Lower(content) : null,
        };
        return true;
    }

    /// <summary>A form without a single field, which tools write for operations that take nothing.</summary>
    private static bool IsEmptyForm(Schema? schema) =>
        schema?.Target is { Type: SchemaType.Object, AdditionalProperties: null } form && !form.Properties.Any() && !form.AllOf.Any() && !form.Variants.Any();

    private bool LeaveOut(Operation operation, RequestBody request)
    {
        diagnostics.ReportAtName(Descriptors.OperationLeftOut, operation.Node, operation.DisplayName, $"its request is {MediaTypes(request.Contents)}, which is not supported");
        return false;
    }

    /// <summary>True where the parts of a body are the members of a value, or the items of a list where parts have no names; free objects may hold files.</summary>
    private bool IsSplit(Content content, Schema schema, TypeRef type) =>
        (type.Kind == TypeKind.Union || type is { Kind: TypeKind.Map, Element.Kind: not TypeKind.Json } || (type.Kind == TypeKind.List && content.Essence != "multipart/form-data"))
        && !RequestContent.HasFiles(content, schema, diagnostics);

    private static TypeUse SequenceOf(TypeUse item) => item.Type is null ? TypeUse.Unreadable
        : new TypeUse(new TypeRef(TypeKind.Sequence, Element: item.Type, IsElementNullable: item.IsNullable), IsNullable: false);

    private static string MediaTypes(IEnumerable<Content> contents) => string.Join(" or ", contents.Select(content => $"'{content.MediaType}'"));
}
