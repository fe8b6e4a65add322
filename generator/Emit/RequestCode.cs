using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how one operation puts its arguments into the request.</summary>
internal sealed class RequestCode(OperationModel operation, Names names)
{
    private readonly JsonCode _json = new(names);
    private readonly ParameterCode _parameters = new(names);

    public CodeText Parameter(ParameterModel parameter) => _parameters.Statement(parameter);

    public CodeText Body()
    {
        if (operation.Body is not { } body)
        {
            return CodeText.Empty;
        }

        CodeText name = CodeText.Identifier(body.Name);
        if (body.IsRequired)
        {
            return Body(body, name);
        }

        // No parameter has these names, whatever the body is called.
        CodeText present = body.Form == RequestForm.File ? CodeText.Of($"givenFile") : CodeText.Of($"givenRequest");
        return CodeText.Of($$"""
            if ({{name}} is { } {{present}})
            {
                {{Body(body, present)}}
            }
            """);
    }

    /// <summary>True where the call refuses null itself, by the name of the argument.</summary>
    public static bool IsCheckedByCall(BodyModel body) => IsOwnJson(body) || body.Form is RequestForm.Multipart or RequestForm.Parts or RequestForm.Text or RequestForm.Lines or RequestForm.File;

    /// <summary>True for JSON of a type of the client, which brings its writer with it.</summary>
    private static bool IsOwnJson(BodyModel body) => body.Form == RequestForm.Json && JsonCode.IsOwn(body.Type) && !(body.IsNullable && body.IsRequired);

    private CodeText Body(BodyModel body, CodeText value)
    {
        return body.Form switch
        {
            RequestForm.UrlEncoded => CodeText.Of($"call.FormBody({value}, {_json.Writer(body.Type, isNullable: false, asRequest: true)}{_parameters.Fields(body.UrlEncoding!)});"),
            RequestForm.Multipart => CodeText.Of($"call.MultipartBody({value}, {CodeText.Identifier(body.FormName)}.Write{Unless("multipart/form-data")});"),
            RequestForm.JsonParts => CodeText.Of($"call.JsonPartsBody({value}, {_json.Writer(body.Type, isNullable: false, asRequest: true)}{Unless("multipart/form-data")});"),
            RequestForm.Parts => CodeText.Of($"call.MultipartBody({value}{Unless("multipart/form-data")});"),
            RequestForm.Text => CodeText.Of($"call.TextBody({value}{Unless("text/plain")});"),
            RequestForm.Lines => CodeText.Of($"call.LinesBody({value}, {_json.Writer(body.Type.Element!, body.Type.IsElementNullable, asRequest: true)}{Unless("application/jsonl")});"),
            RequestForm.File => CodeText.Of($"call.FileBody({value}{FormCode.FileArguments(body.MediaType, body.Limits)});"),
            _ when IsOwnJson(body) => CodeText.Of($"call.JsonBody({value}{Unless("application/json")});"),
            _ => CodeText.Of($"call.JsonBody({value}, {_json.Writer(body.Type, body.IsNullable && body.IsRequired, asRequest: true)}{Unless("application/json")});"),
        };

        CodeText Unless(string usual) => body.MediaType == usual ? CodeText.Empty : CodeText.Of($", {CodeText.Literal(body.MediaType)}");
    }
}
