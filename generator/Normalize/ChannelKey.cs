namespace Dragoman.Generator.Normalize;

/// <summary>The keys among the responses of a canonical operation under which the messages of a channel stand.</summary>
internal static class ChannelKey
{
    public const string Received = "received";

    public const string Sent = "sent";

    public static bool Is(string key) => key is Received or Sent;
}
