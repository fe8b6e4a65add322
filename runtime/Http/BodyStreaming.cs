namespace Dragoman;

/// <summary>How a call streams the body of its response instead of buffering it.</summary>
/// <param name="Accept">The media type to ask for, or <see langword="null"/> if the call's own headers say it.</param>
/// <param name="IdleTimeout">The longest silence that the API's description allows, or <see langword="null"/> if it says nothing of it.</param>
/// <param name="LastEventId">Where a stream of events goes on, or <see langword="null"/> from its beginning.</param>
internal sealed record BodyStreaming(string? Accept = null, TimeSpan? IdleTimeout = null, string? LastEventId = null)
{
    /// <summary>The longest silence where neither the caller nor the description says one.</summary>
    private static readonly TimeSpan s_defaultIdleTimeout = TimeSpan.FromMinutes(2);

    /// <summary>The longest silence of a call: the caller's, else the client's, else the description's.</summary>
    public TimeSpan IdleTimeoutOf(ApiCall call, ApiClientOptions options) =>
        call.Options?.IdleTimeout ?? options.IdleTimeout ?? IdleTimeout ?? s_defaultIdleTimeout;
}
