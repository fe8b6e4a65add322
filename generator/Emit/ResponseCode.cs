using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes what a method returns and how it reads that from the response.</summary>
internal sealed class ResponseCode(OperationModel operation, Names names)
{
    private readonly JsonCode _json = new(names);

    /// <summary>What the Task of a method holds; empty for a method that returns nothing.</summary>
    private CodeText ResultType => operation.Result.Type is not { } type ? CodeText.Empty
        : operation.Result.Successes.Any(success => success.Form == BodyForm.None) ? names.Optional(type)
        : names.Of(type, operation.Result.IsNullable);

    public CodeText TaskType => operation.Result.Type is null ? names["Task"] : CodeText.Of($"{names["Task"]}<{ResultType}>");

    public CodeText TryType => operation.Result.Type is null ? CodeText.Of($"{names["Task"]}<{names["ApiResult"]}>") : CodeText.Of($"{names["Task"]}<{names["ApiResult"]}<{ResultType}>>");

    /// <summary>Matches the status, and reads the body or throws.</summary>
    public CodeText Read()
    {
        IReadOnlyList<SuccessModel> successes = operation.Result.Successes;
        if (operation.Result.Type is null)
        {
            return CodeText.Of($$"""
                if (response.Status is not {{Pattern(successes)}})
                {
                    throw response.ToException();
                }
                """);
        }

        return CodeText.Of($$"""
            return response.Status switch
            {
                {{CodeText.Lines(successes.Select(success => CodeText.Of($"{Pattern([success])} => {ReadBody(success)},")))}}
                _ => throw response.ToException(),
            };
            """);
    }

    private CodeText ReadBody(SuccessModel success) => success.Form switch
    {
        BodyForm.None => CodeText.Of($"null"),
        BodyForm.Text => CodeText.Of($"response.ReadText()"),
        _ => CodeText.Of($"response.ReadJson({_json.Reader(operation.Result.Type!, success.IsNullable)})"),
    };

    private static CodeText Pattern(IReadOnlyList<SuccessModel> successes)
    {
        CodeText pattern = CodeText.Empty;
        foreach (SuccessModel success in successes)
        {
            CodeText one = success.From == success.To ? CodeText.Number(success.From) : CodeText.Of($"(>= {CodeText.Number(success.From)} and <= {CodeText.Number(success.To)})");
            pattern = pattern.IsEmpty ? one : CodeText.Of($"{pattern} or {one}");
        }

        return successes.Count > 1 ? CodeText.Of($"({pattern})") : pattern;
    }
}
