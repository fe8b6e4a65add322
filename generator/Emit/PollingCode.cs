using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the expression that asks until a state is final.</summary>
internal sealed class PollingCode(FileModel file, PollingModel polling, Names names)
{
    /// <param name="answer">An expression that asks once, with <c>token</c>.</param>
    /// <param name="descriptor">The operation in the operations table.</param>
    public CodeText Poll(CodeText answer, CodeText descriptor) => CodeText.Of($$"""
        _pipeline.PollAsync(
            async token => (await {{answer}}.ConfigureAwait(false)){{Member(polling.ResultPath)}},
            static result => result{{State(polling.State)}} switch
            {
                {{CodeText.Lines(polling.Success.Select(state => CodeText.Of($"{CodeText.Literal(state)} => {names["PollOutcome"]}.Succeeded,")))}}
                {{CodeText.Lines(polling.Failures.Select(Failure))}}
                _ => {{names["PollOutcome"]}}.Pending,
            },
            new {{names["PollSchedule"]}}({{descriptor}}, interval ?? {{names.Duration(polling.Interval)}}, timeout ?? {{names.Duration(polling.Timeout)}}),
            progress,
            cancellationToken)
        """);

    private CodeText Failure(PollingFailure failure)
    {
        CodeText error = CodeText.Of($"{CodeText.Identifier(file.ErrorsName)}.{CodeText.Identifier(failure.ErrorProperty)}");
        CodeText message = failure.Message is { } path ? CodeText.Of($", result{State(path)}") : CodeText.Of($", null");
        return CodeText.Of($"{CodeText.Literal(failure.State)} => {names["PollOutcome"]}.Failed({error}{message}),");
    }

    private static CodeText Member(EquatableArray<string> path)
    {
        CodeText code = CodeText.Empty;
        foreach (string step in path)
        {
            code = CodeText.Of($"{code}.{CodeText.Identifier(step)}");
        }

        return code;
    }

    /// <summary>The text at the end of a chain of members, each of which may be null.</summary>
    private static CodeText State(MemberPath path)
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
}
