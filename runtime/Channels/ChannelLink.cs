using System.Buffers;
using System.Net.WebSockets;

namespace Dragoman;

/// <summary>One connection of a channel.</summary>
internal sealed class ChannelLink(WebSocket socket, ChannelDescription description, ChannelReport report, TimeProvider clock) : IDisposable
{
    private const int FirstSize = 4 * 1024;

    /// <summary>A little longer than the service's own limit: its close status says more than ours would.</summary>
    private readonly TimeSpan _idleTimeout = description.IdleTimeout + CloseTimeout ?? Timeout.InfiniteTimeSpan;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when nothing was sent or received for too long. It runs while a message is awaited: what comes while the reader is slow is no silence.</summary>
    private volatile CancellationTokenSource? _idle;

    /// <summary>How long the service may take to answer a close frame, or to take ours.</summary>
    public static TimeSpan CloseTimeout { get; } = TimeSpan.FromSeconds(5);

    public ChannelReport Report => report;

    /// <summary>Ends when this was disposed.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Sends a message.</summary>
    /// <returns>Whether it was sent; <see langword="false"/> if the connection was no longer open.</returns>
    /// <exception cref="TransportException">The connection breaks off.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled, which breaks the connection if a part of the message had been sent.</exception>
    public async Task<bool> TrySendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        if (socket.State != WebSocketState.Open)
        {
            return false;
        }

        try
        {
            await socket.SendAsync(message, type, endOfMessage: true, cancellationToken).ConfigureAwait(false);
            if (socket.State == WebSocketState.Aborted)
            {
                // The connection broke off under the message, and the reading saw it first.
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            Touch();
            return true;
        }
        catch (Exception exception) when (IsBreak(exception))
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : report.Broken(exception);
        }
    }

    /// <summary>Receives the next message.</summary>
    /// <returns>The message, or <see langword="null"/> if the service closes the connection.</returns>
    /// <exception cref="ApiException">The connection broke off, was silent for too long, or carried what it must not.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled, which breaks the connection.</exception>
    public async Task<ReceivedMessage?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource idle = new(_idleTimeout, clock);
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        _idle = idle;
        ArrayBufferWriter<byte> bytes = new();
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult part = await socket.ReceiveAsync(bytes.GetMemory(FirstSize), source.Token).ConfigureAwait(false);
                Touch();
                bytes.Advance(part.Count);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (bytes.WrittenCount > description.MaxMessageBytes)
                {
                    await CloseAsync(WebSocketCloseStatus.MessageTooBig, cancellationToken).ConfigureAwait(false);
                    throw report.Format($"A message is larger than {description.MaxMessageBytes} bytes, the most this channel takes.");
                }

                if (part.EndOfMessage)
                {
                    return new(bytes.WrittenMemory, part.MessageType == WebSocketMessageType.Text, report);
                }
            }
        }
        catch (Exception exception) when (IsBreak(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (idle.IsCancellationRequested)
            {
                throw report.Idle(description.IdleTimeout!.Value);
            }

            // What the service sent is no WebSocket frame, or no UTF-8: the next connection would bring the same.
            throw exception is WebSocketException { WebSocketErrorCode: WebSocketError.Faulted or WebSocketError.HeaderError or WebSocketError.InvalidMessageType }
                ? report.Format($"The service broke the WebSocket protocol: {exception.Message}")
                : report.Broken(exception);
        }
    }

    /// <summary>What follows from the close frame that was received.</summary>
    public CloseOutcome Outcome() =>
        CloseOutcome.Of((int)(socket.CloseStatus ?? WebSocketCloseStatus.Empty), socket.CloseStatusDescription, description, report);

    /// <summary>Sends a close frame if the connection can still carry one.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken)
    {
        using TimeoutSource limit = new(CloseTimeout, clock, cancellationToken);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, null, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (IsBreak(exception))
        {
            // There is nobody left to take leave of.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        _ended.TrySetResult();
    }

    private void Touch()
    {
        try
        {
            _idle?.CancelAfter(_idleTimeout);
        }
        catch (ObjectDisposedException)
        {
            // No message is awaited just now.
        }
    }

    /// <summary>Whether an exception means that the connection can no longer be used. A canceled operation breaks it, too.</summary>
    private static bool IsBreak(Exception exception) =>
        exception is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException;
}
