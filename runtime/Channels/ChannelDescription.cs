namespace Dragoman;

/// <summary>A WebSocket channel as the API's description declares it (its <c>x-websocket</c>).</summary>
public sealed class ChannelDescription
{
    /// <summary>Points to the text that tells received messages apart: a JSON pointer (RFC 6901), or <see langword="null"/> if nothing does.</summary>
    public string? Kind { get; init; }

    /// <summary>The texts at <see cref="Kind"/> of messages that are error bodies.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What is known of close statuses; of two entries with one status the first counts.</summary>
    public IReadOnlyList<CloseDefinition> Closes { get; init; } = [];

    /// <summary>The subprotocol after which a token may be sent as another one, or <see langword="null"/> if tokens go in a header only.</summary>
    public string? TokenProtocol { get; init; }

    /// <summary>How often and after which waits a connection that broke off is made anew, a rule of <see cref="RetryRule.Backoff"/>; <see langword="null"/>: never.</summary>
    public RetryRule? Reconnect { get; init; }

    /// <summary>How long the service lets nothing be sent or received; <see langword="null"/> for no limit. The channel ends itself 5 seconds after that, if the service has not.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>The fewest bytes of a binary message that is sent. Default: 0.</summary>
    public int MinBinaryBytes { get; init; }

    /// <summary>The most bytes of a binary message that is sent. Default: no limit but that of an array.</summary>
    public int MaxBinaryBytes { get; init; } = Array.MaxLength;

    /// <summary>The most bytes of a message that is received. Default: 1 MB (1,048,576).</summary>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    internal CloseDefinition? Find(int status) => Closes.FirstOrDefault(close => close.Status == status);
}
