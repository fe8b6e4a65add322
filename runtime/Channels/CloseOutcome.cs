namespace Dragoman;

/// <summary>What follows from the end of a connection.</summary>
/// <param name="Error">What the channel ends with; <see langword="null"/> if it ends well.</param>
/// <param name="Reconnects">Whether a new connection is made instead, if that is allowed.</param>
/// <param name="Class">What kind of failure it is, and so what a new connection costs.</param>
internal readonly record struct CloseOutcome(ApiException? Error, bool Reconnects, RetryClass Class = RetryClass.Transient)
{
    /// <summary>RFC 6455, section 7.4.1; 1012 to 1014 are of IANA's registry of close statuses.</summary>
    private const int Normal = 1000, GoingAway = 1001, NoStatus = 1005, InternalError = 1011, Restart = 1012, TryLater = 1013, BadGateway = 1014;

    /// <summary>The service closed the connection: the description decides, else the status.</summary>
    public static CloseOutcome Of(int status, string? reason, ChannelDescription description, ChannelReport report)
    {
        if (description.Find(status) is { } known)
        {
            return new(report.ToException(known.Error, reason), known.Reconnects, ClassOf(known.Error.Retry));
        }

        return status switch
        {
            Normal or GoingAway or NoStatus => new(null, Reconnects: false),
            Restart => new(report.Closed(status, reason, Recovery.Reconnect), Reconnects: true, RetryClass.NotReady),
            TryLater => new(report.Closed(status, reason, Recovery.Reconnect), Reconnects: true, RetryClass.Throttled),
            BadGateway => new(report.Closed(status, reason, Recovery.Reconnect), Reconnects: true),
            InternalError => new(report.Closed(status, reason, Recovery.Reconnect), Reconnects: false),
            _ => new(report.Closed(status, reason, Recovery.None), Reconnects: false),
        };
    }

    /// <summary>A service that closes a connection to have a new one has not failed.</summary>
    private static RetryClass ClassOf(RetryRule rule) => rule.Class ?? (rule.Recovery == Recovery.Retry ? RetryClass.Transient : RetryClass.NotReady);
}
