namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>What became of a frame.</summary>
/// <param name="EndsSegment">Whether nothing more of the segment is to be sent.</param>
/// <param name="End">How the channel has to end; null to go on.</param>
internal readonly record struct FrameOutcome(bool EndsSegment, ChannelEnd? End = null);
