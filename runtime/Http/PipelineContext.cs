namespace Dragoman;

/// <summary>One call on its way through the policies.</summary>
/// <remarks>What the call, its operation and its client have options of is resolved here and nowhere else.</remarks>
internal sealed class PipelineContext
{
    private readonly ApiClientOptions _client;
    private readonly OperationOptions? _operation;
    private bool _hasRenewed;

    public PipelineContext(ApiCall call, ApiClientOptions client, CancellationToken callerToken, BodyStreaming? streaming = null)
    {
        _client = client;
        _operation = client.OptionsOf(call.Operation);
        Call = call;
        CallerToken = callerToken;
        Streaming = streaming;
        RetryLimits = LimitsOf(call, client);
        Deadline = new(client.TimeProvider, Timeout);
        Attempts = streaming?.Attempts ?? new(client.TimeProvider);
    }

    public ApiCall Call { get; }

    /// <summary>The most time the call may take.</summary>
    public TimeSpan Timeout => Call.Options?.Timeout ?? _operation?.Timeout ?? _client.Timeout;

    /// <summary>The most time one try may take.</summary>
    public TimeSpan AttemptTimeout => (Call.Options?.IsAttemptTimeoutDescribed == true ? _operation?.AttemptTimeout : null)
        ?? Call.Options?.AttemptTimeout ?? _operation?.AttemptTimeout ?? _client.AttemptTimeout;

    /// <summary>The longest silence of a streamed body; <see langword="null"/> if nobody has set one.</summary>
    public TimeSpan? IdleTimeout => Call.Options?.IdleTimeout ?? _operation?.IdleTimeout ?? _client.IdleTimeout;

    /// <summary>After which time without an answer a try is sent once more; <see langword="null"/>: not at all.</summary>
    public TimeSpan? HedgingDelay => Call.Options?.HedgingDelay ?? _operation?.HedgingDelay ?? _client.HedgingDelay;

    public RetryLimits RetryLimits { get; set; }

    public Deadline Deadline { get; }

    /// <summary>The caller's own decision about failed tries, if there is one.</summary>
    public Func<FailedTry, RetryDecision>? DecideRetry => Call.Options?.DecideRetry ?? _operation?.DecideRetry ?? _client.DecideRetry;

    /// <summary>How the connection becomes a WebSocket; <see langword="null"/> for a call that is no channel's.</summary>
    public ChannelUpgrade? Upgrade { get; init; }

    /// <summary>The token of the call, which a policy's own may be canceled before.</summary>
    public CancellationToken CallerToken { get; }

    /// <summary>How the body of the response is streamed; <see langword="null"/> if it is buffered.</summary>
    public BodyStreaming? Streaming { get; }

    public AttemptLog Attempts { get; private set; }

    /// <summary>Why no further try was made; set by the retry policy with the last one.</summary>
    public StopReason StopReason { get; set; } = StopReason.NotRetryable;

    /// <summary>What the call tells of itself; <see langword="null"/> where nobody listens.</summary>
    public CallTrace? Trace { get; set; }

    /// <summary>What the current try authenticates with.</summary>
    public IReadOnlyList<ApiCredential> Credentials { get; set; } = [];

    /// <summary>Whether the last try sent a token that can be had anew. Once in a call: a service that refuses a new token would refuse every other one.</summary>
    public bool CanRenew => !_hasRenewed && Call.Options?.Headers.ContainsKey("Authorization") != true && Credentials.Any(static credential => credential is IssuedToken);

    /// <summary>What bounds the retries of a call.</summary>
    public static RetryLimits LimitsOf(ApiCall call, ApiClientOptions client) =>
        new(call.Options?.MaxRetries ?? client.OptionsOf(call.Operation)?.MaxRetries ?? client.MaxRetries, client.MaxRetryAfter);

    /// <summary>What the options say of an error; <see langword="null"/> if they say nothing.</summary>
    public OwnRule? OwnRuleOf(ApiResponse response) => Own(response, Call.Options?.Retry) ?? Own(response, _operation?.Retry) ?? Own(response, _client.Retry);

    /// <summary>The call as a try sees it that is under way beside another one.</summary>
    public PipelineContext Branch()
    {
        PipelineContext branch = (PipelineContext)MemberwiseClone();
        branch.Attempts = Attempts.Branch();
        return branch;
    }

    /// <summary>Goes on with what the try of a branch has met.</summary>
    public void Join(PipelineContext branch)
    {
        Credentials = branch.Credentials;
        Attempts.Join(branch.Attempts);
    }

    /// <summary>Gives up the tokens of the last try, so that the next one sends others.</summary>
    public void Renew()
    {
        _hasRenewed = true;
        foreach (IssuedToken token in Credentials.OfType<IssuedToken>())
        {
            token.Reject();
        }
    }

    private static OwnRule? Own(ApiResponse response, IDictionary<string, RetryOptions>? entries) =>
        entries is null ? null : RetryKey.Find(entries, response.Error.Name, response.Status);
}
