using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the table of errors, by which the runtime chooses exceptions and decides on retries.</summary>
internal sealed class ErrorsEmitter(FileModel file, ErrorsModel errors)
{
    private readonly Names _names = new(file);

    public EmittedFile Emit()
    {
        CodeText definitions = CodeText.Paragraphs(errors.Codes.Select(Definition));
        CodeText body = CodeText.Of($$"""
            /// <summary>The errors of <see cref="{{CodeText.Identifier(file.ClientName)}}"/> with what is known of each.</summary>
            {{_names.Access}} static class {{CodeText.Identifier(file.ErrorsName)}}
            {
                {{CodeText.Paragraphs(definitions, Catalog())}}
            }
            """);
        return SourceFileEmitter.Emit(file, file.ErrorsName, file.Catalog.Length > 0 ? file.Catalog : file.Document, body, _names);
    }

    private CodeText Definition(CodeErrorModel error) => CodeText.Of($$"""
        {{DocEmitter.Summary(error.Message ?? "", DocText.WireName(error.Code, error.PropertyName))}}
        public static {{_names["ErrorDefinition"]}} {{CodeText.Identifier(error.PropertyName)}} { get; } = new({{CodeText.Literal(error.Code)}}, static error => new {{CodeText.Identifier(error.ExceptionName)}}(error))
        {
            {{(error.Status is { } status ? CodeText.Of($"Status = {CodeText.Number(status)},") : CodeText.Empty)}}
            {{(error.Match.Count > 0 ? CodeText.Of($"Match = [{CodeText.List(error.Match.Select(CodeText.Literal))}],") : CodeText.Empty)}}
            {{Text("Category", error.Category)}}
            {{Text("Message", error.Message)}}
            {{Text("Resolution", error.Resolution)}}
            {{Text("DocsUrl", error.DocsUrl)}}
            Retry = {{Retry(error.Retry)}},
        };
        """);

    private CodeText Catalog() => CodeText.Of($$"""
        /// <summary>All of it: how an error body is read, and which exception an error is.</summary>
        public static {{_names["ErrorCatalog"]}} Catalog { get; } = new(static error => new {{CodeText.Identifier(file.BaseExceptionName)}}(error))
        {
            {{Member("Envelopes", errors.Envelopes.Select(Envelope))}}
            {{Member("Errors", errors.Codes.Select(error => CodeText.Of($"{CodeText.Identifier(error.PropertyName)},")))}}
            {{Member("Statuses", errors.Statuses.Select(Status))}}
            {{Member("Limits", errors.Limits.Select(Limit))}}
        };
        """);

    private static CodeText Member(string name, IEnumerable<CodeText> items)
    {
        CodeText lines = CodeText.Lines(items);
        return lines.IsEmpty ? CodeText.Empty : CodeText.Of($"""
            {CodeText.Identifier(name)} =
            [
                {lines}
            ],
            """);
    }

    private CodeText Envelope(EnvelopeModel envelope)
    {
        CodeText members = envelope.Members.Count == 0
            ? CodeText.Empty
            : CodeText.Of($$"""Members = new {{_names["Dictionary"]}}<string, string> { {{CodeText.List(envelope.Members.Select(member => CodeText.Of($"[{CodeText.Literal(member.Name)}] = {CodeText.Literal(member.Pointer)}")))}} }""");
        CodeText pointers = CodeText.List(
        [
            Pointer("Code", envelope.Code),
            Pointer("Message", envelope.Message),
            Pointer("Status", envelope.Status),
            Pointer("RequestId", envelope.RequestId),
            Pointer("RetryAfter", envelope.RetryAfter),
            Pointer("DocsUrl", envelope.Docs),
            members,
        ]);
        return CodeText.Of($$"""new {{_names["ErrorEnvelope"]}} { {{pointers}} },""");
    }

    private CodeText Status(StatusErrorModel status)
    {
        CodeText members = CodeText.List(
        [
            Pointer("Category", status.Category),
            Pointer("Message", status.Message),
            Pointer("Resolution", status.Resolution),
            Pointer("DocsUrl", status.DocsUrl),
            status.Retry is { } retry ? CodeText.Of($"Retry = {Retry(retry)}") : CodeText.Empty,
        ]);
        CodeText initializer = members.IsEmpty ? CodeText.Empty : CodeText.Of($$""" { {{members}} }""");
        return CodeText.Of($"new {_names["StatusDefinition"]}({CodeText.Number(status.From)}, {CodeText.Number(status.To)}, static error => new {CodeText.Identifier(status.ExceptionName)}(error)){initializer},");
    }

    private CodeText Limit(LimitModel limit)
    {
        CodeText scope = limit.Scope == "Credential" ? CodeText.Empty : CodeText.Of($"Scope = {_names["RateLimitScope"]}.{CodeText.Identifier(limit.Scope)}");
        CodeText operations = limit.Operations.Count == 0 ? CodeText.Empty : CodeText.Of($"Operations = [{CodeText.List(limit.Operations.Select(CodeText.Literal))}]");
        CodeText members = CodeText.List([scope, operations]);
        CodeText initializer = members.IsEmpty ? CodeText.Empty : CodeText.Of($$""" { {{members}} }""");
        return CodeText.Of($"new {_names["RateLimitDefinition"]}({CodeText.Literal(limit.Name)}, {CodeText.Number(limit.Permits)}, {_names.Duration(limit.Window)}){initializer},");
    }

    private CodeText Retry(RetryModel retry)
    {
        CodeText rule = CodeText.Of($"{_names["RetryRule"]}.{CodeText.Identifier(retry.Action.ToString())}");
        CodeText retries = CodeText.Number(retry.Retries);
        CodeText repeated = retry.Action switch
        {
            RetryAction.Backoff => CodeText.Of($"{rule}({retries}, {_names.Duration(retry.Base)}, {_names.Duration(retry.Cap)})"),
            RetryAction.After => CodeText.Of($"{rule}({_names.Duration(retry.Base)}, {retries})"),
            RetryAction.Until => CodeText.Of($"{rule}({CodeText.Literal(retry.Pointer!)}, {retries})"),
            _ => rule,
        };
        return retry.Class is { } kind ? CodeText.Of($$"""{{repeated}} with { Class = {{_names["RetryClass"]}}.{{CodeText.Identifier(kind)}} }""") : repeated;
    }

    private static CodeText Pointer(string name, string? value) => value is null ? CodeText.Empty : CodeText.Of($"{CodeText.Identifier(name)} = {CodeText.Literal(value)}");

    private static CodeText Text(string name, string? value) => value is null ? CodeText.Empty : CodeText.Of($"{CodeText.Identifier(name)} = {CodeText.Literal(value)},");
}
