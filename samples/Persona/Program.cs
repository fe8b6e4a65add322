using Dragoman.Samples.Emulator;
using Dragoman.Samples.Persona;
using FoilEngine;

// Talks with a persona of the Foil Engine API, whose replies arrive word by word. By default against an emulator on this machine;
// with --live against the real service, with the first persona that the key may play:
//
//     FOIL_API_KEY=… FOIL_LLM_API_KEY=… dotnet run --project samples/Persona -- --live

if (args is ["--live"])
{
    if (Environment.GetEnvironmentVariable("FOIL_API_KEY") is not { Length: > 0 } key || Environment.GetEnvironmentVariable("FOIL_LLM_API_KEY") is not { Length: > 0 } llmKey)
    {
        Console.Error.WriteLine("Set FOIL_API_KEY and FOIL_LLM_API_KEY first.");
        return 1;
    }

    using var live = new FoilEngineClient(new FoilEngineClientOptions { ApiKey = key, LlmApiKey = llmKey });
    await Conversation.RunAsync(live);
    return 0;
}

await using FoilEngineEmulator emulator = await FoilEngineEmulator.StartAsync(new EmulatorOptions { EventInterval = TimeSpan.FromMilliseconds(40) });
using var client = new FoilEngineClient(new FoilEngineClientOptions
{
    ApiKey = FoilEngineEmulator.ApiKey,
    LlmApiKey = FoilEngineEmulator.LlmApiKey,
    BaseAddress = emulator.BaseAddress,
});

Guid persona = await Conversation.RunAsync(client);
await Failures.RunAsync(client, emulator, persona);
return 0;
