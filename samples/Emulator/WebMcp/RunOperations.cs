using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Runs: started by hand or by a webhook, followed and cancelled. An agent whose prompt speaks of failing fails.</summary>
internal sealed class RunOperations(WebMcpState state, EmulatorOptions options)
{
    private const double RunCredits = 2;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public Reply Start(ServerCall call) => Start(state.Agents.Get(call.Route("agentId")), "manual");

    /// <summary>The secret is the only credential here.</summary>
    public Reply Trigger(ServerCall call)
    {
        if (call.Header("X-Webhook-Secret") != WebMcpEmulator.WebhookSecret)
        {
            throw WebMcpErrors.Refused("WEBHOOK_SECRET_INVALID");
        }

        JsonObject agent = state.Agents.Get(call.Route("agentId"));
        return IsObject(call.Text) ? Start(agent, "webhook") : throw WebMcpErrors.Refused("WEBHOOK_PAYLOAD_INVALID");
    }

    public Reply List(ServerCall call) => Items.Show(state.Runs
        .Where(run => call.Query("agentId") is not { } agent || run.AgentId == agent)
        .Where(run => call.Query("status") is not { } status || run.StatusAt(Now) == status)
        .Select(run => run.ToJson(Now)));

    public Reply Get(ServerCall call) => Reply.Json(Routed(call).ToJson(Now));

    public Reply Cancel(ServerCall call)
    {
        Run run = Routed(call);
        if (!run.IsActive(Now))
        {
            throw WebMcpErrors.Refused("RUN_NOT_CANCELLABLE");
        }

        run.Cancel(Now);
        return Reply.Json(new JsonObject { ["ok"] = true });
    }

    private static bool IsObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Reply Start(JsonObject agent, string triggeredBy)
    {
        string agentId = (string)agent["id"]!;
        if (state.Runs.Exists(run => run.AgentId == agentId && run.IsActive(Now)))
        {
            throw WebMcpErrors.Refused("AGENT_ALREADY_RUNNING");
        }

        state.Charge(RunCredits);
        string id = string.Create(CultureInfo.InvariantCulture, $"run-{state.Runs.Count + 1}");
        bool fails = ((string?)agent["systemPrompt"])?.Contains("fail", StringComparison.OrdinalIgnoreCase) ?? false;
        state.Runs.Add(new Run(id, agentId, triggeredBy, Now, options.StepDuration, fails));
        return Reply.Json(new JsonObject { ["runId"] = id });
    }

    private Run Routed(ServerCall call) =>
        state.Runs.Find(run => run.Id == call.Route("runId")) ?? throw WebMcpErrors.Refused("RUN_NOT_FOUND");
}
