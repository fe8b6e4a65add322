namespace Dragoman;

/// <summary>A call was not sent, because too many requests to the service failed of late (<see cref="ApiClientOptions.CircuitBreaker"/>).</summary>
/// <remarks><see cref="ApiException.RetryAfter"/> is the time until a request is let through, and <see langword="null"/> while one is under way on which that depends. A call of which a request was sent never throws this, but what that request met.</remarks>
public sealed class CircuitOpenException : ApiException
{
    internal CircuitOpenException(ApiError error)
        : base(error)
    {
    }
}
