namespace Dragoman;

/// <summary>A stream of events as the API's description declares it.</summary>
public sealed class EventStreamInfo
{
    private readonly TimeSpan? _idleTimeout;

    /// <summary>The types of events after which the stream is complete; such an event is delivered. Default: none, so that the stream is complete when the service ends it.</summary>
    public IReadOnlyList<string> End { get; init; } = [];

    /// <summary>The types of events whose data is an error body: they become the exception of the code.</summary>
    public IReadOnlyList<string> Error { get; init; } = [];

    /// <summary>Whether a stream that breaks off is opened again where it was, with <c>Last-Event-ID</c>. Default: <see langword="false"/>.</summary>
    public bool Reconnects { get; init; }

    /// <summary>The longest time in which nothing arrives, comments included. Default: <see langword="null"/>, that is 2 minutes; <see cref="ApiClientOptions.IdleTimeout"/> has precedence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or longer than 49 days.</exception>
    public TimeSpan? IdleTimeout
    {
        get => _idleTimeout;
        init
        {
            OperationOptions.CheckTime(value, nameof(IdleTimeout));
            _idleTimeout = value;
        }
    }
}
