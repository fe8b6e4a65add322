using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator;

/// <summary>A failure on demand. With nothing but a delay or a broken connection, the operation is served first.</summary>
public sealed record Fault
{
    /// <summary>The code: one of the API's reference, or any other with a <see cref="Status"/>. Default: null, none.</summary>
    public string? Code { get; init; }

    /// <summary>The HTTP status, 400 to 599. Default: null, that of the code; 500 where that has none.</summary>
    public int? Status { get; init; }

    /// <summary>The message. Default: null, one that belongs to the code or the status.</summary>
    public string? Message { get; init; }

    /// <summary>The value of the <c>Retry-After</c> header, sent as it is. Default: null, none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Members to add to the error body, such as <c>reset_time</c>. Default: null, none.</summary>
    public JsonObject? Extras { get; init; }

    /// <summary>The time before the answer begins, by the emulator's clock. Default: zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What is wrong with the answer. Default: <see cref="Breakage.None"/>.</summary>
    public Breakage Breakage { get; init; }

    /// <summary>
    /// For streams and channels: the failure comes after so many events or messages, in place of the rest.
    /// Default: null, in place of the answer.
    /// </summary>
    public int? AfterEvents { get; init; }

    /// <summary>Whether the error body has the members of an earlier version of the API, where there was one. Default: false.</summary>
    public bool LegacyEnvelope { get; init; }
}
