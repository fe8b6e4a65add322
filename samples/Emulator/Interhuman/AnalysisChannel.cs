using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>One WebSocket: binary messages are segments, and each is answered by its frames in order.</summary>
internal sealed class AnalysisChannel(WebSocket socket, InterhumanApi api, PlannedFault? fault) : IAsyncDisposable
{
    private const int MaxMessageBytes = 20 * 1024 * 1024;

    private static readonly TimeSpan s_maxIdle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_maxDuration = TimeSpan.FromMinutes(60);

    private readonly TaskCompletionSource<ChannelEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FrameWriter _frames = new(socket, api, fault);
    private readonly List<ITimer> _timers = [];
    private int _segments;

    public async Task RunAsync(CancellationToken ct)
    {
        At(s_maxDuration, () => End(ChannelEnd.TooLong));
        ITimer idle = At(s_maxIdle, () => End(ChannelEnd.Idle));
        var reader = new MessageReader(socket, MaxMessageBytes);
        while (true)
        {
            Task<ReceivedMessage> receiving = reader.ReadAsync(ct);
            if (await Task.WhenAny(receiving, _end.Task).ConfigureAwait(false) == _end.Task)
            {
                await CloseAsync(await _end.Task.ConfigureAwait(false), receiving, ct).ConfigureAwait(false);
                return;
            }

            idle.Change(s_maxIdle, Timeout.InfiniteTimeSpan);
            ReceivedMessage message = await receiving.ConfigureAwait(false);
            if (message.Type == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, socket.CloseStatusDescription, ct).ConfigureAwait(false);
                return;
            }

            await AnswerAsync(message, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the channel as soon as the frames under way are sent.</summary>
    public void End(ChannelEnd end) => _end.TrySetResult(end);

    public Task WarnAsync(TimeSpan left) => _frames.WarnAsync(left);

    /// <summary>Does something after a time by the emulator's clock, unless the channel has ended.</summary>
    public ITimer At(TimeSpan due, Action action)
    {
        ITimer timer = api.Options.TimeProvider.CreateTimer(_ => action(), null, due, Timeout.InfiniteTimeSpan);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    public ValueTask DisposeAsync()
    {
        lock (_timers)
        {
            _timers.ForEach(timer => timer.Dispose());
        }

        _frames.Dispose();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AnswerAsync(ReceivedMessage message, CancellationToken ct)
    {
        if (message.Type == WebSocketMessageType.Text)
        {
            // There are control messages, and no text says what they are: none is known.
            bool isJson = IsJson(message.Content);
            await _frames.ErrorAsync(isJson ? "ih6001" : "ih4006", segment: null, ct).ConfigureAwait(false);
            if (isJson)
            {
                End(ChannelEnd.InvalidMessage);
            }

            return;
        }

        api.Channels.AddSegment(message.Length);
        int segment = ++_segments;
        if ((message.IsTooLarge ? "ih6002" : Media.ErrorIn("", message.Content)) is { } error)
        {
            await _frames.ErrorAsync(error, segment, ct).ConfigureAwait(false);
            return;
        }

        string correlationId = api.NextCorrelationId();
        JsonObject Frame(string status) => new() { ["status"] = status, ["segment"] = segment, ["correlation_id"] = correlationId };
        JsonObject processing = Frame("processing");
        processing["bytes"] = message.Length;
        JsonObject result = Frame("result");
        result["signals"] = Signals.Of(message.Content);
        foreach (JsonObject frame in (JsonObject[])[processing, result, Frame("completed")])
        {
            FrameOutcome outcome = await _frames.SendAsync(frame, segment, ct).ConfigureAwait(false);
            if (outcome.End is { } end)
            {
                End(end);
            }

            if (outcome.EndsSegment)
            {
                return;
            }
        }
    }

    private async Task CloseAsync(ChannelEnd end, Task<ReceivedMessage> receiving, CancellationToken ct)
    {
        if (end.Status is not { } status)
        {
            // The frames before are sent, then the connection ends without a close frame.
            throw new ConnectionCutException();
        }

        await _frames.CloseAsync((WebSocketCloseStatus)status, end.Reason, ct).ConfigureAwait(false);
        while ((await receiving.ConfigureAwait(false)).Type != WebSocketMessageType.Close)
        {
            receiving = new MessageReader(socket, MaxMessageBytes).ReadAsync(ct);
        }
    }

    private static bool IsJson(byte[] content)
    {
        try
        {
            JsonNode.Parse(Encoding.UTF8.GetString(content));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
