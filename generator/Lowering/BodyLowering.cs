using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides what one operation sends and what it returns. False means that the operation is left out, which has been reported.</summary>
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

    public bool TryLowerResponses(Operation operation, string typeName, out ResultModel? result)
    {
        result = null;
        TypeRef? type = null;
        bool isNullable = false;
        string description = "";
        string accept = "";
        List<SuccessModel> successes = [];
        foreach ((Response response, int from, int to) in Successes(operation))
        {
            if (!TryLower(operation, response, typeName, out TypeUse use, out BodyForm form))
            {
                return false;
            }

            if (form != BodyForm.None && type is not null && use.Type != type)
            {
                diagnostics.ReportAtName(Descriptors.ResponseLeftOut, response.Node, response.Key, operation.DisplayName, "another success of the operation has another type");
                continue;
            }

            type ??= use.Type;
            accept = form == BodyForm.File && accept.Length == 0 ? Accept(response) : accept;
            isNullable |= use.IsNullable;
            description = description.Length > 0 ? description : response.Description ?? "";
            successes.Add(new SuccessModel(from, to, form, use.IsNullable));
        }

        if (successes.Count == 0)
        {
            // A document that names no success still has one: whatever the service answers with a 2xx.
            successes.Add(new SuccessModel(200, 299, BodyForm.None, IsNullable: false));
        }

        isNullable |= type is not null && successes.Any(success => success.Form == BodyForm.None);
        result = new ResultModel(type, isNullable, description, successes.ToEquatableArray(), accept);
        return true;
    }

    /// <summary>The responses that mean success; 'default' where the document names no other, and any 2xx where it names none at all.</summary>
    public static IEnumerable<(Response Response, int From, int To)> Successes(Operation operation)
    {
        List<(Response Response, int From, int To)> declared = [];
        foreach (Response response in operation.Responses)
        {
            if (StatusKey.TryParse(response.Key, out int from, out int to) && from is >= 200 and < 300)
            {
                declared.Add((response, from, to));
            }
        }

        Response? other = operation.Responses.FirstOrDefault(response => response.Key == "default");
        return declared.Count > 0 ? declared.OrderBy(success => success.To - success.From).ThenBy(success => success.From)
            : other is not null ? [(other, 200, 299)]
            : [];
    }

    private bool TryLower(Operation operation, Response response, string typeName, out TypeUse use, out BodyForm form)
    {
        use = TypeUse.Unreadable;
        form = BodyForm.None;
        if (response.Contents.Count == 0)
        {
            return true;
        }

        if (response.Contents.FirstOrDefault(content => content.IsJson && !(content.MediaType.Contains('*') && BinarySchema.Is(content.Schema, content.MediaType))) is { } json)
        {
            form = BodyForm.Json;
            use = json.Schema is { } schema ? types.Lower(schema, typeName) : TypeUse.Json;
            if (use.Type is not null)
            {
                return true;
            }

            diagnostics.ReportAtName(Descriptors.LeftOutByError, operation.Node, "Operation", operation.DisplayName, $"the schema of its response '{response.Key}'");
            return false;
        }

        if (response.Contents.Any(content => content.MediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)))
        {
            form = BodyForm.Text;
            use = new TypeUse(new TypeRef(TypeKind.String), IsNullable: false);
            return true;
        }

        form = BodyForm.File;
        use = new TypeUse(new TypeRef(TypeKind.Download), IsNullable: false);
        return true;
    }

    /// <summary>The media types of a response as they are asked for, without parameters.</summary>
    private static string Accept(Response response) => string.Join(", ", response.Contents.Select(content => content.MediaType.Split(';')[0].Trim()));

    private static string MediaTypes(IEnumerable<Content> contents) => string.Join(" or ", contents.Select(content => $"'{content.MediaType}'"));
}
