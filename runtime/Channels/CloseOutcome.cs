namespace Dragoman;

/// <summary>What follows from the end of a connection.</summary>
/// <param name="Error">What the channel ends with; <see langword="null"/> if it ends well.</param>
/// <param name="Reconnects">Whether a new connection is made instead, if that is allowed.</param>
internal readonly record struct CloseOutcome(ApiException? Error, bool Reconnects)
{
    /// <summary>RFC 6455, section 7.4.1; 1012 to 1014 are of IANA's registry of close statuses.</summary>
    private const int Normal = 1000, GoingAway = 1001, NoStatus = 1005, InternalError = 1011, Restart = 1012, TryLater = 1013, BadGateway = 1014;

    /// <summary>The service closed the connection: the description decides, else the status.</summary>
    public static CloseOutcome Of(int status, string? reason, ChannelDescription description, ChannelReport report)
    {
        if (description.Find(status) is { } known)
        {
            return new(report.ToException(known.Error, reason), known.Reconnects);
        }

        return status switch
        {
            Normal or GoingAway or NoStatus => new(null, Reconnects: false),
            Restart or TryLater or BadGateway => new(report.Closed(status, reason, Recovery.Reconnect), Reconnects: true),
            InternalError => new(report.Closed(status, reason, Recovery.Reconnect), Reconnects: false),
            _ => new(report.Closed(status, reason, Recovery.None), Reconnects: false),
        };
    }
}
