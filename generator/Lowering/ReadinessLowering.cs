using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// Reads the <c>x-readiness</c> extension of an operation: <c>method</c>, <c>notReady</c> (statuses), <c>interval</c>, <c>cap</c>,
/// <c>timeout</c>, <c>attemptTimeout</c>, <c>load</c> and <c>capacity</c> (JSON pointers into the body).
/// </summary>
internal sealed class ReadinessLowering(ApiDocument document, RecordPaths paths, ErrorsModel errors, DiagnosticBag diagnostics)
{
    private static readonly string[] s_members = ["method", "notReady", "interval", "cap", "timeout", "attemptTimeout", "load", "capacity"];

    /// <summary>The one operation that shows the service's readiness; null where none does.</summary>
    public ReadinessModel? Lower(IReadOnlyList<GroupModel> groups)
    {
        IEnumerable<OperationModel> ofRoot = groups.Where(group => group.IsRoot).SelectMany(group => group.Operations);
        NameScope methods = new(ofRoot.SelectMany(operation => operation.MethodNames));
        ReadinessModel? readiness = null;
        foreach (OperationModel operation in groups.SelectMany(group => group.Operations))
        {
            if (document.NodeOf(operation.Pointer)["x-readiness"] is not { } extension)
            {
                continue;
            }

            if (readiness is not null)
            {
                Refuse(extension, operation, $"'{readiness.Operation.Id}' has it, and a service is ready or not as a whole");
                continue;
            }

            readiness = Lower(extension, operation, methods);
        }

        return readiness;
    }

    private ReadinessModel? Lower(Node extension, OperationModel operation, NameScope methods)
    {
        if (extension is not MappingNode node)
        {
            return Refuse(extension, operation, "it must be an object");
        }

        if (ExtensionGrammar.UnknownMember(node, s_members) is { } unknown)
        {
            return Refuse(unknown.Node, operation, unknown.Reason);
        }

        if (operation.Method != "GET")
        {
            return Refuse(extension, operation, "it must be a GET operation, because a question that is asked again and again must have no effect");
        }

        if (operation.Channel is not null)
        {
            return Refuse(extension, operation, "the operation opens a channel");
        }

        if (operation.Parameters.Any(parameter => parameter.IsRequired) || operation.Body is { IsRequired: true })
        {
            return Refuse(extension, operation, "the operation has a required parameter or body, and one question is asked for all who wait");
        }

        if (node.Values.FirstOrDefault(value => value.Key!.Text != "notReady" && value is not ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 }) is { } notText)
        {
            return Refuse(notText, operation, $"'{notText.Key!.Text}' is a text");
        }

        return NotReady(node, operation) is { } notReady
            && Time(node, "interval", "1s", operation) is { } interval
            && Time(node, "cap", "5s", operation) is { } cap
            && Time(node, "timeout", "3m", operation) is { } timeout
            && Time(node, "attemptTimeout", "5s", operation) is { } attemptTimeout
            && IsAtLeast(cap, interval, node, operation)
            && IsNumber(node, "load", operation)
            && IsNumber(node, "capacity", operation)
            ? new ReadinessModel(methods.Take(Identifier.Pascal(node.Text("method") ?? "waitUntilReady")), WithoutAnswers(operation, notReady), notReady.ToEquatableArray(), interval, cap, timeout, attemptTimeout, node.Text("load"), node.Text("capacity"))
            : null;
    }

    /// <summary>The operation without the errors that are no errors here, but answers that say not ready.</summary>
    private OperationModel WithoutAnswers(OperationModel operation, IReadOnlyList<int> notReady)
    {
        IEnumerable<string> ofCodes = errors.Codes.Where(error => error.Status is { } status && notReady.Contains(status)).Select(error => error.ExceptionName);
        IEnumerable<string> ofStatuses = errors.Statuses.Where(error => error.From == error.To && notReady.Contains(error.From)).Select(error => error.ExceptionName);
        HashSet<string> answers = new(ofCodes.Concat(ofStatuses), StringComparer.Ordinal);
        return operation with { Errors = operation.Errors.Where(error => !answers.Contains(error.ExceptionName)).ToEquatableArray() };
    }

    private IReadOnlyList<int>? NotReady(MappingNode node, OperationModel operation)
    {
        if (node["notReady"] is not { } value)
        {
            return [503];
        }

        List<int> statuses = [];
        foreach (Node item in value is SequenceNode { Items.Count: > 0 } list ? list.Items : [value])
        {
            if (item is not ScalarNode scalar || item == value || !int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) || status is < 400 or > 599)
            {
                Refuse(item, operation, "'notReady' is a list of statuses, 400 to 599");
                return null;
            }

            statuses.Add(status);
        }

        return statuses;
    }

    private long? Time(MappingNode node, string name, string defaultValue, OperationModel operation)
    {
        long? time = ExtensionGrammar.Milliseconds(node.Text(name) ?? defaultValue);
        if (time is null)
        {
            Refuse(node[name]!, operation, ExtensionGrammar.BadTime(name));
        }

        return time;
    }

    private bool IsAtLeast(long cap, long interval, MappingNode node, OperationModel operation)
    {
        if (cap < interval)
        {
            Refuse(node["cap"] ?? node["interval"]!, operation, "'cap' is at least 'interval'");
        }

        return cap >= interval;
    }

    /// <summary>True where a pointer is left out or may name a number: answers that no record describes are looked at when they come.</summary>
    private bool IsNumber(MappingNode node, string name, OperationModel operation)
    {
        if (node[name] is not ScalarNode pointer)
        {
            return true;
        }

        bool isGood = operation.Result.Type is { Kind: TypeKind.Record } answer
            ? paths.Walk(answer, pointer.Text) is { Type.Kind: TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal or TypeKind.Json }
            : JsonPointer.Parse(pointer.Text) is { Count: > 0 };
        if (!isGood)
        {
            Refuse(pointer, operation, $"'{pointer.Text}' is not a number in the answer");
        }

        return isGood;
    }

    private ReadinessModel? Refuse(Node node, OperationModel operation, string reason)
    {
        diagnostics.Report(Descriptors.BadReadiness, node, operation.Id, reason);
        return null;
    }
}
