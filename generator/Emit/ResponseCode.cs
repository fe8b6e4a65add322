using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how one operation takes its result from the response.</summary>
internal sealed class ResponseCode(ResultModel result, Names names)
{
    private readonly JsonCode _json = new(names);

    /// <summary>True where the response is awaited to be told by its status; else the task of the only success is the method's own.</summary>
    public bool IsAwaited => result.HasCases || result.Successes.Count > 1 || result.Successes[0].From != result.Successes[0].To;

    /// <summary>Sends the call and returns its result.</summary>
    public CodeText Statements() => IsAwaited
        ? CodeText.Paragraphs(CodeText.Of($"using {names["ApiResponse"]} response = await _pipeline.{Send()}.ConfigureAwait(false);"), Read())
        : CodeText.Of($"return _pipeline.{SendForOne(result.Successes[0])};");

    private CodeText SendForOne(SuccessModel success)
    {
        CodeText status = CodeText.Number(success.From);
        return success.Form switch
        {
            _ when result.Type is null => CodeText.Of($"SendAsync(call, {status}, cancellationToken)"),
            BodyForm.Text => CodeText.Of($"TextAsync(call, {status}, cancellationToken)"),
            BodyForm.File => CodeText.Of($"FileAsync(call, {status}, cancellationToken)"),
            _ when JsonCode.IsOwn(success.Type!) && !success.IsNullable => CodeText.Of($"SendAsync<{names.Of(success.Type!)}>(call, {status}, cancellationToken)"),
            _ => CodeText.Of($"SendAsync(call, {status}, {_json.Reader(success.Type!, success.IsNullable)}, cancellationToken)"),
        };
    }

    // The statuses stand in parentheses, because "not" binds more tightly than "and" and "or".
    private CodeText Read() => result.Type is null
        ? CodeText.Of($$"""
            if (response.Status is not ({{Either(result.Successes)}}))
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

    private static CodeText Either(IEnumerable<SuccessModel> successes) => CodeText.Alternatives(successes.Select(Pattern));

    private static CodeText Pattern(SuccessModel success) => success.From == success.To
        ? CodeText.Number(success.From)
        : CodeText.Of($">= {CodeText.Number(success.From)} and <= {CodeText.Number(success.To)}");

    /// <summary>Sends the call; the bodies of files are left open.</summary>
    private CodeText Send()
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
