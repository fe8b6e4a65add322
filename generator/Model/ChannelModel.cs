namespace Dragoman.Generator.Model;

/// <summary>An operation that opens a WebSocket (the <c>x-websocket</c> extension).</summary>
/// <param name="Name">The class of the channel.</param>
/// <param name="MethodName">The method that connects, without its <c>Async</c>.</param>
/// <param name="Operation">The operationId, or method and path where the document gives none.</param>
/// <param name="Pointer">The JSON pointer of the operation in its document.</param>
/// <param name="Received">The messages that come.</param>
/// <param name="Sent">The JSON messages that are sent; null where there are none.</param>
/// <param name="Binary">The binary messages that are sent; null where there are none.</param>
/// <param name="Kind">A JSON pointer to the member that tells received messages apart; null where none does.</param>
/// <param name="Errors">The kinds of messages that are error bodies.</param>
/// <param name="TokenProtocol">The subprotocol after which a token may be sent; null where none may.</param>
/// <param name="Reconnect">How connections that broke off are made anew; null where they are not.</param>
/// <param name="IdleTimeout">The longest silence, in milliseconds; null where it has no limit.</param>
/// <param name="MaxMessageBytes">The longest message that is taken; null for the runtime's own limit.</param>
internal sealed record ChannelModel(
    string Name,
    string MethodName,
    string Operation,
    string Pointer,
    bool IsDeprecated,
    TypeRef Received,
    bool IsReceivedNullable,
    TypeRef? Sent,
    bool IsSentNullable,
    BinaryModel? Binary,
    string? Kind,
    EquatableArray<string> Errors,
    EquatableArray<CloseModel> Closes,
    string? TokenProtocol,
    ReconnectModel? Reconnect,
    long? IdleTimeout,
    int? MaxMessageBytes);

/// <summary>The lengths of binary messages in bytes.</summary>
internal sealed record BinaryModel(int? MinLength, int? MaxLength);

/// <summary>What a close status means.</summary>
/// <param name="ErrorProperty">The property of the errors table.</param>
/// <param name="Reconnects">True where a new connection is made instead of ending with the error.</param>
internal sealed record CloseModel(int Status, string ErrorProperty, bool Reconnects);

/// <summary>A row of new connections, its waits in milliseconds.</summary>
internal sealed record ReconnectModel(int Retries, long Base, long Cap);
