using Dragoman.Samples.Emulator;
using Dragoman.Samples.Resilience;

// Retries and circuit breakers, by Polly and by the client's own options, against an emulator on this machine. There is no --live:
// a service that fails on demand is needed.

await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync();

await AroundTheCall.RunAsync(emulator);
await WithinTheClient.RunAsync(emulator);
await ByTheClient.RunAsync(emulator);
return 0;
