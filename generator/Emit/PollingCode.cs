using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the method that asks an operation again and again until a state is final.</summary>
internal sealed class PollingCode(FileModel file, OperationModel operation, PollingModel polling, OperationSignature signature, OperationDocs docs, Names names)
{
    public CodeText Name => CodeText.Of($"{CodeText.Identifier(polling.Name)}Async");

    public CodeText TaskType => CodeText.Of($"{names["Task"]}<{names.Of(polling.ResultType)}>");

    public CodeText Parameters => CodeText.List(
    [
        .. signature.Required(),
        CodeText.Of($"{names["TimeSpan"]}? interval = null"),
        CodeText.Of($"{names["TimeSpan"]}? timeout = null"),
        CodeText.Of($"{names["IProgress"]}<{names.Of(polling.ResultType)}>? progress = null"),
        .. signature.Optional(),
    ]);

    private string States => Either(polling.Success);

    public CodeText Docs() => CodeText.Of($"""
        {DocEmitter.Summary($"Asks {operation.Method} {operation.Path} until the state is {States}.")}
        {ParameterDocs()}
        {DocEmitter.Returns($"What the service last answered, in the state {States}.")}
        {CodeText.Lines(polling.Failures.GroupBy(failure => failure.ExceptionName).Select(Exception))}
        {DocEmitter.Exception(names["ApiTimeoutException"], "The timeout passed without a final state.")}
        {docs.Exceptions()}
        """);

    public CodeText Method(CodeText descriptor) => CodeText.Of($$"""
        {{DocEmitter.Inherited}}
        {{signature.Deprecated}}
        {{signature.Attribute(polling.Failures.Select(failure => failure.Code))}}
        public {{TaskType}} {{Name}}({{Parameters}}) =>
            _pipeline.PollAsync(
                {{Question()}},
                static result => result{{State(polling.State)}} switch
                {
                    {{CodeText.Lines(polling.Success.Select(state => CodeText.Of($"{CodeText.Literal(state)} => {names["PollOutcome"]}.Succeeded,")))}}
                    {{CodeText.Lines(polling.Failures.Select(Failure))}}
                    _ => {{names["PollOutcome"]}}.Pending,
                },
                new {{names["PollSchedule"]}}({{descriptor}}, interval ?? {{names.Duration(polling.Interval)}}, timeout ?? {{names.Duration(polling.Timeout)}}),
                progress,
                cancellationToken);
        """);

    private CodeText Question()
    {
        CodeText call = CodeText.Of($"{CodeText.Identifier(operation.Name)}Async({signature.Arguments(CodeText.Of($"token"), Options())})");
        CodeText members = Members(polling.ResultPath);
        return members.IsEmpty ? CodeText.Of($"token => {call}") : CodeText.Of($"async token => (await {call}.ConfigureAwait(false)){members}");
    }

    /// <summary>The caller's options, in which a limit of the document stands where they have none.</summary>
    private CodeText Options() => polling.AttemptTimeout is { } limit
        ? CodeText.Of($"{names["RequestOptions"]}.WithAttemptTimeout(options, {names.Duration(limit)})")
        : CodeText.Of($"options");

    private CodeText ParameterDocs() => docs.Parameters(
        CodeText.Of($"/// <param name=\"interval\">The time between two questions; by default {Time(polling.Interval)}.</param>"),
        CodeText.Of($"/// <param name=\"timeout\">How long to wait in all; by default {Time(polling.Timeout)}.</param>"),
        CodeText.Of($"/// <param name=\"progress\">Told every answer.</param>"));

    private static CodeText Exception(IGrouping<string, PollingFailure> failures) =>
        DocEmitter.Exception(CodeText.Identifier(failures.Key), $"The state became {Either(failures.Select(failure => failure.State))}.");

    private CodeText Failure(PollingFailure failure)
    {
        CodeText error = CodeText.Of($"{CodeText.Identifier(file.ErrorsName)}.{CodeText.Identifier(failure.ErrorProperty)}");
        CodeText message = failure.Message is { } path ? CodeText.Of($"result{State(path)}") : CodeText.Of($"null");
        return CodeText.Of($"{CodeText.Literal(failure.State)} => {names["PollOutcome"]}.Failed({error}, {message}),");
    }

    private static CodeText Members(IEnumerable<string> path)
    {
        CodeText code = CodeText.Empty;
        foreach (string step in path)
        {
            code = CodeText.Of($"{code}.{CodeText.Identifier(step)}");
        }

        return code;
    }

    /// <summary>The text at the end of a chain of members, each of which may be null.</summary>
    public static CodeText State(MemberPath path)
    {
        CodeText code = CodeText.Empty;
        bool isOptional = false;
        foreach (MemberStep step in path.Steps)
        {
            code = isOptional ? CodeText.Of($"{code}?.{CodeText.Identifier(step.Name)}") : CodeText.Of($"{code}.{CodeText.Identifier(step.Name)}");
            isOptional = step.IsOptional;
        }

        return path.IsEnum ? isOptional ? CodeText.Of($"{code}?.Value") : CodeText.Of($"{code}.Value") : code;
    }

    private static string Either(IEnumerable<string> states) => string.Join(" or ", states.Select(state => $"'{state}'"));

    /// <summary>A time in words.</summary>
    public static CodeText Time(long milliseconds) => milliseconds % 60_000 == 0 ? Time(milliseconds / 60_000, CodeText.Of($"minute"))
        : milliseconds % 1000 == 0 ? Time(milliseconds / 1000, CodeText.Of($"second"))
        : Time(milliseconds, CodeText.Of($"millisecond"));

    private static CodeText Time(long number, CodeText unit) => number == 1 ? CodeText.Of($"1 {unit}") : CodeText.Of($"{CodeText.Number(number)} {unit}s");
}
