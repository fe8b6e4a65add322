using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Turns operations into methods.</summary>
internal sealed class OperationLowering(TypeLowering types, SecurityLowering security, ErrorsModel errors, IReadOnlyDictionary<string, HashSet<string>?> codeOperations, NameScope descriptors, DiagnosticBag diagnostics)
{
    /// <summary>The parameters that every method has, and its own variables.</summary>
    private static readonly string[] s_reserved = ["options", "cancellationToken", "call", "response", "givenRequest", "givenFile", "channelOptions", "observed", "thisClient"];

    /// <summary>Those of a method that waits besides.</summary>
    private static readonly string[] s_reservedForPolling = ["interval", "timeout", "progress", "token"];

    private readonly ParameterLowering _parameters = new(types, diagnostics);
    private readonly BodyLowering _bodies = new(types, diagnostics);
    private readonly ResultLowering _results = new(types, diagnostics);

    public StreamLowering Streams { get; } = new(types, diagnostics);

    public ChannelLowering Channels { get; } = new(types, errors, diagnostics);

    /// <summary>The method of an operation; null where it is left out, which has been reported.</summary>
    public OperationModel? Lower(Operation operation, string name)
    {
        string typePrefix = Identifier.Join(OperationNames.IdWords(operation), "Operation");
        NameScope names = new(operation.Node.Has("x-polling") ? [.. s_reserved, .. s_reservedForPolling] : s_reserved);
        ChannelModel? channel = null;
        if (operation.Node.Has("x-websocket") && (channel = Channels.Lower(operation, name.StartsWith("Connect", StringComparison.Ordinal) ? name : $"Connect{name}", typePrefix)) is null)
        {
            return null;
        }

        if (_parameters.Lower(operation, typePrefix, names) is not { } parameters
            || !_bodies.TryLowerRequest(operation, typePrefix + "Request", names, out BodyModel? body))
        {
            return null;
        }

        StreamModel? stream = Streams.Lower(operation, typePrefix, out ResultModel? result);
        if (stream is null && channel is null && (result = _results.Lower(operation, typePrefix)) is null)
        {
            return null;
        }

        string? summary = operation.Node.Text("summary");
        string? description = operation.Node.Text("description");
        return new OperationModel(
            operation.DisplayName,
            operation.Method,
            operation.Path,
            operation.Node.Pointer,
            name,
            descriptors.Take(typePrefix),
            summary ?? description ?? "",
            summary is null || description == summary ? "" : description ?? "",
            operation.IsDeprecated,
            parameters.ToEquatableArray(),
            body,
            result!,
            security.AlternativesOf(operation),
            Raised(operation, hasItems: stream is not null || channel is not null).ToEquatableArray(),
            Polling: null)
        {
            Stream = channel is null ? stream : null,
            StreamTwin = channel is null && stream is null ? Streams.LowerTwin(operation, name, typePrefix) : null,
            Channel = channel,
            IsLongPoll = IsLongPoll(operation.Node["x-long-poll"]),
        };
    }

    /// <summary>Whether the extension says that requests are kept waiting.</summary>
    private bool IsLongPoll(Node? extension)
    {
        if (extension is not (null or ScalarNode { Kind: ScalarKind.Boolean }))
        {
            diagnostics.Report(Descriptors.WrongNode, extension, "x-long-poll", "true or false");
        }

        return extension is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" };
    }

    /// <summary>The codes that the catalog gives an operation; where it has none, the statuses that its responses name.</summary>
    private IEnumerable<RaisedModel> Raised(Operation operation, bool hasItems)
    {
        if (errors.Codes.Count > 0)
        {
            return errors.Codes
                .Where(error => codeOperations[error.Code] is not { } only || (operation.Id is not null && only.Contains(operation.Id)))
                .Select(error => new RaisedModel(CodeOf(error) ?? "", error.PropertyName, error.ExceptionName, Text(CodeOf(error), error.Status, error.Status, error.Message, error.Resolution), IsDelivered: hasItems && error.Retry.Action == RetryAction.Advisory));
        }

        List<StatusErrorModel?> named = operation.Responses.Select(response => StatusKey.TryParse(response.Key, out int from, out int to) ? FamilyOf(from, to) : null).ToList();
        return errors.Statuses
            .Where(named.Contains)
            .Select(status => new RaisedModel("", "", status.ExceptionName, Text(null, status.From, status.To, status.Message, status.Resolution)));
    }

    /// <summary>The entry that an answer's exception is made by: the narrowest one.</summary>
    private StatusErrorModel? FamilyOf(int from, int to) =>
        errors.Statuses.Where(status => status.From <= from && to <= status.To).OrderBy(status => status.To - status.From).FirstOrDefault();

    /// <summary>The code that the service sends; null for an error that it tells by a text.</summary>
    private static string? CodeOf(CodeErrorModel error) => error.Match.Count == 0 ? error.Code : null;

    private static string Text(string? code, int? from, int? to, string? message, string? resolution)
    {
        string number = from == to ? FormattableString.Invariant($"{from}") : FormattableString.Invariant($"{from} to {to}");
        string head = string.Join(", ", new[] { code, number }.Where(part => !string.IsNullOrEmpty(part)));
        return string.Join(" ", new[] { $"{head}{(message is null && resolution is null ? "." : ":")}", message, resolution }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
