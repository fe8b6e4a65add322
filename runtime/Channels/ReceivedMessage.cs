namespace Dragoman;

/// <summary>A message as it was received, its fragments put together.</summary>
internal sealed record ReceivedMessage(ReadOnlyMemory<byte> Bytes, bool IsText, ChannelReport Report);
