using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>The user's agents.</summary>
internal sealed class AgentOperations(WebMcpState state)
{
    private const int MaxRounds = 20;

    public Reply Create(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        Check(body);
        JsonObject agent = new()
        {
            ["name"] = body.RequiredString("name"),
            ["description"] = body.OptionalString("description"),
            ["systemPrompt"] = body.RequiredString("systemPrompt"),
            ["modelId"] = body.OptionalString("modelId"),
            ["siteWhitelist"] = new JsonArray([.. body.Strings("siteWhitelist").Select(site => JsonValue.Create(site))]),
            ["maxRounds"] = body.Integer("maxRounds", 1, MaxRounds, byDefault: 5),
            ["triggerType"] = body.OneOf("triggerType", "manual", "scheduled", "webhook"),
            ["schedule"] = body.OptionalString("schedule"),
            ["isActive"] = body.Members["isActive"]?.DeepClone() ?? true,
        };
        return state.Agents.All.Count < state.Tier.Agents
            ? Items.Show(state.Agents.Add(agent))
            : throw WebMcpErrors.Refused("AGENT_LIMIT_REACHED");
    }

    public Reply Get(ServerCall call) => Items.Show(state.Agents.Get(call.Route("agentId")));

    public Reply Update(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        Check(body);
        return state.Agents.Update(
            call.Route("agentId"),
            body,
            "name",
            "description",
            "systemPrompt",
            "modelId",
            "siteWhitelist",
            "maxRounds",
            "triggerType",
            "schedule",
            "isActive");
    }

    public Reply Delete(ServerCall call)
    {
        state.Agents.Remove(call.Route("agentId"));
        return Reply.NoContent();
    }

    private static void Check(JsonBody body)
    {
        body.Integer("maxRounds", 1, MaxRounds, byDefault: 5);
        body.OneOf("triggerType", "manual", "scheduled", "webhook");
        body.CheckBoolean("isActive");
    }
}
