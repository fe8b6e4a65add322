using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The Interhuman emulator and a client of it, as its users create one: with a pair of keys.</summary>
internal sealed class InterhumanSession : IAsyncDisposable
{
    private InterhumanSession(InterhumanEmulator emulator, string keyId, string keySecret)
    {
        Emulator = emulator;
        Client = new InterhumanClient(new InterhumanClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            CreateTokenRequest = new() { KeyId = keyId, KeySecret = keySecret, Scopes = [Scope.InterhumanaiUpload, Scope.InterhumanaiStream] },
            TimeProvider = Clock,
            Random = new FixedRandom(),
        });
    }

    public InterhumanEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; } = new();

    public InterhumanClient Client { get; }

    public static async Task<InterhumanSession> StartAsync(string keyId = InterhumanEmulator.KeyId, string keySecret = InterhumanEmulator.KeySecret) =>
        new(await InterhumanEmulator.StartAsync(new EmulatorOptions { StepDuration = TimeSpan.Zero }, TestContext.Current.CancellationToken), keyId, keySecret);

    public Task<UploadAnalysis> UploadAsync() =>
        Client.Analysis.AnalyzeUploadAsync(new() { File = FileUpload.FromBytes(InterhumanService.Segment, "talk.mp4", "video/mp4") });

    public int RequestsOf(string operationId) => Emulator.Requests.Count(request => request.OperationId == operationId);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
