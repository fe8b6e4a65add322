using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how one operation takes its result from the response.</summary>
internal sealed class ResponseCode(ResultModel result, Names names)
{
    private readonly JsonCode _json = new(names);

    public CodeText Read() => result.Type is null
        ? CodeText.Of($$"""
            if (response.Status is not {{NoBody()}})
            {
                throw response.ToException();
            }
            """)
        : CodeText.Of($$"""
            return response.Status switch
            {
                {{CodeText.Lines(result.Successes.Select(success => CodeText.Of($"{Pattern(success)} => {Body(success)},")))}}
                _ => throw response.ToException(),
            };
            """);

    /// <summary>The statuses in parentheses, because "not" binds more tightly than "and" and "or".</summary>
    private CodeText NoBody() => result.Successes.Count == 1 && result.Successes[0].From == result.Successes[0].To ? Pattern(result.Successes[0]) : CodeText.Of($"({Either(result.Successes)})");

    private static CodeText Either(IReadOnlyList<SuccessModel> successes)
    {
        CodeText pattern = Pattern(successes[0]);
        foreach (SuccessModel success in successes.Skip(1))
        {
            pattern = CodeText.Of($"{pattern} or {Pattern(success)}");
        }

        return pattern;
    }

    private static CodeText Pattern(SuccessModel success) => success.From == success.To
        ? CodeText.Number(success.From)
        : CodeText.Of($">= {CodeText.Number(success.From)} and <= {CodeText.Number(success.To)}");

    /// <summary>Sends the call; the bodies of files are left open.</summary>
    public CodeText Send()
    {
        List<SuccessModel> files = result.Successes.Where(success => success.Form == BodyForm.File).ToList();
        return files.Count == 0 ? CodeText.Of($"SendAsync(call, cancellationToken)")
            : result.Successes.All(success => success.Form is BodyForm.File or BodyForm.None) ? CodeText.Of($"OpenAsync(call, cancellationToken)")
            : CodeText.Of($"OpenAsync(call, static status => status is {Either(files)}, cancellationToken)");
    }

    private CodeText Body(SuccessModel success)
    {
        CodeText body = success.Form switch
        {
            BodyForm.None => CodeText.Of($"null"),
            BodyForm.Text => CodeText.Of($"response.ReadText()"),
            BodyForm.File => CodeText.Of($"response.TakeFile()"),
            _ => CodeText.Of($"response.ReadJson({_json.Reader(success.Type!, success.IsNullable)})"),
        };
        return result.HasCases ? CodeText.Of($"new {names.Of(result.Type!)}.{CodeText.Identifier(success.CaseName)}({(success.Form == BodyForm.None ? CodeText.Empty : body)})") : body;
    }
}
