namespace Dragoman;

/// <summary>A connection broke off, and the channel is about to make a new one.</summary>
/// <remarks>The service knows nothing of the old connection: messages that it had not answered are not answered any more, and are not sent again.</remarks>
/// <param name="Number">The try's number in a row, from 1; a message that is received ends the row.</param>
/// <param name="Wait">How long is waited before the try.</param>
/// <param name="Cause">Why the connection broke off, or why the last try failed.</param>
public sealed record ChannelReconnect(int Number, TimeSpan Wait, ApiException Cause);
