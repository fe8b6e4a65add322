using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The key that keeps a paid generation from being paid twice.</summary>
public class IdempotencyKeyTests
{
    private const string Header = "Idempotency-Key";

    [Fact]
    public async Task AllTriesOfACallSendOneKeyAndEachCallItsOwn()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("generateAgent", "NO_AVAILABLE_WORKERS", times: 2);

        await session.Client.Agents.GenerateAsync(new());
        await session.Client.Agents.GenerateAsync(new());

        string[] keys = [.. session.Emulator.Requests.Select(request => request.Headers[Header])];
        Assert.Equal([keys[0], keys[0], keys[0], keys[3]], keys);
        Assert.NotEqual(keys[0], keys[3]);
        Assert.All(keys, key => Assert.True(Guid.TryParseExact(key, "D", out _), key));
    }

    [Fact]
    public async Task AKeyOfTheCallersIsSentAsItIsAndBringsTheFirstAnswerBack()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        GenerateAgentResponse first = await session.Client.Agents.GenerateAsync(new(), idempotencyKey: "order-4711");
        GenerateAgentResponse second = await session.Client.Agents.GenerateAsync(new(), idempotencyKey: "order-4711");

        Assert.Equal(first, second);
        Assert.All(session.Emulator.Requests, request => Assert.Equal("order-4711", request.Headers[Header]));
    }

    [Fact]
    public async Task AGatewaysFailureOfAPaidCallIsRepeatedBecauseItHasAKey()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");
        session.Emulator.Answer("generateDynamics", 502, "text/html", "<h1>Bad Gateway</h1>");

        await session.Client.Dynamics.GenerateAsync(new() { AgentId = "A1" });

        Assert.Equal(2, session.Emulator.Requests.Count);
        Assert.Single(session.Emulator.Requests.Select(request => request.Headers[Header]).Distinct());
    }

    [Fact]
    public async Task CallsThatCostNothingSendNone()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");

        foreach (string operationId in Calls.OperationIds.Where(id => id is not ("generateAgent" or "generateDynamics")))
        {
            await Record.ExceptionAsync(() => Calls.Of(session.Client, operationId));
        }

        Assert.Equal(9, session.Emulator.Requests.Count);
        Assert.All(session.Emulator.Requests, (ReceivedRequest request) => Assert.DoesNotContain(Header, request.Headers.Keys));
    }
}
