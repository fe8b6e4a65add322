using System.Text.Json.Nodes;

using Dragoman.Samples.Emulator.Hosting;
using Dragoman.Samples.Emulator.BitHuman.State;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

internal static class AgentOperations
{
    private const string InventedPrompt = "You are a cheerful host.";

    public static Reply Generate(OperationCall call)
    {
        JsonBody body = call.ReadBody();
        string prompt = body.OptionalString("prompt") ?? InventedPrompt;
        string? id = body.OptionalString("agent_id");
        body.OneOf("aspect_ratio", "16:9", "9:16", "1:1");
        body.OneOf("video_aspect_ratio", "16:9", "9:16", "1:1");
        body.CheckPositiveNumber("duration");
        foreach (string source in (ReadOnlySpan<string>)["image", "video", "audio"])
        {
            RemoteFile.CheckReachable(body.OptionalString(source));
        }

        if (id is not null && call.State.FindAgent(id) is { } existing && IsUnderWay(call.GenerationOf(existing)))
        {
            throw new RefusedException(ApiErrors.AgentProcessing);
        }

        Agent agent = call.State.StartAgent(id, prompt);
        return Reply.Json(new JsonObject
        {
            ["success"] = true,
            ["message"] = "The agent is being generated",
            ["agent_id"] = agent.Id,
            ["status"] = "processing",
        });
    }

    public static Reply GetStatus(OperationCall call)
    {
        Agent agent = call.RoutedAgent("agent_id");
        return Success(AgentJson.Status(agent, call.GenerationOf(agent)));
    }

    public static Reply Get(OperationCall call)
    {
        Agent agent = call.RoutedAgent("code");
        return Success(AgentJson.Agent(agent, call.GenerationOf(agent)));
    }

    public static Reply Update(OperationCall call)
    {
        string prompt = call.ReadBody().RequiredString("system_prompt");
        Agent agent = call.RoutedAgent("code");
        agent.SystemPrompt = prompt;
        return Reply.Json(new JsonObject { ["agent_code"] = agent.Id, ["updated"] = true });
    }

    public static bool IsUnderWay(Generation generation) => generation.State is not (Generation.Ready or Generation.Failed);

    private static Reply Success(JsonObject data) => Reply.Json(new JsonObject { ["success"] = true, ["data"] = data });
}
