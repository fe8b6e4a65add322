using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>An event of a stream of server-sent events.</summary>
internal sealed record ServerEvent(string Type, JsonObject Data)
{
    public override string ToString() => $"event: {Type}\ndata: {Data.ToJsonString()}\n\n";
}
