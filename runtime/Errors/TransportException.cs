namespace Dragoman;

/// <summary>No complete response arrived: the connection failed, broke off or answered with something that is not HTTP.</summary>
public class TransportException : ApiException
{
    internal TransportException(ApiError error, bool mayHaveBeenReceived)
        : base(error)
    {
        MayHaveBeenReceived = mayHaveBeenReceived;
    }

    /// <summary>Whether the service may have received the request and acted on it. <see langword="false"/> only if it surely has not: the name was not resolved, the connection refused or TLS not established, or a time limit ended while the try waited for its token.</summary>
    public bool MayHaveBeenReceived { get; }

    /// <summary>How many bytes of a body, after decompression, had arrived when it broke off. 0 if none had, and where a time limit ended the try.</summary>
    public long BytesReceived { get; internal init; }

    /// <summary>Whether the last try's connection was refused: nothing listens at the service's address, so its process has not started or has ended.</summary>
    public bool IsRefused { get; internal init; }
}
