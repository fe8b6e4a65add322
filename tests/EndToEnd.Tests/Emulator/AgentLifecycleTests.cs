using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>An agent's way from the request to being ready, on a clock that the test moves.</summary>
public class AgentLifecycleTests
{
    [Fact]
    public async Task AnAgentPassesItsStatesInOrder()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = await GenerateAsync(session, "You are a patient guide.");

        List<string> states = [];
        List<double> progress = [];
        List<bool> hasModel = [];
        for (int i = 0; i < 8; i++)
        {
            JsonNode data = await StatusAsync(session, id);
            states.Add((string)data["status"]!);
            progress.Add((double)data["progress"]!);
            hasModel.Add(data["model_url"] is not null);
            session.Clock.Advance(EmulatorSession.Step / 2);
        }

        Assert.Equal(
            ["processing", "processing", "generating", "generating", "completed", "completed", "ready", "ready"], states);
        Assert.Equal(progress.Order(), progress);
        Assert.Equal(0, progress[0]);
        Assert.Equal(1, progress[^1]);
        Assert.Equal([false, false, false, false, false, false, true, true], hasModel);
    }

    [Fact]
    public async Task APromptThatAsksForFailureFails()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = await GenerateAsync(session, "You fail at everything.");
        Assert.Null((await StatusAsync(session, id))["error_message"]);

        session.Clock.Advance(10 * EmulatorSession.Step);
        JsonNode data = await StatusAsync(session, id);

        Assert.Equal("failed", (string?)data["status"]);
        Assert.NotEqual("", (string?)data["error_message"] ?? "");
        Assert.Null(data["model_url"]);
        EmulatorSession.AssertError(await session.PostAsync("/v1/dynamics/generate", new() { ["agent_id"] = id }), "AGENT_FAILED", 400);
    }

    [Fact]
    public async Task AnAgentHearsNothingBeforeItIsReady()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = await GenerateAsync(session, "You are a patient guide.");
        JsonObject message = new() { ["message"] = "The gallery closes soon." };
        EmulatorSession.AssertError(await session.PostAsync($"/v1/agent/{id}/speak", message), "NO_ACTIVE_ROOMS", 404);

        session.Clock.Advance(3 * EmulatorSession.Step);
        (_, JsonNode body) = await session.PostAsync($"/v1/agent/{id}/speak", message);

        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["agent_code"] = id, ["context_type"] = "speak", ["delivered_to_rooms"] = 1 }, body));
    }

    [Fact]
    public async Task AnUpdateChangesThePromptThatIsRead()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = session.Emulator.AddAgent();

        (_, JsonNode updated) = await session.PostAsync($"/v1/agent/{id}", new() { ["system_prompt"] = "You are brief." });
        (_, JsonNode read) = await session.GetAsync($"/v1/agent/{id}");

        Assert.True(JsonNode.DeepEquals(new JsonObject { ["agent_code"] = id, ["updated"] = true }, updated));
        Assert.Equal("You are brief.", (string?)read["data"]!["system_prompt"]);
        Assert.Equal("ready", (string?)read["data"]!["status"]);
    }

    [Fact]
    public async Task AnAgentUnderWayCannotBeGeneratedAgain()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        JsonObject request = new() { ["agent_id"] = "A48KTR2051" };
        await session.PostAsync("/v1/agent/generate", request);

        EmulatorSession.AssertError(await session.PostAsync("/v1/agent/generate", request), "AGENT_PROCESSING", 409);
    }

    private static async Task<string> GenerateAsync(EmulatorSession session, string prompt)
    {
        (HttpResponseMessage response, JsonNode body) = await session.PostAsync("/v1/agent/generate", new() { ["prompt"] = prompt });
        Assert.Equal(200, (int)response.StatusCode);
        Assert.True((bool?)body["success"]);
        Assert.Equal("processing", (string?)body["status"]);
        return (string)body["agent_id"]!;
    }

    private static async Task<JsonNode> StatusAsync(EmulatorSession session, string id) =>
        (await session.GetAsync($"/v1/agent/status/{id}")).Body["data"]!;
}
