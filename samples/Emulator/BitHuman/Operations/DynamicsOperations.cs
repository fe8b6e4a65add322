using System.Text.Json.Nodes;

using Dragoman.Samples.Emulator.Hosting;
using Dragoman.Samples.Emulator.BitHuman.State;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

internal static class DynamicsOperations
{
    public static Reply Generate(OperationCall call)
    {
        JsonBody body = call.ReadBody();
        string id = body.RequiredString("agent_id");
        body.OptionalString("model");
        body.CheckPositiveNumber("duration");
        RemoteFile.CheckReachable(body.OptionalString("image_url"));

        Agent agent = call.FindAgent(id);
        Generation generation = call.GenerationOf(agent);
        if (generation.State == Generation.Failed)
        {
            throw new RefusedException(ApiErrors.AgentFailed);
        }

        if (AgentOperations.IsUnderWay(generation))
        {
            throw new RefusedException(ApiErrors.AgentProcessing);
        }

        if (IsProcessing(call, agent))
        {
            throw new RefusedException(ApiErrors.DynamicsProcessing);
        }

        agent.DynamicsStartedAt = call.State.Now;
        return Reply.Json(new JsonObject
        {
            ["success"] = true,
            ["message"] = "The dynamics are being generated",
            ["agent_id"] = agent.Id,
            ["status"] = "processing",
        });
    }

    public static Reply Get(OperationCall call)
    {
        Agent agent = AgentWithDynamics(call);
        bool ready = !IsProcessing(call, agent);
        return Reply.Json(new JsonObject
        {
            ["success"] = true,
            ["data"] = new JsonObject
            {
                ["url"] = ready ? RemoteFile.UrlOf(agent.Id, "dynamics.imx") : null,
                ["status"] = ready ? "ready" : "processing",
                ["agent_id"] = agent.Id,
                ["gestures"] = ready ? Gestures(agent) : new JsonObject(),
            },
        });
    }

    public static Reply Update(OperationCall call)
    {
        JsonBody body = call.ReadBody();
        body.RequiredObject("dynamics").CheckBoolean("enabled");
        body.CheckBoolean("toggle_enabled");

        Agent agent = AgentWithDynamics(call);
        if (IsProcessing(call, agent))
        {
            throw new RefusedException(ApiErrors.DynamicsProcessing);
        }

        return Reply.Json(new JsonObject
        {
            ["success"] = true,
            ["message"] = "The dynamics are changed",
            ["agent_id"] = agent.Id,
            ["regeneration_status"] = "started",
            ["regeneration_error"] = null,
        });
    }

    private static Agent AgentWithDynamics(OperationCall call)
    {
        Agent agent = call.RoutedAgent("agent_id");
        return agent.DynamicsStartedAt is null ? throw new RefusedException(ApiErrors.DynamicsNotFound) : agent;
    }

    private static bool IsProcessing(OperationCall call, Agent agent) =>
        agent.DynamicsStartedAt is { } start && call.State.Now - start < call.State.StepDuration;

    private static JsonObject Gestures(Agent agent) => new()
    {
        ["wave"] = RemoteFile.UrlOf(agent.Id, "wave.mp4"),
        ["nod"] = RemoteFile.UrlOf(agent.Id, "nod.mp4"),
    };
}
