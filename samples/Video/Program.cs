using Dragoman;
using Dragoman.Samples.Emulator;
using Dragoman.Samples.Video;
using Interhuman;

// Finds social signals in videos with the Interhuman API: in a recorded one, which is uploaded, and in a live one, which is sent
// segment by segment over a WebSocket. By default against an emulator on this machine; with --live against the real service, where
// the file is both the recording and the only segment:
//
//     INTERHUMAN_KEY_ID=… INTERHUMAN_KEY_SECRET=… dotnet run --project samples/Video -- --live clip.mp4

if (args is ["--live", ..])
{
    if (Environment.GetEnvironmentVariable("INTERHUMAN_KEY_ID") is not { Length: > 0 } id
        || Environment.GetEnvironmentVariable("INTERHUMAN_KEY_SECRET") is not { Length: > 0 } secret
        || args is not [_, var path]
        || !File.Exists(path))
    {
        Console.Error.WriteLine("Set INTERHUMAN_KEY_ID and INTERHUMAN_KEY_SECRET first, and name a video after --live.");
        return 1;
    }

    using var live = new InterhumanClient(Keys(id, secret));
    await Recorded.AnalyzeAsync(live, FileUpload.FromFile(path, "video/mp4"));
    await Live.RunAsync(live, Camera.FileAsync(path));
    return 0;
}

await using InterhumanEmulator emulator = await InterhumanEmulator.StartAsync();
using var client = new InterhumanClient(new InterhumanClientOptions
{
    CreateTokenRequest = Keys(InterhumanEmulator.KeyId, InterhumanEmulator.KeySecret),
    BaseAddress = emulator.BaseAddress,
});

await Recorded.RunAsync(client, emulator);
await Live.RunAsync(client, Camera.EmulatedAsync(emulator));
return 0;

// The client exchanges the keys for a token before the first call, and again before the token expires or when it is refused.
static CreateTokenRequest Keys(string id, string secret) => new()
{
    KeyId = id,
    KeySecret = secret,
    Scopes = [Scope.InterhumanaiUpload, Scope.InterhumanaiStream],
};
