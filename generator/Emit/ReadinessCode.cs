using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes how the root client asks whether its service can take work.</summary>
internal sealed class ReadinessCode(FileModel file, ReadinessModel readiness, Names names)
{
    private readonly OperationModel _operation = readiness.Operation;

    public CodeText Field => CodeText.Of($"private readonly {names["ReadinessProbe"]} _readiness;");

    private CodeText Name => CodeText.Of($"{CodeText.Identifier(readiness.Name)}Async");

    private CodeText TaskType => CodeText.Of($"{names["Task"]}<{names["Readiness"]}>");

    private CodeText Parameters => CodeText.Of($"{names["TimeSpan"]}? timeout = null, {names["IProgress"]}<{names["Readiness"]}>? progress = null, {names["RequestOptions"]}? options = null, {names["CancellationToken"]} cancellationToken = default");

    public CodeText Assignment() => CodeText.Of($$"""
        _readiness = new {{names["ReadinessProbe"]}}(_pipeline, new {{names["ReadinessRule"]}}({{CodeText.Identifier(file.OperationsName)}}.{{CodeText.Identifier(_operation.DescriptorName)}})
        {
            NotReady = [{{CodeText.List(readiness.NotReady.Select(status => CodeText.Number(status)))}}],
            Interval = {{names.Duration(readiness.Interval)}},
            Cap = {{names.Duration(readiness.Cap)}},
            Timeout = {{names.Duration(readiness.Timeout)}},
            AttemptTimeout = {{names.Duration(readiness.AttemptTimeout)}},
            {{Pointer("Load", readiness.Load)}}
            {{Pointer("Capacity", readiness.Capacity)}}
        });
        """);

    public CodeText Method() => CodeText.Of($$"""
        {{DocEmitter.Inherited}}
        {{new OperationSignature(_operation, names).Attribute([])}}
        public {{TaskType}} {{Name}}({{Parameters}}) =>
            _readiness.WaitAsync(timeout, progress, options, cancellationToken);
        """);

    public CodeText Question() => CodeText.Of($"""
        {TaskType} {names["IReadinessClient"]}.AskReadinessAsync({names["CancellationToken"]} cancellationToken) =>
            _readiness.AskAsync(null, cancellationToken);
        """);

    public CodeText Declaration() => CodeText.Of($"""
        {DocEmitter.Summary($"Asks {_operation.Method} {_operation.Path} until the service is ready. All who wait share one question at a time.")}
        /// <param name="timeout">How long to wait in all; by default {PollingCode.Time(readiness.Timeout)}.</param>
        /// <param name="progress">Told every answer.</param>
        /// <param name="options">Settings of the questions; those of the caller whom the questions began with hold for all who wait.</param>
        /// <param name="cancellationToken">Cancels this wait, not that of others.</param>
        {DocEmitter.Returns("The answer that says ready.")}
        {DocEmitter.Exception(names["ApiTimeoutException"], "The service was not ready in time.")}
        {CodeText.Lines(_operation.Errors.Select(error => DocEmitter.Exception(CodeText.Identifier(error.ExceptionName), error.Text)))}
        {DocEmitter.Exception(CodeText.Identifier(file.BaseExceptionName))}
        {TaskType} {Name}({Parameters});
        """);

    private static CodeText Pointer(string name, string? pointer) => pointer is null ? CodeText.Empty : CodeText.Of($"{CodeText.Identifier(name)} = {CodeText.Literal(pointer)},");
}
