using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.Samples.Resilience;

/// <summary>What needs no Polly: retries by code and for single operations.</summary>
internal static class ByTheClient
{
    public static async Task RunAsync(BitHumanEmulator emulator)
    {
        Console.WriteLine();
        Console.WriteLine("By the client itself");
        var options = new BitHumanClientOptions
        {
            ApiSecret = BitHumanEmulator.ApiSecret,
            BaseAddress = emulator.BaseAddress,
            OnCompleted = Tell,
            Retry =
            {
                // Less patient than the catalog.
                ["NO_AVAILABLE_WORKERS"] = new() { Retries = 2, BaseDelay = TimeSpan.FromMilliseconds(50) },
                // Newer than the catalog: without an entry, a POST that met it would not be repeated.
                ["WARMING_UP"] = new() { Retries = 3, BaseDelay = TimeSpan.FromMilliseconds(50), Class = RetryClass.NotReady },
            },
            Operations =
            {
                // What is said late is better not said.
                ["speak"] = new() { MaxRetries = 0, Timeout = TimeSpan.FromSeconds(5) },
                // Somebody waits: after half a second the same is asked once more, and the first answer counts.
                ["getAgent"] = new() { HedgingDelay = TimeSpan.FromMilliseconds(500) },
            },
        };
        using var client = new BitHumanClient(options);
        string agent = emulator.AddAgent();

        emulator.Fail("generateAgent", "WARMING_UP", "The service has just started.", status: 500);
        emulator.Fail("generateAgent", "NO_AVAILABLE_WORKERS");
        await client.Agents.GenerateAsync(new() { Prompt = "You are a weather presenter." });

        emulator.Fail("speak", "RATE_LIMITED");
        await client.Agents.TrySpeakAsync(agent, new() { Message = "Hello?" });

        emulator.Fail("getAgent", new Fault { Delay = TimeSpan.FromSeconds(10) });
        await client.Agents.GetAsync(agent);
    }

    private static void Tell(CallSummary call)
    {
        IEnumerable<string> tries = call.Attempts.Select(static attempt => attempt.Code ?? attempt.Failure?.TrimEnd('.') ?? $"{attempt.Status}");
        Console.WriteLine($"  {call.Operation.Id}: {string.Join(", ", tries)} ({call.StopReason})");
    }
}
