using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>Agents of WebMCP Master and their runs, on a clock that the test moves.</summary>
public class WebMcpAgentTests
{
    private const string Agent = """{"name":"Clerk","systemPrompt":"Look up hours."}""";

    [Theory]
    [InlineData("Look up hours.", "done", "output")]
    [InlineData("You fail at everything.", "failed", "error")]
    public async Task ARunPassesItsStatesAndSteps(string prompt, string end, string lastStep)
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string agent = (string)(await session.OkAsync("POST", "/agents", $$"""{"name":"Clerk","systemPrompt":"{{prompt}}"}"""))["id"]!;
        string run = (string)(await session.OkAsync("POST", $"/agents/{agent}/run"))["runId"]!;
        Assert.Equal(("AGENT_ALREADY_RUNNING", 409), await session.RefusalAsync("POST", $"/agents/{agent}/run"));

        List<string?> states = [];
        JsonNode shown = new JsonObject();
        for (int i = 0; i < 4; i++)
        {
            shown = await session.OkAsync("GET", $"/runs/{run}");
            states.Add((string?)shown["status"]);
            session.Clock.Advance(EmulatorSession.Step);
        }

        Assert.Equal(["pending", "running", "running", end], states);
        Assert.Equal(["thinking", "tool_call", "tool_result", lastStep], shown["steps"]!.AsArray().Select(step => (string?)step!["type"]));
        Assert.Equal(("RUN_NOT_CANCELLABLE", 400), await session.RefusalAsync("POST", $"/runs/{run}/cancel"));
        Assert.Equal(("RUN_NOT_FOUND", 404), await session.RefusalAsync("GET", "/runs/none"));
    }

    [Fact]
    public async Task ARunUnderWayIsCancelled()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string agent = (string)(await session.OkAsync("POST", "/agents", Agent))["id"]!;
        string run = (string)(await session.OkAsync("POST", $"/agents/{agent}/run"))["runId"]!;

        await session.OkAsync("POST", $"/runs/{run}/cancel");

        Assert.Equal("cancelled", (string?)(await session.OkAsync("GET", $"/runs/{run}"))["status"]);
        Assert.Single((await session.OkAsync("GET", $"/runs?agentId={agent}&status=cancelled")).AsArray());
        Assert.Empty((await session.OkAsync("GET", "/runs?agentId=none")).AsArray());
    }

    [Fact]
    public async Task AWebhookNeedsItsSecretAndAnObject()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string agent = (string)(await session.OkAsync("POST", "/agents", Agent))["id"]!;
        session.Http.DefaultRequestHeaders.Authorization = null;

        (string?, int) noSecret = await session.RefusalAsync("POST", $"/webhooks/agent/{agent}", "{}");
        session.Http.DefaultRequestHeaders.Add("X-Webhook-Secret", WebMcpEmulator.WebhookSecret);

        Assert.Equal(("WEBHOOK_SECRET_INVALID", 401), noSecret);
        Assert.Equal(("WEBHOOK_PAYLOAD_INVALID", 422), await session.RefusalAsync("POST", $"/webhooks/agent/{agent}", "[]"));
        Assert.Equal(("AGENT_NOT_FOUND", 404), await session.RefusalAsync("POST", "/webhooks/agent/none", "{}"));
        await session.OkAsync("POST", $"/webhooks/agent/{agent}", """{"visitor":5}""");
    }
}
