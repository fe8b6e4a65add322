using BitHuman;
using Dragoman.Samples.Emulator;
using Dragoman.Samples.Quickstart;

// The bitHuman API from first call to last failure. By default against an emulator on this machine; with --live against the real
// service, where generating an agent costs credits:
//
//     BITHUMAN_API_SECRET=… dotnet run --project samples/Quickstart -- --live

if (args is ["--live"])
{
    if (Environment.GetEnvironmentVariable("BITHUMAN_API_SECRET") is not { Length: > 0 } secret)
    {
        Console.Error.WriteLine("Set BITHUMAN_API_SECRET first.");
        return 1;
    }

    using var live = new BitHumanClient(secret);
    await Story.RunAsync(live, pollInterval: TimeSpan.FromSeconds(5));
    return 0;
}

await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync();
using var client = new BitHumanClient(new BitHumanClientOptions { ApiSecret = BitHumanEmulator.ApiSecret, BaseAddress = emulator.BaseAddress });

await Story.RunAsync(client, pollInterval: TimeSpan.FromMilliseconds(100));
await Failures.RunAsync(client, emulator);
return 0;
