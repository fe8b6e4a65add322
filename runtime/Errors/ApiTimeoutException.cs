namespace Dragoman;

/// <summary>A time limit of the client ended before the service answered.</summary>
/// <remarks>It is not an <see cref="OperationCanceledException"/>: that one means the caller canceled.</remarks>
public sealed class ApiTimeoutException : TransportException
{
    internal ApiTimeoutException(ApiError error, TimeoutScope scope, TimeSpan timeout, bool mayHaveBeenReceived = true)
        : base(error, mayHaveBeenReceived)
    {
        Scope = scope;
        Timeout = timeout;
    }

    /// <summary>Which limit ended.</summary>
    public TimeoutScope Scope { get; }

    /// <summary>The limit as configured.</summary>
    public TimeSpan Timeout { get; }
}
