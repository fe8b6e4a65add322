using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the parameters of an operation's methods: what is required, the body, what is optional, the call's options, the token.</summary>
internal sealed class OperationSignature(OperationModel operation, Names names)
{
    /// <summary>The parameters of the method and of its Try twin.</summary>
    public CodeText Parameters() => CodeText.List([.. Required(), .. Optional(), CodeText.Of($"{names["RequestOptions"]}? options = null"), CodeText.Of($"{names["CancellationToken"]} cancellationToken = default")]);

    /// <summary>The parameters of the method that waits.</summary>
    public CodeText WaitParameters() => CodeText.List(
    [
        .. Required(),
        CodeText.Of($"{names["TimeSpan"]}? interval = null"),
        CodeText.Of($"{names["TimeSpan"]}? timeout = null"),
        CodeText.Of($"{names["IProgress"]}<{names.Of(operation.Polling!.ResultType)}>? progress = null"),
        .. Optional(),
        CodeText.Of($"{names["RequestOptions"]}? options = null"),
        CodeText.Of($"{names["CancellationToken"]} cancellationToken = default"),
    ]);

    private IEnumerable<CodeText> Required()
    {
        foreach (ParameterModel parameter in operation.Parameters.Where(parameter => parameter.IsRequired))
        {
            yield return CodeText.Of($"{names.Of(parameter.Type)} {CodeText.Identifier(parameter.Name)}");
        }

        if (operation.Body is { IsRequired: true } body)
        {
            yield return CodeText.Of($"{names.Of(body.Type, body.IsNullable)} {CodeText.Identifier(body.Name)}");
        }
    }

    private IEnumerable<CodeText> Optional()
    {
        if (operation.Body is { IsRequired: false } body)
        {
            yield return CodeText.Of($"{names.Optional(body.Type)} {CodeText.Identifier(body.Name)} = null");
        }

        foreach (ParameterModel parameter in operation.Parameters.Where(parameter => !parameter.IsRequired))
        {
            yield return CodeText.Of($"{names.Optional(parameter.Type)} {CodeText.Identifier(parameter.Name)} = null");
        }
    }

    /// <summary>The method's own parameters, passed on in the order of <see cref="Parameters"/>.</summary>
    public CodeText Arguments(CodeText token)
    {
        IEnumerable<CodeText> body(bool isRequired) => operation.Body is { } model && model.IsRequired == isRequired ? [CodeText.Identifier(model.Name)] : [];
        IEnumerable<CodeText> parameters(bool isRequired) => operation.Parameters.Where(parameter => parameter.IsRequired == isRequired).Select(parameter => CodeText.Identifier(parameter.Name));
        return CodeText.List([.. parameters(true), .. body(true), .. body(false), .. parameters(false), CodeText.Of($"options"), token]);
    }

    public CodeText Docs(bool isWait = false)
    {
        List<CodeText> docs = [];
        docs.AddRange(operation.Parameters.Where(parameter => parameter.IsRequired).Select(Doc));
        if (operation.Body is { } body)
        {
            docs.Add(DocEmitter.Param(body.Name, body.Description.Length > 0 ? body.Description : "The body of the request."));
        }

        if (isWait)
        {
            docs.Add(CodeText.Of($"/// <param name=\"interval\">The time between two questions; by default {Time(operation.Polling!.Interval)}.</param>"));
            docs.Add(CodeText.Of($"/// <param name=\"timeout\">How long to wait in all; by default {Time(operation.Polling.Timeout)}.</param>"));
            docs.Add(CodeText.Of($"/// <param name=\"progress\">Told every answer.</param>"));
        }

        docs.AddRange(operation.Parameters.Where(parameter => !parameter.IsRequired).Select(Doc));
        docs.Add(CodeText.Of($"/// <param name=\"options\">Settings of this call alone.</param>"));
        docs.Add(CodeText.Of($"/// <param name=\"cancellationToken\">Cancels the call.</param>"));
        return CodeText.Lines(docs);
    }

    private static CodeText Doc(ParameterModel parameter) => DocEmitter.Param(parameter.Name, parameter.Description);

    private static CodeText Time(long milliseconds) => milliseconds % 60_000 == 0 ? CodeText.Of($"{CodeText.Number(milliseconds / 60_000)} minutes")
        : milliseconds % 1000 == 0 ? CodeText.Of($"{CodeText.Number(milliseconds / 1000)} seconds")
        : CodeText.Of($"{CodeText.Number(milliseconds)} milliseconds");
}
