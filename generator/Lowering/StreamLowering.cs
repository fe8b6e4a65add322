using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// Reads successes that are streams: lines of JSON, and server-sent events with the <c>x-event-stream</c> extension of their media type: <c>end</c> and
/// <c>error</c> (types of events), <c>reconnect</c>, <c>idleTimeout</c>.
/// </summary>
internal sealed class StreamLowering(TypeLowering types, DiagnosticBag diagnostics)
{
    private static readonly string[] s_members = ["end", "error", "reconnect", "idleTimeout"];

    private readonly EventsLowering _events = new(types, diagnostics);

    /// <summary>What the lines of streams hold.</summary>
    private readonly List<TypeRef> _lines = [];

    public IReadOnlyList<EventsModel> Events => _events.Events;

    public IEnumerable<TypeRef> Received => _events.Received.Concat(_lines);

    /// <summary>How an operation streams; null where it does not. <paramref name="result"/> then says what the stream is, and has no body.</summary>
    public StreamModel? Lower(Operation operation, string typePrefix, out ResultModel result)
    {
        result = new ResultModel(null, IsNullable: false, "", default);
        List<Response> successes = Success.Of(operation).Select(success => success.Response).ToList();
        if (successes.FirstOrDefault(IsStream) is not { } response)
        {
            return null;
        }

        foreach (Response other in successes.Where(other => other != response && other.Contents.Count > 0))
        {
            diagnostics.ReportAtName(Descriptors.ResponseLeftOut, other.Node, other.Key, operation.DisplayName, "another success of the operation has another type");
        }

        result = result with { Description = response.Description ?? "" };
        return Lower(response, operation, typePrefix);
    }

    /// <summary>How the success of an operation streams that can also be had as a whole; null where it cannot be had as both.</summary>
    public StreamTwinModel? LowerTwin(Operation operation, string name, string typePrefix)
    {
        Response? response = Success.Of(operation).Select(success => success.Response).FirstOrDefault(response => response.Contents.Any(IsStream) && !IsStream(response));
        return response is null ? null
            : new StreamTwinModel(name.StartsWith("Stream", StringComparison.Ordinal) ? $"{name}Events" : $"Stream{name}", Lower(response, operation, typePrefix));
    }

    private StreamModel Lower(Response response, Operation operation, string typePrefix)
    {
        if (response.Contents.FirstOrDefault(content => content.IsEventStream) is not { } content)
        {
            return Lines(response.Contents.First(IsStream), typePrefix);
        }

        Extension extension = Read(content, operation) ?? new Extension([], [], Reconnects: false, IdleTimeout: null);
        (StreamItem item, TypeRef? type, bool isNullable) = _events.Lower(content.ItemSchema, typePrefix + "Event", extension.Error);
        return new StreamModel(item, type, isNullable, extension.End.ToEquatableArray(), extension.Error.ToEquatableArray(), extension.Reconnects, extension.IdleTimeout);
    }

    private StreamModel Lines(Content content, string typePrefix)
    {
        TypeUse use = types.Lower(content.ItemSchema!, typePrefix + "Item") is { Type: not null } item ? item : TypeUse.Json;
        _lines.Add(use.Type!);
        return new StreamModel(StreamItem.Json, use.Type, use.IsNullable, End: default, Error: default, Reconnects: false, IdleTimeout: null) { LinesType = content.MediaType };
    }

    private static bool IsStream(Content content) => content.IsEventStream || (content.IsJsonLines && content.ItemSchema is not null && !BinarySchema.IsText(content) && !BinarySchema.IsFile(content));

    private static bool IsStream(Response response) => response.Contents.Any(IsStream) && !response.Contents.Any(content => content.IsJson);

    /// <summary>The extension; null where there is none, and where it is malformed, which is reported.</summary>
    private Extension? Read(Content content, Operation operation)
    {
        if (((MappingNode)content.Node)["x-event-stream"] is not { } node)
        {
            return null;
        }

        if (node is not MappingNode extension)
        {
            return Refuse(node, operation, "it must be an object");
        }

        if (ExtensionGrammar.UnknownMember(extension, s_members) is { } unknown)
        {
            return Refuse(unknown.Node, operation, unknown.Reason);
        }

        if (new[] { "end", "error" }.Select(name => extension[name]).FirstOrDefault(value => value is not null && !IsTexts(value)) is { } notTexts)
        {
            return Refuse(notTexts, operation, $"'{notTexts.Key!.Text}' is a list of types of events");
        }

        if (extension["reconnect"] is { } reconnect and not ScalarNode { Kind: ScalarKind.Boolean })
        {
            return Refuse(reconnect, operation, "'reconnect' is true or false");
        }

        long? idleTimeout = extension["idleTimeout"] is ScalarNode text ? ExtensionGrammar.Milliseconds(text.Text) : null;
        if (extension["idleTimeout"] is { } time && idleTimeout is null)
        {
            return Refuse(time, operation, ExtensionGrammar.BadTime("idleTimeout"));
        }

        return new Extension(
            extension.Sequence("end")?.Texts.ToList() ?? [],
            extension.Sequence("error")?.Texts.ToList() ?? [],
            extension.Flag("reconnect"),
            idleTimeout);
    }

    private static bool IsTexts(Node node) => node is SequenceNode list && list.Items.All(item => item is ScalarNode { Text.Length: > 0 });

    private Extension? Refuse(Node node, Operation operation, string reason)
    {
        diagnostics.Report(Descriptors.BadEventStream, node, operation.DisplayName, reason);
        return null;
    }

    private sealed record Extension(IReadOnlyList<string> End, IReadOnlyList<string> Error, bool Reconnects, long? IdleTimeout);
}
