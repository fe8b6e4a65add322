using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>Sends frames one at a time, up to the failure that was asked for; that comes once.</summary>
internal sealed class FrameWriter(WebSocket socket, InterhumanApi api, PlannedFault? fault) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _sent;
    private bool _isSilent;
    private PlannedFault? _fault = fault is { Fault.AfterEvents: not null } ? fault : null;

    public async Task<FrameOutcome> SendAsync(JsonObject frame, int segment, CancellationToken ct)
    {
        if (_fault is { } due && _sent >= due.Fault.AfterEvents)
        {
            _fault = null;
            return await FailAsync(due, frame, segment, ct).ConfigureAwait(false);
        }

        await WriteAsync(frame.ToJsonString(), ct).ConfigureAwait(false);
        return default;
    }

    public Task ErrorAsync(string id, int? segment, CancellationToken ct) =>
        WriteAsync(ErrorFrame(InterhumanErrors.Get(id), segment).ToJsonString(), ct);

    /// <summary>The notice of a shutdown; its form is assumed.</summary>
    public Task WarnAsync(TimeSpan left, CancellationToken ct = default)
    {
        JsonObject frame = api.Envelope(InterhumanErrors.Get("ih6006"));
        frame.Insert(0, "status", "warning");
        frame["seconds_remaining"] = (int)left.TotalSeconds;
        return WriteAsync(frame.ToJsonString(), ct);
    }

    public async Task CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await socket.CloseOutputAsync(status, reason, ct).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<FrameOutcome> FailAsync(PlannedFault due, JsonObject frame, int segment, CancellationToken ct)
    {
        switch (due.Fault.Breakage)
        {
            case Breakage.Reset or Breakage.CutBody:
                return new FrameOutcome(EndsSegment: true, ChannelEnd.Dropped);
            case Breakage.Silence:
                _isSilent = true;
                return new FrameOutcome(EndsSegment: true);
            case Breakage.TruncatedBody or Breakage.Malformed:
                string text = frame.ToJsonString();
                await WriteAsync(text[..(text.Length / 2)], ct).ConfigureAwait(false);
                return new FrameOutcome(EndsSegment: true);
        }

        if (due.Error is not { } error)
        {
            return new FrameOutcome(EndsSegment: true);
        }

        if (ChannelEnd.Of(error.Code) is { } end)
        {
            return new FrameOutcome(EndsSegment: true, end);
        }

        if (error.Code == "ih6006")
        {
            await WarnAsync(ChannelSet.LastNotice, ct).ConfigureAwait(false);
            await WriteAsync(frame.ToJsonString(), ct).ConfigureAwait(false);
            return default;
        }

        JsonObject failure = due.Fault.Breakage switch
        {
            Breakage.NoCode => OldErrorFrame(error, segment),
            Breakage.WrongTypes => WithStatus(api.WrongEnvelope(error), segment),
            _ => ErrorFrame(error, segment),
        };
        await WriteAsync(failure.ToJsonString(), ct).ConfigureAwait(false);
        return new FrameOutcome(EndsSegment: true);
    }

    private JsonObject ErrorFrame(ApiError error, int? segment)
    {
        JsonObject frame = WithStatus(api.Envelope(error), segment);
        foreach ((string name, JsonNode? value) in error.Extras ?? [])
        {
            frame[name] = value?.DeepClone();
        }

        return frame;
    }

    // Deployments before the ids: the text alone.
    private JsonObject OldErrorFrame(ApiError error, int segment) =>
        WithStatus(new JsonObject { ["correlation_id"] = api.NextCorrelationId(), ["error"] = error.Message }, segment);

    private static JsonObject WithStatus(JsonObject frame, int? segment)
    {
        frame.Insert(0, "status", "error");
        if (segment is { } number)
        {
            frame.Insert(1, "segment", number);
        }

        return frame;
    }

    private async Task WriteAsync(string text, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (!_isSilent)
            {
                _sent++;
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
