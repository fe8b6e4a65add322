using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dragoman;

/// <summary>A WebSocket channel of an API: the base of the generated ones, which say what is sent.</summary>
/// <remarks>
/// <para>Any number of callers may send at once; messages go out one after the other. One caller at a time may read.</para>
/// <para>Messages are taken from the network as they come, and up to 16 wait for the reader. More stay with the service, which then cannot send.</para>
/// </remarks>
/// <typeparam name="T">What is received.</typeparam>
public abstract class ApiChannel<T> : IAsyncDisposable
{
    private readonly ChannelConnection _connection;
    private readonly JsonReadValue<T> _read;
    private readonly PointerNode _kind;
    private int _isReading;

    /// <summary>Creates a channel.</summary>
    /// <param name="connection">Its connection, which it owns from here on.</param>
    /// <param name="read">Reads a message.</param>
    protected ApiChannel(ChannelConnection connection, JsonReadValue<T> read)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(read);
        _connection = connection;
        _read = read;
        _kind = PointerNode.Of([connection.Description.Kind]);
    }

    /// <summary>Whether nothing is left to be read: the channel ended and its last message was read, or it was disposed.</summary>
    public bool IsCompleted => _connection.IsCompleted;

    /// <summary>How often a connection that broke off was replaced by a new one.</summary>
    public int ReconnectCount => _connection.ReconnectCount;

    /// <summary>Receives messages in order until the channel ends well.</summary>
    /// <param name="cancellationToken">Cancels the reading; the channel stays open, and no message is lost.</param>
    /// <returns>The messages. To read on after an exception, call the method again: it goes on with the next message, or, if the channel has ended, throws its end again.</returns>
    /// <exception cref="ApiException">The service sent an error, or closed the channel with one. After the error of a message <see cref="IsCompleted"/> is <see langword="false"/>, unless it was the last one.</exception>
    /// <exception cref="ResponseFormatException">A message is not as described, too large, or no WebSocket message.</exception>
    /// <exception cref="TransportException">The connection broke off, and no new one could be made.</exception>
    /// <exception cref="ApiTimeoutException">Nothing was sent or received for too long (<see cref="TimeoutScope.Idle"/>).</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="InvalidOperationException">Another caller is reading.</exception>
    /// <exception cref="ObjectDisposedException">The channel was disposed.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await TryReadAsync(cancellationToken).ConfigureAwait(false) is { } result)
        {
            yield return result.Value;
        }
    }

    /// <summary>Receives the next message, and returns what <see cref="ReadAllAsync"/> throws of a message or of the channel's end.</summary>
    /// <param name="cancellationToken">Cancels the reading; the channel stays open, and no message is lost.</param>
    /// <returns>The message or the failure; <see langword="null"/> after the last message of a channel that ended well.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="InvalidOperationException">Another caller is reading.</exception>
    /// <exception cref="ObjectDisposedException">The channel was disposed.</exception>
    public async Task<ApiResult<T>?> TryReadAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isReading, 1) == 1)
        {
            throw new InvalidOperationException("Another caller is reading. One at a time may read a channel.");
        }

        try
        {
            return await _connection.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { } message ? new(Read(message), success: null) : null;
        }
        catch (ApiException exception)
        {
            return new(exception);
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    /// <summary>Ends the channel: takes leave of the service and waits for its answer, at most 5 seconds. Messages that have come can still be read.</summary>
    /// <param name="cancellationToken">Breaks the connection off instead.</param>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    public Task CloseAsync(CancellationToken cancellationToken = default) => _connection.CloseAsync(cancellationToken);

    /// <summary>Ends the channel like <see cref="CloseAsync"/>, and lets go what was not read.</summary>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends a binary message.</summary>
    /// <param name="message">The message; it must not change before it is sent.</param>
    /// <param name="cancellationToken">Cancels the sending. If a part of the message was sent, that breaks the connection.</param>
    /// <exception cref="ArgumentException">The message is shorter or longer than the API's description allows.</exception>
    /// <exception cref="TransportException">The connection is closed or broke off; <see cref="TransportException.MayHaveBeenReceived"/> says whether the service may have the message.</exception>
    /// <exception cref="ApiException">The channel has ended with this error.</exception>
    protected Task SendBinaryAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        BinaryLimit.Check(message.Length, _connection.Description, nameof(message));
        return _connection.SendAsync(message, WebSocketMessageType.Binary, cancellationToken);
    }

    /// <summary>Sends what a stream holds from its position on as one binary message. It is read into memory first, so that nothing is sent of a stream that breaks off or is too long.</summary>
    /// <param name="message">The stream; it is left open.</param>
    /// <param name="cancellationToken">Cancels the reading and sending. If a part of the message was sent, that breaks the connection.</param>
    /// <inheritdoc cref="SendBinaryAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    protected async Task SendBinaryAsync(Stream message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ReadOnlyMemory<byte> bytes = await BinaryLimit.ReadAsync(message, _connection.Description, nameof(message), cancellationToken).ConfigureAwait(false);
        await _connection.SendAsync(bytes, WebSocketMessageType.Binary, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a value as a text message of JSON.</summary>
    /// <typeparam name="TMessage">The value's type.</typeparam>
    /// <param name="message">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="cancellationToken">Cancels the sending. If a part of the message was sent, that breaks the connection.</param>
    /// <inheritdoc cref="SendBinaryAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    protected Task SendJsonAsync<TMessage>(TMessage message, JsonWriteValue<TMessage> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return _connection.SendAsync(JsonPayload.Write(message, write), WebSocketMessageType.Text, cancellationToken);
    }

    private T Read(ReceivedMessage message)
    {
        if (!message.IsText)
        {
            throw message.Report.Format("A binary message came, but JSON texts are described.");
        }

        ChannelDescription description = _connection.Description;
        ReadOnlySpan<byte> text = message.Bytes.Span;
        if (description.Errors.Count > 0 && PointerScan.Of(text, _kind).FindText(description.Kind) is { } kind && description.Errors.Contains(kind, StringComparer.Ordinal))
        {
            ResponseError error = message.Report.ToError(text);

            // A notice is not thrown, whatever it was sent as.
            return error.IsAdvisory ? ReadJson(message) : throw error.ToException();
        }

        return ReadJson(message);
    }

    private T ReadJson(ReceivedMessage message)
    {
        try
        {
            return JsonMessage.Read(message.Bytes.Span, _read);
        }
        catch (JsonException exception)
        {
            throw message.Report.Format(message.Bytes.Span, exception);
        }
    }
}
