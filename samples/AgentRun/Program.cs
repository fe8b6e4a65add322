using Dragoman;
using Dragoman.Samples.AgentRun;
using Dragoman.Samples.Emulator;
using WebMcp;

// Lets an agent of WebMCP Master work, follows it step by step to its end, and talks with a model that calls tools. Its vendor
// publishes no API: there is only the emulator on this machine, which was made from what the vendor's pages say.

if (args is ["--live"])
{
    Console.Error.WriteLine("WebMCP Master has no public API. Without --live the sample runs against an emulator.");
    return 1;
}

await using WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(new EmulatorOptions
{
    StepDuration = TimeSpan.FromMilliseconds(200),
    EventInterval = TimeSpan.FromMilliseconds(30),
});
using var client = new WebMcpClient(new WebMcpClientOptions
{
    BaseAddress = emulator.BaseAddress,

    // Asked once for all callers, and again when a token is refused.
    AccessTokenProvider = _ =>
    {
        Console.WriteLine("(Signing in.)");
        return new(new AccessToken(emulator.SignIn()));
    },
});

Agent agent = await AgentRuns.RunAsync(client);
await Webhook.RunAsync(client, agent);
await ChatStory.RunAsync(client, emulator);
return 0;
