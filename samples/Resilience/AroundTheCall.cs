using BitHuman;
using Dragoman.Samples.Emulator;
using Polly;
using Polly.Retry;

namespace Dragoman.Samples.Resilience;

/// <summary>A pipeline of Polly around a call: Polly repeats it, and the client, which knows the codes, says what is worth it.</summary>
internal static class AroundTheCall
{
    private static readonly GenerateAgentRequest s_request = new() { Prompt = "You are a weather presenter." };

    /// <summary>One layer only: retries of both would multiply.</summary>
    private static readonly RequestOptions s_once = new() { MaxRetries = 0 };

    public static async Task RunAsync(BitHumanEmulator emulator)
    {
        Console.WriteLine("Polly around the call");
        using var client = new BitHumanClient(new BitHumanClientOptions { ApiSecret = BitHumanEmulator.ApiSecret, BaseAddress = emulator.BaseAddress });
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                // Without retries of its own, the client stops for this reason exactly where it would have tried again.
                ShouldHandle = static failed => ValueTask.FromResult(failed.Outcome.Exception is ApiException { StopReason: StopReason.AttemptsSpent }),
                DelayGenerator = static failed => ValueTask.FromResult((failed.Outcome.Exception as ApiException)?.RetryAfter),
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                UseJitter = true,
                OnRetry = static failed =>
                {
                    Console.WriteLine($"  {failed.Outcome.Exception!.GetType().Name}: Polly tries again{(failed.RetryDelay == TimeSpan.FromSeconds(1) ? " after 1 s, as the service asks" : "")}.");
                    return default;
                },
            })
            .AddTimeout(TimeSpan.FromSeconds(30))
            .Build();

        emulator.Fail("generateAgent", "NO_AVAILABLE_WORKERS", retryAfter: "1");
        emulator.Fail("generateAgent", "RATE_LIMITED");
        GenerateAgentResponse agent = await pipeline.ExecuteAsync(async token => await client.Agents.GenerateAsync(s_request, options: s_once, cancellationToken: token));
        Console.WriteLine($"  Agent {agent.AgentId} is {agent.Status} after {emulator.Requests.Count} calls.");

        emulator.Fail("generateAgent", "INSUFFICIENT_BALANCE");
        try
        {
            await pipeline.ExecuteAsync(async token => await client.Agents.GenerateAsync(s_request, options: s_once, cancellationToken: token));
        }
        catch (InsufficientBalanceException e)
        {
            Console.WriteLine($"  {e.GetType().Name}: no other try, because {e.StopReason}.");
        }
    }
}
