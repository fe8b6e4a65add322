using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the table of operations, which the pipeline and tools read.</summary>
internal static class OperationsEmitter
{
    public static EmittedFile Emit(FileModel file, IEnumerable<OperationInfoModel> operations)
    {
        Names names = new(file);
        CodeText body = CodeText.Of($$"""
            /// <summary>The operations of <see cref="{{CodeText.Identifier(file.ClientName)}}"/> with what each may send and raise.</summary>
            {{names.Access}} static class {{CodeText.Identifier(file.OperationsName)}}
            {
                {{CodeText.Members(operations.Select(operation => Operation(operation, file, names)))}}
            }
            """);
        return SourceFileEmitter.Emit(file, file.OperationsName, $"{file.Document}#/paths", body, names);
    }

    private static CodeText Operation(OperationInfoModel operation, FileModel file, Names names)
    {
        CodeText errorsName = CodeText.Identifier(file.ErrorsName);
        IReadOnlyList<CodeText> errors = operation.Errors.Select(error => CodeText.Of($"{errorsName}.{CodeText.Identifier(error)},")).ToList();
        CodeText security = operation.Security.Count == 0
            ? CodeText.Empty
            : CodeText.Of($"Security = [{CodeText.List(operation.Security.Select(alternative => CodeText.Of($"[{CodeText.List(alternative.Select(CodeText.Literal))}]")))}],");
        CodeText secrets = operation.Secrets.Count == 0 ? CodeText.Empty : CodeText.Of($"Secrets = [{CodeText.List(operation.Secrets.Select(CodeText.Literal))}],");
        CodeText raised = errors.Count == 0 ? CodeText.Empty : CodeText.Of($$"""
            Errors =
            [
                {{CodeText.Lines(errors)}}
            ],
            """);
        CodeText server = operation.Server.Length == 0 ? CodeText.Empty : CodeText.Of($"Server = new({CodeText.Literal(operation.Server)}, {CodeText.Literal(operation.UsualServer)}),");
        CodeText redirects = operation.AnswersWithRedirects ? CodeText.Of($"AnswersWithRedirects = true,") : CodeText.Empty;
        CodeText longPoll = operation.IsLongPoll ? CodeText.Of($"IsLongPoll = true,") : CodeText.Empty;
        CodeText members = CodeText.Lines([server, security, secrets, redirects, longPoll, raised]);
        CodeText head = CodeText.Of($"public static {names["ApiOperationInfo"]} {CodeText.Identifier(operation.DescriptorName)} {{ get; }} = new({CodeText.Literal(operation.Id)}, {Method(operation.Method, names)}, {CodeText.Literal(operation.Path)})");
        return members.IsEmpty
            ? CodeText.Of($"{head};")
            : CodeText.Of($$"""
                {{head}}
                {
                    {{members}}
                };
                """);
    }

    private static CodeText Method(string method, Names names) => method switch
    {
        "GET" => CodeText.Of($"{names["HttpMethod"]}.Get"),
        "PUT" => CodeText.Of($"{names["HttpMethod"]}.Put"),
        "POST" => CodeText.Of($"{names["HttpMethod"]}.Post"),
        "DELETE" => CodeText.Of($"{names["HttpMethod"]}.Delete"),
        "OPTIONS" => CodeText.Of($"{names["HttpMethod"]}.Options"),
        "HEAD" => CodeText.Of($"{names["HttpMethod"]}.Head"),
        "PATCH" => CodeText.Of($"{names["HttpMethod"]}.Patch"),
        "TRACE" => CodeText.Of($"{names["HttpMethod"]}.Trace"),
        _ => CodeText.Of($"new {names["HttpMethod"]}({CodeText.Literal(method)})"),
    };
}
