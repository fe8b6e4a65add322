using System.Collections.Concurrent;
using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Two clients with many calls at once, some of which meet failures: nobody gets what is another's.</summary>
public class ParallelTests
{
    private const int Agents = 60;

    [Fact]
    public async Task CallsAtOnceKeepTheirAnswersApart()
    {
        await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(new() { StepDuration = TimeSpan.Zero });
        using BitHumanClient first = Client(emulator);
        using BitHumanClient second = Client(emulator);
        emulator.Fail("generateAgent", "RATE_LIMITED", times: 3);
        emulator.Fail("getAgent", "NO_AVAILABLE_WORKERS", times: 5);
        ConcurrentDictionary<string, string> prompts = [];

        ParallelOptions bounded = new() { MaxDegreeOfParallelism = 6, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, Agents), bounded, async (number, token) =>
        {
            BitHumanClient client = number % 2 == 0 ? first : second;
            string prompt = $"You are guide number {number}.";
            string id = (await client.Agents.GenerateAsync(new() { Prompt = prompt }, cancellationToken: token)).AgentId;
            Agent agent = (await client.Agents.GetAsync(id, cancellationToken: token)).Data;

            Assert.Equal(id, agent.AgentId);
            Assert.Equal(prompt, agent.SystemPrompt);
            Assert.True(prompts.TryAdd(id, prompt));
        });

        Assert.Equal(Agents, prompts.Count);
        Assert.Equal((2 * Agents) + 3 + 5, emulator.Requests.Count);
        Assert.Equal(Agents, KeysOf(emulator).Distinct().Count());
    }

    private static IEnumerable<string> KeysOf(BitHumanEmulator emulator) => emulator.Requests
        .Where(request => request.OperationId == "generateAgent")
        .Select(request => request.Headers["Idempotency-Key"]);

    // A jitter of 0 takes the waits out of the way: the clock of calls at once is the real one.
    private static BitHumanClient Client(BitHumanEmulator emulator) => new(new BitHumanClientOptions
    {
        ApiSecret = BitHumanEmulator.ApiSecret,
        BaseAddress = emulator.BaseAddress,
        Random = new FixedRandom(0),
    });
}
