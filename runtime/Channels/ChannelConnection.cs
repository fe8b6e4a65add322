using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Dragoman;

/// <summary>What a channel is made of: the connection that is open now, and what was received.</summary>
/// <remarks>Created by <see cref="ApiPipeline.ConnectAsync"/> for a generated channel, which owns it.</remarks>
public sealed class ChannelConnection
{
    /// <summary>How many messages wait for a reader before no more is taken from the network.</summary>
    private const int MostWaiting = 16;

    private readonly Channel<ReceivedMessage> _received = Channel.CreateBounded<ReceivedMessage>(new BoundedChannelOptions(MostWaiting) { SingleWriter = true });
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Reconnector _reconnector;
    private readonly TimeProvider _clock;
    private readonly Task _pump;

    /// <summary>The open connection, or that which is being made; without a result after the last one.</summary>
    private volatile TaskCompletionSource<ChannelLink?> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ChannelReport _report;
    private volatile Exception? _end;
    private volatile bool _isClosing;
    private volatile bool _isDisposed;

    internal ChannelConnection(ChannelDescription description, ChannelLink link, Reconnector reconnector, TimeProvider clock)
    {
        Description = description;
        _reconnector = reconnector;
        _clock = clock;
        _report = link.Report;
        _link.SetResult(link);

        // Not here: what has come already would be worked on, and the caller's progress told, before the caller has the channel.
        _pump = Task.Run(() => PumpAsync(link));
    }

    internal ChannelDescription Description { get; }

    internal int ReconnectCount => _reconnector.Count;

    /// <summary>Whether the last message was read.</summary>
    internal bool IsCompleted => _isDisposed || _received.Reader.Completion.IsCompleted;

    /// <summary>Sends a message after those that are being sent.</summary>
    internal async Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            while (true)
            {
                ChannelLink link = await _link.Task.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw Ended();
                if (await link.TrySendAsync(message, type, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                // The connection has ended, and the pump is about to see it.
                await link.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message, or <see langword="null"/> after the last one of a channel that ended well.</summary>
    internal async Task<ReceivedMessage?> ReceiveAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        while (await _received.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_received.Reader.TryRead(out ReceivedMessage? message))
            {
                return message;
            }
        }

        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_end is { } end)
        {
            ExceptionDispatchInfo.Throw(end);
        }

        return null;
    }

    /// <summary>Takes leave of the service; breaks the connection off if that takes longer than 5 seconds.</summary>
    internal async Task CloseAsync(CancellationToken cancellationToken)
    {
        _isClosing = true;
        try
        {
            using TimeoutSource limit = new(ChannelLink.CloseTimeout, _clock, cancellationToken);
            await LeaveAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // By the limit or by the caller: neither leaves the connection open.
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    internal async Task DisposeAsync()
    {
        // Nobody reads any more, so what still comes is let go instead of waiting for a place.
        _isDisposed = true;
        _received.Writer.TryComplete();
        await CloseAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (_link.Task is not { IsCompleted: true, Result: { } link })
        {
            return;
        }

        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await link.CloseAsync(WebSocketCloseStatus.NormalClosure, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }

        await _pump.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Receives on one connection after the other until the last one has ended. Never throws.</summary>
    private async Task PumpAsync(ChannelLink link)
    {
        try
        {
            while (await RunAsync(link).ConfigureAwait(false) is { } end)
            {
                link = await _reconnector.ConnectAsync(end.Error!, end.Class, _stop.Token).ConfigureAwait(false);
                _report = link.Report;
                _link.SetResult(link);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Closed by us.
        }
        catch (Exception exception)
        {
            _end = exception;
        }

        _link.TrySetResult(null);
        _received.Writer.TryComplete();
    }

    /// <summary>Receives on one connection until it ends.</summary>
    /// <returns>Why a new connection has to be made, or <see langword="null"/> at the channel's end.</returns>
    private async Task<CloseOutcome?> RunAsync(ChannelLink link)
    {
        CloseOutcome outcome;
        try
        {
            outcome = await ReceiveAllAsync(link).ConfigureAwait(false);
        }
        finally
        {
            // What is sent from here on waits for the next connection.
            _link = new(TaskCreationOptions.RunContinuationsAsynchronously);
            link.Dispose();
        }

        return outcome switch
        {
            { Error: null } => null,
            { Reconnects: true } when !_isClosing => outcome,
            _ => throw outcome.Error,
        };
    }

    private async Task<CloseOutcome> ReceiveAllAsync(ChannelLink link)
    {
        try
        {
            while (await link.ReceiveAsync(_stop.Token).ConfigureAwait(false) is { } message)
            {
                _reconnector.Reset();
                await KeepAsync(message).ConfigureAwait(false);
            }
        }
        catch (TransportException exception) when (exception is not ApiTimeoutException)
        {
            return new(exception, Reconnects: true);
        }

        CloseOutcome outcome = link.Outcome();
        await link.CloseAsync(WebSocketCloseStatus.NormalClosure, _stop.Token).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Waits until there is a place for the message; without a reader it is let go.</summary>
    private async Task KeepAsync(ReceivedMessage message)
    {
        while (await _received.Writer.WaitToWriteAsync(_stop.Token).ConfigureAwait(false))
        {
            if (_received.Writer.TryWrite(message))
            {
                return;
            }
        }
    }

    private Exception Ended() => _isDisposed ? new ObjectDisposedException(nameof(ChannelConnection)) : _end ?? _report.NotSent();
}
