using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>The body of <c>POST /_emulator/faults</c>; its members are those of <see cref="BitHumanEmulator.Fail(string, string, int, string?)"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FaultRequest
{
    public required string Operation { get; init; }

    public required string Code { get; init; }

    /// <summary>Needed only for a code that is not in the error reference.</summary>
    public int? Status { get; init; }

    public string? Message { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>A number of seconds, or any text to send as the header.</summary>
    public JsonElement? RetryAfter { get; init; }
}
