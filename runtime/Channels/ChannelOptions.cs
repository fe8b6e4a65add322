namespace Dragoman;

/// <summary>How one channel behaves. The channel copies its options: changes after it was connected have no effect.</summary>
public sealed class ChannelOptions
{
    /// <summary>Whether a bearer token is sent as a subprotocol instead of in the <c>Authorization</c> header, where the API's description allows it. Default: <see langword="false"/>.</summary>
    /// <remarks>It is for proxies that take headers away. Servers and proxies log subprotocols more readily than they log <c>Authorization</c>.</remarks>
    public bool SendTokenAsSubprotocol { get; set; }

    /// <summary>How often in a row a connection that broke off is made anew, 0 (never) to 10. Default: <see langword="null"/>, the API's description decides.</summary>
    public int? MaxReconnects { get; set; }

    /// <summary>How often a ping (.NET 8: an unasked pong) is sent while nothing else is. Default: 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    /// <remarks>From .NET 9 on, a connection whose peer leaves a ping unanswered for as long is broken.</remarks>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Told before each wait for a new connection.</summary>
    public IProgress<ChannelReconnect>? Reconnecting { get; set; }

    /// <summary>A copy whose values were checked.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal ChannelOptions Checked()
    {
        ChannelOptions copy = (ChannelOptions)MemberwiseClone();
        OperationOptions.CheckRetries(copy.MaxReconnects, nameof(MaxReconnects));
        TimeLimit.Check(copy.KeepAliveInterval, name: nameof(KeepAliveInterval));
        return copy;
    }
}
