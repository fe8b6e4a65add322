namespace Dragoman;

/// <summary>An endpoint of a fleet stopped answering while it had work of the caller.</summary>
/// <remarks>Where <see cref="TransportException.IsRefused"/>, nothing listens there any more, and the work has ended with its process. Else it may go on, which is why it was not begun elsewhere.</remarks>
public sealed class EndpointLostException : TransportException
{
    internal EndpointLostException(Uri endpoint, ApiError error)
        : base(error, mayHaveBeenReceived: true)
    {
        Endpoint = endpoint;
    }

    /// <summary>The endpoint that was lost.</summary>
    public Uri Endpoint { get; }

    internal static EndpointLostException Of(Uri endpoint, TransportException cause, bool isGone) =>
        new(endpoint, cause.Error with { Message = $"{endpoint} was lost while it worked: {cause.Message}", InnerException = cause }) { IsRefused = isGone };
}
