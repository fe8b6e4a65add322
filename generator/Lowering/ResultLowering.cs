using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides what one operation returns.</summary>
internal sealed class ResultLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    /// <summary>The result; null where a schema could not be read, and the operation is left out for it, which has been reported.</summary>
    /// <param name="typePrefix">What the names of the operation's own types start with.</param>
    public ResultModel? Lower(Operation operation, string typePrefix)
    {
        List<SuccessModel> successes = [];
        List<string> accepted = [];
        IReadOnlyList<string> wanted = AcceptParameter.ValuesOf(operation);
        foreach (Success success in Success.Of(operation))
        {
            ResponseContent content = HasNoBody(operation, success) ? ResponseContent.None : ResponseContent.Choose(success.Response, wanted);
            if (wanted.Count == 0 && content.Form != BodyForm.None)
            {
                UnusedContent.OfResponse(success.Response.Contents, content, diagnostics);
            }

            TypeUse use = content.Form switch
            {
                BodyForm.Json => content.Schema is { } schema ? types.Lower(schema, typePrefix + "Response") : TypeUse.Json,
                BodyForm.Text => new TypeUse(new TypeRef(TypeKind.String), IsNullable: false),
                BodyForm.File => new TypeUse(new TypeRef(TypeKind.Download), IsNullable: false),
                _ => default,
            };
            if (content.Form == BodyForm.Json && use.Type is null)
            {
                diagnostics.ReportAtName(Descriptors.LeftOutByError, operation.Node, "Operation", operation.DisplayName, $"the schema of its response '{success.Response.Key}'");
                return null;
            }

            accepted.AddRange(content.Accepted.Except(accepted));
            successes.Add(new SuccessModel(success.From, success.To, content.Form, use.IsNullable) { Type = use.Type, Description = success.Response.Description ?? "" });
        }

        if (successes.Count == 0)
        {
            // A document that names no success still has one: whatever the service answers with a 2xx.
            successes.Add(new SuccessModel(200, 299, BodyForm.None, IsNullable: false));
        }

        string accept = accepted.All(mediaType => mediaType == "application/json") ? "" : string.Join(", ", accepted);
        string description = successes.Select(success => success.Description).FirstOrDefault(text => text.Length > 0) ?? "";
        List<TypeRef> different = successes.Select(success => success.Type).OfType<TypeRef>().Distinct().ToList();
        return different.Count > 1
            ? OfCases(successes, typePrefix, description, accept)
            : OfOneType(successes, different.FirstOrDefault(), description, accept);
    }

    /// <summary>The answer to HEAD has no body, whatever it would have been to GET (RFC 9110, section 9.3.2), and neither have 204, 205 and 304, whatever is described (sections 15.3.5, 15.3.6 and 15.4.5).</summary>
    private static bool HasNoBody(Operation operation, Success success) =>
        operation.Method == "HEAD" || (success.From == success.To && success.From is 204 or 205 or 304);

    private static ResultModel OfOneType(List<SuccessModel> successes, TypeRef? type, string description, string accept)
    {
        bool isNullable = type is not null && successes.Any(success => success.IsNullable || success.Form == BodyForm.None);
        return new ResultModel(type, isNullable, description, successes.ToEquatableArray(), accept);
    }

    /// <summary>Successes of several types are a closed record with a nested one for each status.</summary>
    private ResultModel OfCases(List<SuccessModel> successes, string typePrefix, string description, string accept)
    {
        string name = types.TakeName(typePrefix + "Result");
        NameScope names = new([name, "Value"]);
        IEnumerable<SuccessModel> cases = successes.Select(success => success with { CaseName = names.Take(SuccessNames.Of(success.From, success.To)) });
        return new ResultModel(new TypeRef(TypeKind.Result, name), IsNullable: false, description, cases.ToEquatableArray(), accept);
    }
}
