using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>The body of <c>POST /_emulator/faults</c>; its members are those of <see cref="Fault"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FaultRequest
{
    public required string Operation { get; init; }

    public string? Code { get; init; }

    public int? Status { get; init; }

    public string? Message { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>A number of seconds, or any text to send as the header.</summary>
    public JsonElement? RetryAfter { get; init; }

    public JsonObject? Extras { get; init; }

    public int DelayMs { get; init; }

    public Breakage Breakage { get; init; }

    public int? AfterEvents { get; init; }

    public bool LegacyEnvelope { get; init; }

    public Fault ToFault() => new()
    {
        Code = Code,
        Status = Status,
        Message = Message,
        RetryAfter = RetryAfter?.ToString(),
        Extras = Extras,
        Delay = TimeSpan.FromMilliseconds(DelayMs),
        Breakage = Breakage,
        AfterEvents = AfterEvents,
        LegacyEnvelope = LegacyEnvelope,
    };
}
