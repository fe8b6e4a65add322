using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.BitHuman.State;

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
        status["created_at"] = Timestamp(agent.StartedAt);
        status["updated_at"] = Timestamp(agent.StartedAt + generation.Since);
        return status;
    }

    /// <summary>RFC 3339 in UTC.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
