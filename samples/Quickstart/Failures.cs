using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.Samples.Quickstart;

/// <summary>Five failures, each an exception of its own.</summary>
internal static class Failures
{
    private static readonly GenerateAgentRequest s_request = new() { Prompt = "You are a weather presenter." };

    public static async Task RunAsync(BitHumanClient client, BitHumanEmulator emulator)
    {
        // Busy workers: with retries off the first refusal is thrown; with them the second try succeeds.
        emulator.Fail("generateAgent", "NO_AVAILABLE_WORKERS", times: 2, retryAfter: "1");
        try
        {
            await client.Agents.GenerateAsync(s_request, options: new() { MaxRetries = 0 });
        }
        catch (NoAvailableWorkersException e)
        {
            Show(e);
        }

        ApiResult<GenerateAgentResponse> retried = await client.Agents.TryGenerateAsync(s_request);
        GenerateAgentResponse started = retried.Value;
        Console.WriteLine($"  Retried to success: agent {started.AgentId} after {retried.Attempts.Count} requests.");

        // A rate limit that does not end: retried as often as the catalog says, then thrown.
        emulator.Fail("getAgent", "RATE_LIMITED", times: 10);
        try
        {
            await client.Agents.GetAsync(started.AgentId);
        }
        catch (RateLimitedException e)
        {
            Show(e);
        }

        // No credits: no retry can help, so none is made.
        emulator.Fail("generateAgent", "INSUFFICIENT_BALANCE");
        try
        {
            await client.Agents.GenerateAsync(s_request);
        }
        catch (InsufficientBalanceException e)
        {
            Show(e);
        }

        // A code newer than the catalog: the exception of its status, with the code kept.
        emulator.Fail("speak", "STAGE_NOT_FOUND", "There is no such stage.", status: 404);
        try
        {
            await client.Agents.SpeakAsync(started.AgentId, new() { Message = "Hello?" });
        }
        catch (NotFoundException e)
        {
            Show(e);
        }

        // A gateway's HTML instead of the API's JSON. Whether the update was made nobody knows, so it is not repeated.
        emulator.Answer("updateAgent", 502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
        try
        {
            await client.Agents.UpdateAsync(started.AgentId, new() { SystemPrompt = "You are a calm weather presenter." });
        }
        catch (ServerException e)
        {
            Show(e);
        }
    }

    private static void Show(BitHumanException e)
    {
        Console.WriteLine();
        Console.WriteLine($"{e.GetType().Name}: {e.Message}");
        Console.WriteLine($"  Code {e.Code ?? "none"}, status {e.Status}, {e.Attempts.Count} {(e.Attempts.Count == 1 ? "try" : "tries")}, stopped because {e.StopReason}.");
        if (e.Resolution is not null)
        {
            Console.WriteLine($"  {e.Resolution}");
        }
    }
}
