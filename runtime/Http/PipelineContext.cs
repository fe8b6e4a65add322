namespace Dragoman;

/// <summary>One call on its way through the policies.</summary>
internal sealed class PipelineContext(ApiCall call, ApiClientOptions options, CancellationToken callerToken, BodyStreaming? streaming = null)
{
    private bool _hasRenewed;

    public ApiCall Call { get; } = call;

    /// <summary>The most time the call may take.</summary>
    public TimeSpan Timeout { get; } = call.Options?.Timeout ?? options.Timeout;

    /// <summary>The most time one try may take.</summary>
    public TimeSpan AttemptTimeout { get; } = call.Options?.AttemptTimeout ?? options.AttemptTimeout;

    public RetryLimits RetryLimits { get; set; } = new(call.Options?.MaxRetries ?? options.MaxRetries, options.MaxRetryAfter);

    public Deadline Deadline { get; } = new(options.TimeProvider, call.Options?.Timeout ?? options.Timeout);

    /// <summary>How the connection becomes a WebSocket; <see langword="null"/> for a call that is no channel's.</summary>
    public ChannelUpgrade? Upgrade { get; init; }

    /// <summary>The token of the call, which a policy's own may be canceled before.</summary>
    public CancellationToken CallerToken { get; } = callerToken;

    /// <summary>How the body of the response is streamed; <see langword="null"/> if it is buffered.</summary>
    public BodyStreaming? Streaming { get; } = streaming;

    public AttemptLog Attempts { get; } = streaming?.Attempts ?? new(options.TimeProvider);

    /// <summary>Why no further try was made; set by the retry policy with the last one.</summary>
    public StopReason StopReason { get; set; } = StopReason.NotRetryable;

    /// <summary>What the call tells of itself; <see langword="null"/> where nobody listens.</summary>
    public CallTrace? Trace { get; set; }

    /// <summary>What the current try authenticates with.</summary>
    public IReadOnlyList<ApiCredential> Credentials { get; set; } = [];

    /// <summary>Whether the last try sent a token that can be had anew. Once in a call: a service that refuses a new token would refuse every other one.</summary>
    public bool CanRenew => !_hasRenewed && Call.Options?.Headers.ContainsKey("Authorization") != true && Credentials.Any(static credential => credential is IssuedToken);

    /// <summary>Gives up the tokens of the last try, so that the next one sends others.</summary>
    public void Renew()
    {
        _hasRenewed = true;
        foreach (IssuedToken token in Credentials.OfType<IssuedToken>())
        {
            token.Reject();
        }
    }
}
