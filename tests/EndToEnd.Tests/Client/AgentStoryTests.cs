using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>An agent's life through the generated client, as its users write it.</summary>
public class AgentStoryTests
{
    [Fact]
    public async Task AnAgentIsGeneratedAwaitedAndSteered()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        BitHumanClient client = session.Client;

        Assert.True((await client.Account.ValidateSecretAsync()).Valid);

        GenerateAgentResponse started = await client.Agents.GenerateAsync(new() { Prompt = "You are a patient guide.", AspectRatio = "9:16" });
        Assert.True(started.Success);
        Assert.Equal(AgentState.Processing, started.Status);

        ProgressLog progress = new();
        AgentStatus ready = await client.Agents.WaitUntilReadyAsync(started.AgentId, progress: progress);
        Assert.Equal(AgentState.Ready, ready.Status);
        Assert.Equal(started.AgentId, ready.AgentId);
        Assert.Equal(new Uri($"https://files.bithuman.invalid/{started.AgentId}/model.imx"), ready.ModelUrl);
        AssertGrows(progress.Reports);
        Assert.Same(ready, progress.Reports[^1]);

        ContextDelivery spoken = await client.Agents.SpeakAsync(started.AgentId, new() { Message = "Welcome to the gallery." });
        Assert.Equal(new() { AgentCode = started.AgentId, ContextType = ContextType.Speak, DeliveredToRooms = 1 }, spoken);

        ContextDelivery remembered = await client.Agents.AddContextAsync(started.AgentId, new() { Context = "The visitor likes jazz.", RoomId = "lobby" });
        Assert.Equal(ContextType.AddContext, remembered.ContextType);

        UpdateAgentResponse updated = await client.Agents.UpdateAsync(started.AgentId, new() { SystemPrompt = "You are brief." });
        Assert.Equal(new() { AgentCode = started.AgentId, Updated = true }, updated);

        Agent agent = (await client.Agents.GetAsync(started.AgentId)).Data;
        Assert.Equal(("You are brief.", AgentState.Ready), (agent.SystemPrompt, agent.Status));
    }

    [Fact]
    public async Task AnAgentIsAwaitedInRealTimeToo()
    {
        await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(new() { StepDuration = TimeSpan.FromMilliseconds(5) });
        using BitHumanClient client = new(new BitHumanClientOptions { ApiSecret = BitHumanEmulator.ApiSecret, BaseAddress = emulator.BaseAddress });
        string id = (await client.Agents.GenerateAsync(new())).AgentId;
        ProgressLog progress = new();

        AgentStatus ready = await client.Agents.WaitUntilReadyAsync(id, interval: TimeSpan.FromMilliseconds(1), progress: progress);

        // How many states are seen on the way is up to the machine.
        Assert.Equal(AgentState.Ready, ready.Status);
        Assert.Equal(progress.Reports.Select(report => report.Progress).Order(), progress.Reports.Select(report => report.Progress));
    }

    [Fact]
    public async Task AnAgentsGesturesAreGeneratedReadAndSwitched()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = session.Emulator.AddAgent();
        await Assert.ThrowsAsync<DynamicsNotFoundException>(() => session.Client.Dynamics.GetAsync(id));

        GenerateDynamicsResponse started = await session.Client.Dynamics.GenerateAsync(new() { AgentId = id, Duration = 2.5 });
        Dynamics early = (await session.Client.Dynamics.GetAsync(id)).Data;
        await Assert.ThrowsAsync<DynamicsProcessingException>(() => SwitchOnAsync(session, id));
        session.Clock.Advance(ClientSession.Step);
        Dynamics late = (await session.Client.Dynamics.GetAsync(id)).Data;
        UpdateDynamicsResponse updated = await SwitchOnAsync(session, id);

        Assert.Equal(DynamicsState.Processing, started.Status);
        Assert.Equal(DynamicsState.Processing, early.Status);
        Assert.Null(early.Url);
        Assert.Empty(early.Gestures);
        Assert.Equal(DynamicsState.Ready, late.Status);
        Assert.Equal(["nod", "wave"], late.Gestures.Keys.Order());
        Assert.Equal(new Uri($"https://files.bithuman.invalid/{id}/wave.mp4"), late.Gestures["wave"]);
        Assert.Equal(RegenerationState.Started, updated.RegenerationStatus);
        Assert.Null(updated.RegenerationError);
    }

    private static Task<UpdateDynamicsResponse> SwitchOnAsync(ClientSession session, string id) =>
        session.Client.Dynamics.UpdateAsync(id, new() { Dynamics = new() { Enabled = true }, ToggleEnabled = true });

    private static void AssertGrows(IReadOnlyList<AgentStatus> reports)
    {
        IEnumerable<double> progress = reports.Select(report => report.Progress);
        Assert.Equal(progress.Order(), progress);
        Assert.True(reports[0].Progress < reports[^1].Progress);
        Assert.All(reports.SkipLast(1), report => Assert.NotEqual(AgentState.Ready, report.Status));
        Assert.Equal((AgentState.Ready, 1), (reports[^1].Status, reports[^1].Progress));
    }
}
