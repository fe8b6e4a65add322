using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the class of a channel: what it sends, and what its description says.</summary>
internal sealed class ChannelEmitter
{
    private readonly FileModel _file;
    private readonly ChannelModel _channel;
    private readonly Names _names;
    private readonly JsonCode _json;
    private readonly CodeText _name;

    private ChannelEmitter(FileModel file, ChannelModel channel)
    {
        _file = file;
        _channel = channel;
        _names = new Names(file);
        _json = new JsonCode(_names);
        _name = CodeText.Identifier(channel.Name);
    }

    public static EmittedFile Emit(FileModel file, ChannelModel channel)
    {
        ChannelEmitter emitter = new(file, channel);
        return SourceFileEmitter.Emit(file, channel.Name, file.Origin(channel.Pointer), emitter.Class(), emitter._names, channel.IsDeprecated ? CompilerWarnings.Deprecated : CompilerWarnings.None);
    }

    private CodeText Class() => CodeText.Of($$"""
        {{DocEmitter.Summary($"The channel of '{_channel.Operation}'.")}}
        {{_names.Access}} sealed partial class {{_name}} : {{_names["ApiChannel"]}}<{{_names.Of(_channel.Received, _channel.IsReceivedNullable)}}>
        {
            internal {{_name}}({{_names["ChannelConnection"]}} connection)
                : base(connection, {{_json.Reader(_channel.Received, _channel.IsReceivedNullable)}})
            {
            }

            {{CodeText.Paragraphs(Description(), SendBytes(), SendStream(), SendJson())}}
        }
        """);

    private CodeText Description()
    {
        IReadOnlyList<CodeText> members = [.. Members().Where(member => !member.IsEmpty).Select(member => CodeText.Of($"{member},"))];
        return members.Count == 0
            ? CodeText.Of($"internal static {_names["ChannelDescription"]} Description {{ get; }} = new();")
            : CodeText.Of($$"""
                internal static {{_names["ChannelDescription"]}} Description { get; } = new()
                {
                    {{CodeText.Lines(members)}}
                };
                """);
    }

    private IEnumerable<CodeText> Members()
    {
        yield return _channel.Kind is { } kind ? CodeText.Of($"Kind = {CodeText.Literal(kind)}") : CodeText.Empty;
        yield return _channel.Errors.Count > 0 ? CodeText.Of($"Errors = [{CodeText.List(_channel.Errors.Select(CodeText.Literal))}]") : CodeText.Empty;
        yield return _channel.Closes.Count > 0 ? CodeText.Of($$"""
            Closes =
            [
                {{CodeText.Lines(_channel.Closes.Select(close => CodeText.Of($"{Close(close)},")))}}
            ]
            """) : CodeText.Empty;
        yield return _channel.TokenProtocol is { } protocol ? CodeText.Of($"TokenProtocol = {CodeText.Literal(protocol)}") : CodeText.Empty;
        yield return _channel.Reconnect is { } row
            ? CodeText.Of($"Reconnect = {_names["RetryRule"]}.Backoff({CodeText.Number(row.Retries)}, {_names.Duration(row.Base)}, {_names.Duration(row.Cap)})")
            : CodeText.Empty;
        yield return _channel.IdleTimeout is { } idle ? CodeText.Of($"IdleTimeout = {_names.Duration(idle)}") : CodeText.Empty;
        yield return _channel.Binary?.MinLength is { } least ? CodeText.Of($"MinBinaryBytes = {CodeText.Number(least)}") : CodeText.Empty;
        yield return _channel.Binary?.MaxLength is { } most ? CodeText.Of($"MaxBinaryBytes = {CodeText.Number(most)}") : CodeText.Empty;
        yield return _channel.MaxMessageBytes is { } bytes ? CodeText.Of($"MaxMessageBytes = {CodeText.Number(bytes)}") : CodeText.Empty;
    }

    private CodeText Close(CloseModel close)
    {
        CodeText entry = CodeText.Of($"new({CodeText.Number(close.Status)}, {CodeText.Identifier(_file.ErrorsName)}.{CodeText.Identifier(close.ErrorProperty)})");
        return close.Reconnects ? CodeText.Of($$"""{{entry}} { Reconnects = true }""") : entry;
    }

    private CodeText SendBytes() => _channel.Binary is not { } binary ? CodeText.Empty : CodeText.Of($"""
        {DocEmitter.Summary($"Sends a binary message{Limits(binary)}.")}
        /// <param name="message">The message; it must not change before it is sent.</param>
        {SendDocs(binary)}
        public {_names["Task"]} SendAsync({_names["ReadOnlyMemory"]}<byte> message, {_names["CancellationToken"]} cancellationToken = default) => SendBinaryAsync(message, cancellationToken);
        """);

    private CodeText SendStream() => _channel.Binary is not { } binary ? CodeText.Empty : CodeText.Of($"""
        {DocEmitter.Summary($"Sends what a stream holds as one binary message{Limits(binary)}. It is read into memory first.")}
        /// <param name="message">The stream, from its position on; it is left open.</param>
        {SendDocs(binary)}
        public {_names["Task"]} SendAsync({_names["Stream"]} message, {_names["CancellationToken"]} cancellationToken = default) => SendBinaryAsync(message, cancellationToken);
        """);

    private CodeText SendDocs(BinaryModel? binary) => CodeText.Lines(
    [
        CodeText.Of($"/// <param name=\"cancellationToken\">Cancels the sending. If a part of the message was sent, that breaks the connection.</param>"),
        binary is { MinLength: null, MaxLength: null } or null ? CodeText.Empty : DocEmitter.Exception(_names["ArgumentException"], "The message is shorter or longer."),
        DocEmitter.Exception(_names["TransportException"], "The connection is closed or broke off."),
    ]);

    private CodeText SendJson() => _channel.Sent is not { } type ? CodeText.Empty : CodeText.Of($"""
        /// <summary>Sends a message as JSON.</summary>
        /// <param name="message">The message.</param>
        {SendDocs(binary: null)}
        public {_names["Task"]} SendAsync({_names.Of(type, _channel.IsSentNullable)} message, {_names["CancellationToken"]} cancellationToken = default) => SendJsonAsync(message, {_json.Writer(type, _channel.IsSentNullable, asRequest: true)}, cancellationToken);
        """);

    private static string Limits(BinaryModel binary) => (binary.MinLength, binary.MaxLength) switch
    {
        ({ } least, { } most) => FormattableString.Invariant($" of {least} to {most} bytes"),
        ({ } least, null) => FormattableString.Invariant($" of at least {least} bytes"),
        (null, { } most) => FormattableString.Invariant($" of at most {most} bytes"),
        _ => "",
    };
}
