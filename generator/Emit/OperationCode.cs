using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the methods of one operation: the one that throws, its Try twin, and the one that waits.</summary>
internal sealed class OperationCode(FileModel file, OperationModel operation, Names names)
{
    private readonly JsonCode _json = new(names);
    private readonly CodeText _name = CodeText.Identifier(operation.Name);

    /// <summary>What the Task of a method holds; empty for a method that returns nothing.</summary>
    private CodeText ResultType => operation.Result.Type is not { } type ? CodeText.Empty
        : operation.Result.Successes.Any(success => success.Form == BodyForm.None) ? names.Optional(type)
        : names.Of(type, operation.Result.IsNullable);

    private CodeText TaskType => operation.Result.Type is null ? names["Task"] : CodeText.Of($"{names["Task"]}<{ResultType}>");

    private CodeText TryType => operation.Result.Type is null ? CodeText.Of($"{names["Task"]}<{names["ApiResult"]}>") : CodeText.Of($"{names["Task"]}<{names["ApiResult"]}<{ResultType}>>");

    private CodeText Descriptor => CodeText.Of($"{CodeText.Identifier(file.OperationsName)}.{CodeText.Identifier(operation.DescriptorName)}");

    public CodeText Methods() => CodeText.Paragraphs(Method(), TryMethod(), operation.Polling is { } polling ? WaitMethod(polling) : CodeText.Empty);

    /// <summary>The same methods as members of an interface, documented by the class.</summary>
    public CodeText Declarations(CodeText className)
    {
        List<CodeText> declarations =
        [
            Declaration(className, CodeText.Of($"{_name}Async"), TaskType, Signature()),
            Declaration(className, CodeText.Of($"Try{_name}Async"), TryType, Signature()),
        ];
        if (operation.Polling is { } polling)
        {
            declarations.Add(Declaration(className, CodeText.Of($"{CodeText.Identifier(polling.Name)}Async"), CodeText.Of($"{names["Task"]}<{names.Of(polling.ResultType)}>"), WaitSignature()));
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
        {{ParameterDocs()}}
        {{Returns()}}
        {{ExceptionDocs()}}
        {{Deprecated()}}
        {{Attribute()}}
        public async {{TaskType}} {{_name}}Async({{Signature()}})
        {
            {{CodeText.Lines(ArgumentChecks())}}{{(ArgumentChecks().Any() ? CodeText.Of($"\n") : CodeText.Empty)}}
            {{names["ApiCall"]}} call = new({{Descriptor}}, options);
            {{CodeText.Lines(operation.Parameters.Select(SendParameter))}}
            {{SendBody()}}

            using {{names["ApiResponse"]}} response = await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);

            {{ReadResponse()}}
        }
        """);

    private CodeText TryMethod() => CodeText.Of($$"""
        /// <summary>Like <see cref="{{_name}}Async"/>, but returns a failed call as a result instead of throwing it.</summary>
        {{ParameterDocs()}}
        /// <returns>The result, or the exception that <see cref="{{_name}}Async"/> would throw.</returns>
        {{Deprecated()}}
        {{Attribute()}}
        public {{TryType}} Try{{_name}}Async({{Signature()}}) =>
            {{names["ApiResult"]}}.From({{_name}}Async({{Arguments(CodeText.Of($"cancellationToken"))}}));
        """);

    private CodeText WaitMethod(PollingModel polling)
    {
        CodeText name = CodeText.Identifier(polling.Name);
        CodeText result = CodeText.Of($"(await {_name}Async({Arguments(CodeText.Of($"token"))}).ConfigureAwait(false)){Member(polling.ResultPath)}");
        string states = string.Join(" or ", polling.Success);
        return CodeText.Of($$"""
            {{DocEmitter.Summary($"Asks {operation.Method} {operation.Path} until the state is {states}.", "")}}
            {{ParameterDocs(isWait: true)}}
            {{DocEmitter.Returns($"What the service last answered, in the state {states}.")}}
            {{CodeText.Lines(polling.Failures.Select(failure => DocEmitter.Exception(CodeText.Identifier(failure.ExceptionName), $"The state became {failure.State}.")))}}
            /// <exception cref="{{names["ApiTimeoutException"]}}">The timeout passed without a final state.</exception>
            {{ExceptionDocs()}}
            {{Deprecated()}}
            {{Attribute(polling.Failures.Select(failure => failure.Code))}}
            public {{names["Task"]}}<{{names.Of(polling.ResultType)}}> {{name}}Async({{WaitSignature()}}) =>
                _pipeline.PollAsync(
                    async token => {{result}},
                    static result => result{{State(polling.State)}} switch
                    {
                        {{CodeText.Lines(polling.Success.Select(state => CodeText.Of($"{CodeText.Literal(state)} => {names["PollOutcome"]}.Succeeded,")))}}
                        {{CodeText.Lines(polling.Failures.Select(Failure))}}
                        _ => {{names["PollOutcome"]}}.Pending,
                    },
                    new {{names["PollSchedule"]}}({{Descriptor}}, interval ?? {{names.Duration(polling.Interval)}}, timeout ?? {{names.Duration(polling.Timeout)}}),
                    progress,
                    cancellationToken);
            """);
    }

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

    private CodeText Signature() => CodeText.List([.. Required(), .. Optional(), CodeText.Of($"{names["RequestOptions"]}? options = null"), CodeText.Of($"{names["CancellationToken"]} cancellationToken = default")]);

    private CodeText WaitSignature() => CodeText.List(
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

    /// <summary>The method's own parameters, passed on in the order of <see cref="Signature"/>.</summary>
    private CodeText Arguments(CodeText token)
    {
        IEnumerable<CodeText> body(bool isRequired) => operation.Body is { } model && model.IsRequired == isRequired ? [CodeText.Identifier(model.Name)] : [];
        IEnumerable<CodeText> parameters(bool isRequired) => operation.Parameters.Where(parameter => parameter.IsRequired == isRequired).Select(parameter => CodeText.Identifier(parameter.Name));
        return CodeText.List([.. parameters(true), .. body(true), .. body(false), .. parameters(false), CodeText.Of($"options"), token]);
    }

    private IEnumerable<CodeText> ArgumentChecks()
    {
        IEnumerable<string> checkedNames = operation.Parameters
            .Where(parameter => parameter is { IsRequired: true, Type.IsValueType: false })
            .Select(parameter => parameter.Name)
            .Concat(operation.Body is { IsRequired: true, IsNullable: false, Type.IsValueType: false } body ? [body.Name] : []);
        return checkedNames.Select(name => CodeText.Of($"{names["ArgumentNullException"]}.ThrowIfNull({CodeText.Identifier(name)});"));
    }

    private CodeText SendParameter(ParameterModel parameter)
    {
        CodeText wireName = CodeText.Literal(parameter.WireName);
        CodeText name = CodeText.Identifier(parameter.Name);
        if (parameter.Type.Kind == TypeKind.List)
        {
            TypeRef element = parameter.Type.Element!;
            CodeText select = element.Kind == TypeKind.String && !parameter.Type.IsElementNullable ? CodeText.Empty : CodeText.Of($".Select(static item => {Text(element, CodeText.Of($"item"), false)}{(parameter.Type.IsElementNullable ? CodeText.Of($" ?? \"\"") : CodeText.Empty)})");
            CodeText nullable = parameter.IsRequired || select.IsEmpty ? CodeText.Empty : CodeText.Of($"?");
            CodeText style = parameter is { Explode: true } ? CodeText.Empty
                : parameter.Separator == ',' ? CodeText.Of($", explode: false")
                : CodeText.Of($", explode: false, separator: {CodeText.Literal(parameter.Separator)}");
            return CodeText.Of($"call.QueryList({wireName}, {name}{nullable}{select}{style});");
        }

        CodeText value = Text(parameter.Type, name, !parameter.IsRequired);
        return CodeText.Of($"call.{CodeText.Identifier(parameter.Target.ToString())}({wireName}, {value});");
    }

    /// <summary>The text of a scalar as it is sent.</summary>
    private CodeText Text(TypeRef type, CodeText value, bool isOptional) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum when type.Element!.Kind == TypeKind.String => isOptional ? CodeText.Of($"{value}?.Value") : CodeText.Of($"{value}.Value"),
        TypeKind.Enum => isOptional ? CodeText.Of($"{names["WireText"]}.Of({value}?.Value)") : CodeText.Of($"{names["WireText"]}.Of({value}.Value)"),
        _ => CodeText.Of($"{names["WireText"]}.Of({value})"),
    };

    private CodeText SendBody()
    {
        if (operation.Body is not { } body)
        {
            return CodeText.Empty;
        }

        CodeText name = CodeText.Identifier(body.Name);
        CodeText mediaType = body.MediaType == "application/json" ? CodeText.Empty : CodeText.Of($", {CodeText.Literal(body.MediaType)}");
        CodeText writer = _json.Writer(body.Type, body.IsNullable && body.IsRequired, asRequest: true);
        if (body.IsRequired)
        {
            return CodeText.Of($"call.JsonBody({name}, {writer}{mediaType});");
        }

        CodeText present = CodeText.Identifier($"given{char.ToUpperInvariant(body.Name[0])}{body.Name.Substring(1)}");
        return CodeText.Of($$"""
            if ({{name}} is { } {{present}})
            {
                call.JsonBody({{present}}, {{writer}}{{mediaType}});
            }
            """);
    }

    private CodeText ReadResponse()
    {
        IReadOnlyList<SuccessModel> successes = operation.Result.Successes;
        if (operation.Result.Type is null)
        {
            CodeText statuses = successes.Count == 0 ? CodeText.Of($"(>= 200 and <= 299)") : Pattern(successes);
            return CodeText.Of($$"""
                if (response.Status is not {{statuses}})
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
            CodeText one = success.From == success.To ? CodeText.Number(success.From)
                : successes.Count == 1 && pattern.IsEmpty ? CodeText.Of($"(>= {CodeText.Number(success.From)} and <= {CodeText.Number(success.To)})")
                : CodeText.Of($"(>= {CodeText.Number(success.From)} and <= {CodeText.Number(success.To)})");
            pattern = pattern.IsEmpty ? one : CodeText.Of($"{pattern} or {one}");
        }

        return successes.Count > 1 ? CodeText.Of($"({pattern})") : pattern;
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

    private CodeText ParameterDocs(bool isWait = false)
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

    private CodeText ExceptionDocs() => CodeText.Lines(
    [
        .. operation.Errors.Select(error => DocEmitter.Exception(CodeText.Identifier(error.ExceptionName), error.Text)),
        DocEmitter.Exception(CodeText.Identifier(file.BaseExceptionName), "Any other answer that is an error."),
        DocEmitter.Exception(names["ResponseFormatException"], "A success that is not as described."),
        DocEmitter.Exception(names["TransportException"], "No answer came."),
    ]);
}
