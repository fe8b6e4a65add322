namespace Dragoman.Samples.Video;

/// <summary>Tells when a channel is connected anew. The service counts segments from 1 then.</summary>
internal sealed class ReconnectLog : IProgress<ChannelReconnect>
{
    public void Report(ChannelReconnect value) => Console.WriteLine($"  ({value.Cause.Code ?? "Broken off"}: connecting anew, try {value.Number}.)");
}
