using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the methods of one operation: the one that throws, its Try twin, and the one that waits.</summary>
internal sealed class OperationCode(FileModel file, OperationModel operation, Names names)
{
    private readonly OperationSignature _signature = new(operation, names);
    private readonly RequestCode _request = new(operation, names);
    private readonly ResponseCode _response = new(operation, names);
    private readonly CodeText _name = CodeText.Identifier(operation.Name);

    private CodeText Descriptor => CodeText.Of($"{CodeText.Identifier(file.OperationsName)}.{CodeText.Identifier(operation.DescriptorName)}");

    public CodeText Methods() => CodeText.Paragraphs(Method(), TryMethod(), operation.Polling is { } polling ? WaitMethod(polling) : CodeText.Empty);

    /// <summary>The same methods as members of an interface, documented by the class.</summary>
    public CodeText Declarations(CodeText className)
    {
        List<CodeText> declarations =
        [
            Declaration(className, CodeText.Of($"{_name}Async"), _response.TaskType, _signature.Parameters()),
            Declaration(className, CodeText.Of($"Try{_name}Async"), _response.TryType, _signature.Parameters()),
        ];
        if (operation.Polling is { } polling)
        {
            declarations.Add(Declaration(className, CodeText.Of($"{CodeText.Identifier(polling.Name)}Async"), CodeText.Of($"{names["Task"]}<{names.Of(polling.ResultType)}>"), _signature.WaitParameters()));
        }

        return CodeText.Paragraphs(declarations);
    }

    private CodeText Declaration(CodeText className, CodeText method, CodeText returnType, CodeText signature) => CodeText.Of($"""
        /// <inheritdoc cref="{className}.{method}"/>
        {Deprecated()}
        {returnType} {method}({signature});
        """);

    private CodeText Method() => CodeText.Of($$"""
        {{DocEmitter.Summary(operation.Summary, $"{operation.Method} {operation.Path}")}}
        {{DocEmitter.Remarks($"{operation.Method} {operation.Path}", operation.Remarks)}}
        {{_signature.Docs()}}
        {{Returns()}}
        {{ExceptionDocs()}}
        {{Deprecated()}}
        {{Attribute()}}
        public async {{_response.TaskType}} {{_name}}Async({{_signature.Parameters()}})
        {
            {{_request.CheckArguments()}}
            {{names["ApiCall"]}} call = new({{Descriptor}}, options);
            {{_request.Build()}}

            using {{names["ApiResponse"]}} response = await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);

            {{_response.Read()}}
        }
        """);

    private CodeText TryMethod() => CodeText.Of($$"""
        /// <summary>Like <see cref="{{_name}}Async"/>, but returns a failed call as a result instead of throwing it.</summary>
        {{_signature.Docs()}}
        /// <returns>The result, or the exception that <see cref="{{_name}}Async"/> would throw.</returns>
        {{Deprecated()}}
        {{Attribute()}}
        public {{_response.TryType}} Try{{_name}}Async({{_signature.Parameters()}}) =>
            {{names["ApiResult"]}}.From({{_name}}Async({{_signature.Arguments(CodeText.Of($"cancellationToken"))}}));
        """);

    private CodeText WaitMethod(PollingModel polling)
    {
        string states = string.Join(" or ", polling.Success);
        CodeText answer = CodeText.Of($"{_name}Async({_signature.Arguments(CodeText.Of($"token"))})");
        return CodeText.Of($$"""
            {{DocEmitter.Summary($"Asks {operation.Method} {operation.Path} until the state is {states}.", "")}}
            {{_signature.Docs(isWait: true)}}
            {{DocEmitter.Returns($"What the service last answered, in the state {states}.")}}
            {{CodeText.Lines(polling.Failures.Select(failure => DocEmitter.Exception(CodeText.Identifier(failure.ExceptionName), $"The state became {failure.State}.")))}}
            /// <exception cref="{{names["ApiTimeoutException"]}}">The timeout passed without a final state.</exception>
            {{ExceptionDocs()}}
            {{Deprecated()}}
            {{Attribute(polling.Failures.Select(failure => failure.Code))}}
            public {{names["Task"]}}<{{names.Of(polling.ResultType)}}> {{CodeText.Identifier(polling.Name)}}Async({{_signature.WaitParameters()}}) =>
                {{new PollingCode(file, polling, names).Poll(answer, Descriptor)}};
            """);
    }

    private CodeText Attribute() => Attribute([]);

    /// <param name="statesCodes">The codes of failures that a success tells of.</param>
    private CodeText Attribute(IEnumerable<string> statesCodes)
    {
        IEnumerable<string> ownCodes = operation.Errors.Select(error => error.Code).Where(code => code.Length > 0);
        IReadOnlyList<CodeText> codes = statesCodes.Concat(ownCodes).Distinct(StringComparer.Ordinal).Select(CodeText.Literal).ToList();
        CodeText list = codes.Count == 0 ? CodeText.Empty : CodeText.Of($", Codes = [{CodeText.List(codes)}]");
        return CodeText.Of($"[{names["ApiOperation"]}({CodeText.Literal(operation.Id)}, {CodeText.Literal(operation.Method)}, {CodeText.Literal(operation.Path)}{list})]");
    }

    private CodeText Deprecated() => operation.IsDeprecated ? CodeText.Of($"[{names["Obsolete"]}(\"The document marks this as deprecated.\")]") : CodeText.Empty;

    private CodeText Returns() => operation.Result.Type is null ? CodeText.Empty : DocEmitter.Returns(operation.Result.Description is { Length: > 0 } text ? text : "What the service answered.");

    private CodeText ExceptionDocs() => CodeText.Lines(
    [
        .. operation.Errors.Select(error => DocEmitter.Exception(CodeText.Identifier(error.ExceptionName), error.Text)),
        DocEmitter.Exception(CodeText.Identifier(file.BaseExceptionName), "Any other answer that is an error."),
        DocEmitter.Exception(names["ResponseFormatException"], "A success that is not as described."),
        DocEmitter.Exception(names["TransportException"], "No answer came."),
    ]);
}
