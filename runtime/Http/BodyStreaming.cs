namespace Dragoman;

/// <summary>How a call streams the body of its response instead of buffering it.</summary>
internal sealed record BodyStreaming
{
    /// <summary>The longest silence where neither the caller nor the description says one.</summary>
    private static readonly TimeSpan s_defaultIdleTimeout = TimeSpan.FromMinutes(2);

    /// <summary>What to ask for; a success of another media type is buffered. Default: <see langword="null"/>, every success is streamed and the call's own headers say what to ask for.</summary>
    public string? MediaType { get; init; }

    /// <summary>The statuses whose bodies are streamed; the others are buffered. Default: <see langword="null"/>, all of them.</summary>
    public Func<int, bool>? Statuses { get; init; }

    /// <summary>The longest silence that the API's description allows, or <see langword="null"/> if it says nothing of it.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>After which event a stream goes on, or <see langword="null"/> from its beginning.</summary>
    public string? LastEventId { get; init; }

    /// <summary>The tries so far, if the call goes on with an earlier one.</summary>
    public AttemptLog? Attempts { get; init; }

    /// <summary>Whether the body of a response is streamed. Parameters of its media type, such as a character set, make no difference.</summary>
    public bool Covers(ApiResponse response) =>
        Statuses?.Invoke(response.Status) != false
        && (MediaType is null || string.Equals(response.Header("Content-Type")?.Split(';')[0].Trim(), MediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The longest silence of a call: what its options say, else the description.</summary>
    public TimeSpan IdleTimeoutOf(PipelineContext context) => context.IdleTimeout ?? IdleTimeout ?? s_defaultIdleTimeout;
}
