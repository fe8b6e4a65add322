using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.BitHuman.State;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

/// <summary>Agents as the API writes them.</summary>
internal static class AgentJson
{
    public static JsonObject Agent(Agent agent, Generation generation) => new()
    {
        ["agent_id"] = agent.Id,
        ["status"] = generation.State,
        ["system_prompt"] = agent.SystemPrompt,
        ["image_url"] = generation.HasPictures ? RemoteFile.UrlOf(agent.Id, "image.jpg") : null,
        ["video_url"] = generation.HasPictures ? RemoteFile.UrlOf(agent.Id, "video.mp4") : null,
        ["model_url"] = generation.State == Generation.Ready ? RemoteFile.UrlOf(agent.Id, "model.imx") : null,
        ["name"] = $"Agent {agent.Id}",
    };

    /// <summary>An agent with all that the status adds to it.</summary>
    public static JsonObject Status(Agent agent, Generation generation)
    {
        JsonObject status = Agent(agent, generation);
        status["progress"] = generation.Progress;
        status["progress_msg"] = generation.Message;
        status["current_step"] = generation.Step;
        status["error_message"] = generation.State == Generation.Failed ? "The prompt could not be turned into an agent." : null;
        status["description"] = null;
        status["voice_id"] = null;
        status["event_type"] = generation.Step;
        status["created_at"] = Timestamps.Utc(agent.StartedAt);
        status["updated_at"] = Timestamps.Utc(agent.StartedAt + generation.Since);
        return status;
    }
}
