namespace Dragoman;

/// <summary>What a failed call means for a fleet.</summary>
internal enum CallFailure
{
    /// <summary>The endpoint answered; another one would answer alike.</summary>
    Answered,

    /// <summary>The endpoint failed in its own way, and may have done something.</summary>
    Failed,

    /// <summary>The endpoint runs and did nothing: it has no room now.</summary>
    Turned,

    /// <summary>The request did not reach the endpoint.</summary>
    NotSent,

    /// <summary>Nothing listens at the endpoint: what it may have begun has ended with its process.</summary>
    Refused,

    /// <summary>The connection broke off, so that the endpoint may have begun the work and may be going on with it.</summary>
    Broken,

    /// <summary>The endpoint did not answer in time, and may be going on with the work.</summary>
    Silent,
}

/// <summary>Reads from an exception what it means for a fleet.</summary>
internal static class CallFailures
{
    /// <summary>Whether the same request may be sent to another endpoint.</summary>
    public static bool MovesOn(this CallFailure failure) => failure is CallFailure.Turned or CallFailure.NotSent or CallFailure.Refused;

    /// <summary>Whether it counts against the endpoint.</summary>
    public static bool CountsAgainst(this CallFailure failure) => failure is not (CallFailure.Answered or CallFailure.Turned);

    public static CallFailure Of(ApiException exception) => exception switch
    {
        TransportException { IsRefused: true } => CallFailure.Refused,
        TransportException { MayHaveBeenReceived: false } when !MayHaveActed(exception) => CallFailure.NotSent,
        CircuitOpenException when !MayHaveActed(exception) => CallFailure.NotSent,
        ApiTimeoutException => CallFailure.Silent,
        TransportException => CallFailure.Broken,
        { Status: 429 or 503, Recovery: Recovery.Retry or Recovery.Wait or Recovery.Poll } when !MayHaveActed(exception) => CallFailure.Turned,
        { Status: >= 500 and not 503 } => CallFailure.Failed,
        _ => CallFailure.Answered,
    };

    /// <summary>Whether a try before the last one may have had an effect.</summary>
    private static bool MayHaveActed(ApiException exception) =>
        exception.Attempts.SkipLast(1).Any(static attempt => attempt is { MayHaveBeenReceived: true, Status: null or 408 or (>= 500 and not 503) });
}
