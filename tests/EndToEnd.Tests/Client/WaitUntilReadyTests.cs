using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Waiting for an agent, with client and emulator on one clock that the client's waits move.</summary>
public class WaitUntilReadyTests
{
    [Fact]
    public async Task TheStatusIsAskedForEveryFiveSecondsUntilItIsReady()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = await GenerateAsync(session, "You are a patient guide.");
        ProgressLog progress = new();

        await session.Client.Agents.WaitUntilReadyAsync(id, progress: progress);

        Assert.Equal(
            ["processing", "processing", "generating", "generating", "completed", "completed", "ready"],
            progress.Reports.Select(report => report.Status.Value));
        Assert.Equal(Enumerable.Repeat(5000.0, 6), session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task AFailedGenerationIsAnAgentFailedException()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = await GenerateAsync(session, "You fail at everything.");
        ProgressLog progress = new();

        AgentFailedException error = await Assert.ThrowsAsync<AgentFailedException>(() =>
            session.Client.Agents.WaitUntilReadyAsync(id, progress: progress));

        Assert.Equal("The prompt could not be turned into an agent.", error.Message);
        Assert.Equal(AgentFailedException.ErrorCode, error.Code);
        Assert.Equal(Recovery.ChangeRequest, error.Recovery);
        Assert.Equal(BitHumanErrors.AgentFailed.Resolution, error.Resolution);
        Assert.Equal("getAgentStatus", error.Operation?.Id);

        // The status that tells of the failure was itself a success.
        Assert.Null(error.Status);
        Assert.Equal(AgentState.Failed, progress.Reports[^1].Status);
    }

    [Fact]
    public async Task AWorkersRefusalIsRetriedWithinTheWait()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = session.Emulator.AddAgent();
        session.Emulator.Fail("getAgentStatus", "NO_AVAILABLE_WORKERS", times: 2);

        AgentStatus ready = await session.Client.Agents.WaitUntilReadyAsync(id);

        Assert.Equal(AgentState.Ready, ready.Status);
        Assert.Equal([1000, 2000], session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task AnUnknownAgentEndsTheWaitAtOnce()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();

        await Assert.ThrowsAsync<AgentNotFoundException>(() => session.Client.Agents.WaitUntilReadyAsync("A00NOBODY0"));

        Assert.Single(session.Emulator.Requests);
    }

    [Fact]
    public async Task AStateThatNobodyKnowsIsWaitedThrough()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = session.Emulator.AddAgent();
        session.Emulator.Answer("getAgentStatus", 200, "application/json", """{"success":true,"data":{"agent_id":"A1","status":"queued","progress":0}}""");
        ProgressLog progress = new();

        await session.Client.Agents.WaitUntilReadyAsync(id, progress: progress);

        Assert.Equal(["queued", "ready"], progress.Reports.Select(report => report.Status.Value));
    }

    [Fact]
    public async Task AWaitThatIsTooLongIsATimeout()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = await GenerateAsync(session, "You are a patient guide.");

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            session.Client.Agents.WaitUntilReadyAsync(id, interval: TimeSpan.FromSeconds(4), timeout: TimeSpan.FromSeconds(15)));

        Assert.Equal((TimeoutScope.Polling, TimeSpan.FromSeconds(15)), (error.Scope, error.Timeout));
        Assert.Equal(Recovery.Poll, error.Recovery);
        Assert.Equal([4000, 4000, 4000], session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task ACanceledWaitEndsWithTheCallersToken()
    {
        await using ClientSession session = await ClientSession.StartOnOneClockAsync();
        string id = await GenerateAsync(session, "You are a patient guide.");
        using CancellationTokenSource cancellation = new();
        session.Clock.Waiting = _ => cancellation.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            session.Client.Agents.WaitUntilReadyAsync(id, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, canceled.CancellationToken);
        Assert.Single(session.RequestsOf("getAgentStatus"));
    }

    private static async Task<string> GenerateAsync(ClientSession session, string prompt) =>
        (await session.Client.Agents.GenerateAsync(new() { Prompt = prompt })).AgentId;
}
