namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>How a channel ends. No text names the close statuses of version 0: these are assumed, with the id as the reason.</summary>
/// <param name="Status">The close status; null for a connection that is just dropped.</param>
/// <param name="Reason">The reason of the close frame.</param>
internal sealed record ChannelEnd(int? Status, string Reason)
{
    public static readonly ChannelEnd Dropped = new(null, "");
    public static readonly ChannelEnd GoingAway = new(1001, "ih6005");
    public static readonly ChannelEnd InvalidMessage = new(1008, "ih6001");
    public static readonly ChannelEnd Idle = new(4003, "ih6003");
    public static readonly ChannelEnd TooLong = new(4004, "ih6004");

    /// <summary>The end that an id stands for; null for an id that does not end a channel.</summary>
    public static ChannelEnd? Of(string? id) => new[] { GoingAway, Idle, TooLong }.FirstOrDefault(end => end.Reason == id);
}
