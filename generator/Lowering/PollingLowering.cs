using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// Reads the <c>x-polling</c> extension of an operation: <c>method</c>, <c>result</c> and <c>state</c> (JSON pointers into the success
/// body), <c>interval</c>, <c>timeout</c>, <c>attemptTimeout</c>, <c>success</c> (states), <c>failure</c> (state to code and message).
/// </summary>
internal sealed class PollingLowering(RecordPaths paths, ErrorsModel errors, DiagnosticBag diagnostics)
{
    private static readonly string[] s_members = ["method", "result", "state", "interval", "timeout", "attemptTimeout", "success", "failure"];

    /// <summary>The operation with its polling. A failure that has no HTTP status is in none of its answers: only the polling throws it.</summary>
    public OperationModel Complete(MappingNode operation, OperationModel model, NameScope methods)
    {
        if (Lower(operation, model, methods) is not { } polling)
        {
            return model;
        }

        HashSet<string> states = new(polling.Failures.Select(failure => failure.Code).Where(code => errors.Codes.Any(error => error.Code == code && error.Status is null)), StringComparer.Ordinal);
        return model with { Polling = polling, Errors = model.Errors.Where(error => !states.Contains(error.Code)).ToEquatableArray() };
    }

    private PollingModel? Lower(MappingNode operation, OperationModel model, NameScope methods)
    {
        if (operation["x-polling"] is not { } node)
        {
            return null;
        }

        if (node is not MappingNode polling)
        {
            return Refuse(node, model, "it must be an object");
        }

        if (ExtensionGrammar.UnknownMember(polling, s_members) is { } unknown)
        {
            return Refuse(unknown.Node, model, unknown.Reason);
        }

        if (model.Result is not { Type: { } answer, IsNullable: false })
        {
            return Refuse(polling, model, "the operation does not always answer with a body");
        }

        if (new[] { "method", "result", "state", "interval", "timeout", "attemptTimeout" }.Select(name => polling[name]).FirstOrDefault(value => value is not (null or ScalarNode)) is { } notText)
        {
            return Refuse(notText, model, $"'{notText.Key!.Text}' is a text");
        }

        if (polling["failure"] is { } failureNode and not MappingNode)
        {
            return Refuse(failureNode, model, "'failure' is an object: from states to codes");
        }

        if (polling["state"] is not ScalarNode state)
        {
            return Refuse(polling, model, "'state' is missing: a JSON pointer to the member that decides");
        }

        string result = polling.Text("result") ?? "";
        if (paths.Walk(answer, result) is not { } path || path.Steps.Any(step => step.IsOptional))
        {
            return Refuse(polling["result"] ?? polling, model, $"'{result}' is not a member that is always in the answer");
        }

        if (!state.Text.StartsWith(result + "/", StringComparison.Ordinal) || paths.Walk(path.Type, state.Text.Substring(result.Length)) is not { } statePath || !IsText(statePath.Type))
        {
            return Refuse(state, model, $"'{state.Text}' is not a text or enum within the result");
        }

        if (Milliseconds(polling, "interval", "5s") is not { } interval)
        {
            return Refuse(polling["interval"]!, model, ExtensionGrammar.BadTime("interval"));
        }

        if (Milliseconds(polling, "timeout", "15m") is not { } timeout)
        {
            return Refuse(polling["timeout"]!, model, ExtensionGrammar.BadTime("timeout"));
        }

        long? attemptTimeout = null;
        if (polling["attemptTimeout"] is { } limit && (attemptTimeout = Milliseconds(polling, "attemptTimeout", "")) is null)
        {
            return Refuse(limit, model, ExtensionGrammar.BadTime("attemptTimeout"));
        }

        if (polling.Sequence("success") is not { Items.Count: > 0 } success)
        {
            return Refuse(polling["success"] ?? polling, model, "'success' is missing: a list of the states that end the wait well");
        }

        if (success.Items.FirstOrDefault(item => item is not ScalarNode) is { } notState)
        {
            return Refuse(notState, model, "'success' is a list of texts");
        }

        ScalarNode? repeated = success.Items.Cast<ScalarNode>().Concat(polling.Mapping("failure")?.Values.Select(failure => failure.Key!) ?? [])
            .GroupBy(state => state.Text, StringComparer.Ordinal)
            .FirstOrDefault(same => same.Count() > 1)?.Last();
        if (repeated is not null)
        {
            return Refuse(repeated, model, $"the state '{repeated.Text}' is listed twice");
        }

        List<PollingFailure> failures = [];
        foreach (Node failure in polling.Mapping("failure")?.Values ?? [])
        {
            if (LowerFailure(failure, path.Type, result, model) is not { } lowered)
            {
                return null;
            }

            failures.Add(lowered);
        }

        string name = methods.Take(Identifier.Pascal(polling.Text("method") ?? "waitUntilDone"));
        return new PollingModel(name, path.Type, path.Steps.Select(step => step.Name).ToEquatableArray(), ToPath(statePath), interval, timeout, attemptTimeout, success.Texts.ToEquatableArray(), failures.ToEquatableArray());
    }

    private PollingFailure? LowerFailure(Node node, TypeRef resultType, string result, OperationModel model)
    {
        ScalarNode? code = node as ScalarNode ?? (node as MappingNode)?["code"] as ScalarNode;
        if (code is null)
        {
            Refuse(node, model, "a failure is a code, or an object with 'code' and 'message'");
            return null;
        }

        if (errors.Codes.FirstOrDefault(error => error.Code == code.Text) is not { } error)
        {
            Refuse(code, model, $"the catalog has no code '{code.Text}'.{Suggestion.For(code.Text, errors.Codes.Select(known => known.Code))}");
            return null;
        }

        MemberPath? message = null;
        if ((node as MappingNode)?["message"] is ScalarNode pointer)
        {
            if (!pointer.Text.StartsWith(result + "/", StringComparison.Ordinal) || paths.Walk(resultType, pointer.Text.Substring(result.Length)) is not { Type.Kind: TypeKind.String } path)
            {
                Refuse(pointer, model, $"'{pointer.Text}' is not a text within the result");
                return null;
            }

            message = ToPath(path);
        }

        return new PollingFailure(node.Key!.Text, error.Code, error.PropertyName, error.ExceptionName, message);
    }

    private static bool IsText(TypeRef type) => type.Kind == TypeKind.String || (type.Kind == TypeKind.Enum && type.Element!.Kind == TypeKind.String);

    private static MemberPath ToPath((TypeRef Type, List<MemberStep> Steps) path) => new(path.Steps.ToEquatableArray(), path.Type.Kind == TypeKind.Enum);

    private static long? Milliseconds(MappingNode polling, string name, string defaultValue) => ExtensionGrammar.Milliseconds(polling.Text(name) ?? defaultValue);

    private PollingModel? Refuse(Node node, OperationModel model, string reason)
    {
        diagnostics.Report(Descriptors.BadPolling, node, model.Id, reason);
        return null;
    }
}
