using System.Net;
using System.Net.Sockets;

namespace Dragoman;

/// <summary>Turns what the platform throws into the exception of a try that got no complete response.</summary>
internal static class TransportFailure
{
    /// <summary>Whether an exception means that the way to the service failed, and not the program.</summary>
    public static bool Is(Exception exception) =>
        // InvalidDataException: compressed content that cannot be decompressed.
        exception is HttpRequestException or IOException or InvalidDataException;

    public static TransportException Of(Exception exception, PipelineContext context, SecretMask mask, string origin, long bytesReceived = 0)
    {
        HttpRequestError? error = (exception as HttpRequestException)?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError;
        bool wasNotSent = error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError;

        // The server would answer another try just so: with headers that are too large, or with a demand this client cannot meet.
        bool isFinal = error is HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.UserAuthenticationError
            or HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.VersionNegotiationError;

        string reason = mask.Apply(exception.GetBaseException().Message)!;
        ApiError details = Describe(context, $"No complete response came from {origin}: {reason}", reason, mask.Apply(exception), mayHaveBeenReceived: !wasNotSent);
        return new(isFinal ? details with { Recovery = Recovery.None } : details, mayHaveBeenReceived: !wasNotSent) { IsRefused = IsRefused(exception), BytesReceived = bytesReceived };
    }

    /// <summary>The connection was not established within the handler's own limit.</summary>
    public static TransportException NotConnected(PipelineContext context, string origin, Exception exception)
    {
        string reason = "The connection was not established in time.";
        return new(Describe(context, $"No response came from {origin}: {reason}", reason, exception, mayHaveBeenReceived: false), mayHaveBeenReceived: false);
    }

    public static ApiTimeoutException TimedOut(PipelineContext context, TimeoutScope scope, TimeSpan limit, Exception cause)
    {
        string reason = scope switch
        {
            TimeoutScope.Call => $"The call was not finished within {TimeText.Of(limit)}.",
            TimeoutScope.Idle => $"Nothing of the response arrived for {TimeText.Of(limit)}.",
            _ => $"The try was not answered within {TimeText.Of(limit)}.",
        };
        bool isSent = context.Attempts.IsSent;
        return new(Describe(context, reason, reason, cause, mayHaveBeenReceived: isSent), scope, limit, mayHaveBeenReceived: isSent);
    }

    private static bool IsRefused(Exception? exception)
    {
        while (exception is not (null or SocketException))
        {
            exception = exception.InnerException;
        }

        return exception is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
    }

    private static ApiError Describe(PipelineContext context, string message, string reason, Exception? exception, bool mayHaveBeenReceived)
    {
        context.Attempts.End(status: null, failure: reason, mayHaveBeenReceived: mayHaveBeenReceived);
        return new()
        {
            Message = message,
            Recovery = Recovery.Retry,
            Operation = context.Call.Operation,
            InnerException = exception,
        };
    }
}
