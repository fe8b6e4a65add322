using BitHuman;
using Dragoman.Samples.Emulator;
using Polly;
using Polly.CircuitBreaker;

namespace Dragoman.Samples.Resilience;

/// <summary>A circuit breaker of Polly among the handlers of the client's HttpClient. The client goes on repeating as its catalog says.</summary>
internal static class WithinTheClient
{
    private static readonly TimeSpan s_break = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(BitHumanEmulator emulator)
    {
        Console.WriteLine();
        Console.WriteLine("Polly within the client");
        using var handler = new BreakingHandler(Breaker()) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        using var http = new HttpClient(handler, disposeHandler: false);
        var options = new BitHumanClientOptions
        {
            ApiSecret = BitHumanEmulator.ApiSecret,
            BaseAddress = emulator.BaseAddress,
            MaxRetries = 2,
            OnCompleted = static call => Console.WriteLine($"  {call.Operation.Id}: {call.StopReason}, tries sent: {call.Attempts.Count(attempt => attempt.MayHaveBeenReceived)} of {call.Attempts.Count}."),
        };
        using var client = new BitHumanClient(options, http);
        string agent = emulator.AddAgent();

        // A gateway without its service.
        emulator.Answer("getAgent", 502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>", times: 2);
        try
        {
            await client.Agents.GetAsync(agent);
        }
        catch (TransportException e)
        {
            Console.WriteLine($"  {e.GetType().Name}: the last try met an open circuit.");
        }

        await Task.Delay(s_break);
        Agent found = (await client.Agents.GetAsync(agent)).Data;
        Console.WriteLine($"  Agent {found.AgentId} is {found.Status}.");
    }

    private static ResiliencePipeline<HttpResponseMessage> Breaker() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = static sent => ValueTask.FromResult(sent.Outcome.Exception is HttpRequestException || (int?)sent.Outcome.Result?.StatusCode >= 500),
            FailureRatio = 0.5,
            MinimumThroughput = 2,
            BreakDuration = s_break,
            OnOpened = static _ => Say("The circuit opens."),
            OnClosed = static _ => Say("The circuit closes."),
        })
        .Build();

    private static ValueTask Say(string line)
    {
        Console.WriteLine($"  {line}");
        return default;
    }
}
