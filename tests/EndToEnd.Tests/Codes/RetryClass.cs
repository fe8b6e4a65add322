namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>What a retry class of the references comes to; written by hand, so that catalogs and runtime have one measure.</summary>
/// <param name="Recovery">What a caller can do about the failure.</param>
/// <param name="Waits">The waits before each retry in milliseconds, with a jitter of 1.</param>
internal sealed record RetryClass(Recovery Recovery, params int[] Waits)
{
    private static readonly Dictionary<string, RetryClass> s_byName = new()
    {
        ["NEVER"] = new(Recovery.None),
        ["NONE"] = new(Recovery.Nothing),
        ["POLL"] = new(Recovery.Poll),
        ["WAIT_EVENT"] = new(Recovery.Wait),
        ["CHANGE_REQUEST"] = new(Recovery.ChangeRequest),
        ["RECREATE"] = new(Recovery.NewSession),
        ["RECONNECT"] = new(Recovery.Reconnect),
        ["PRECONDITION"] = new(Recovery.Prepare),
        ["ADVISORY"] = new(Recovery.Advisory),
        ["REAUTH"] = new(Recovery.Authenticate) { RenewsToken = true },
        ["RETRY_ONCE"] = new(Recovery.Retry, 1000),
        ["BACKOFF"] = new(Recovery.Retry, 500, 1000, 2000),
        ["BACKOFF_MAX5"] = new(Recovery.Retry, 1000, 2000, 4000, 8000, 16000),
        ["RETRY_AFTER"] = new(Recovery.Retry, 7000, 7000, 7000) { RetryAfter = "7" },
        ["WAIT_60S"] = new(Recovery.Retry, 60_000),
        ["WAIT_UNTIL"] = new(Recovery.Retry, 30_000) { Reset = TimeSpan.FromSeconds(30) },
    };

    /// <summary>Whether a token that can be had anew is, and the request repeated once.</summary>
    public bool RenewsToken { get; init; }

    /// <summary>The <c>Retry-After</c> of the failure, in seconds; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>How long after the failure its body says that a limit is lifted; null where it says nothing.</summary>
    public TimeSpan? Reset { get; init; }

    public static RetryClass Of(string name) => s_byName[name];
}
