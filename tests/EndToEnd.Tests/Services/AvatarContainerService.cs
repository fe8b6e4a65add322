using AvatarContainer;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>The avatar container, whose model is loaded and which has one task.</summary>
internal sealed class AvatarContainerService : Service<AvatarContainerClient, AvatarContainerClientOptions>
{
    private static readonly LaunchRequest s_launch = new()
    {
        LivekitUrl = "wss://rooms.example",
        LivekitToken = "room-token",
        RoomName = "lobby",
        AvatarImage = FileUpload.FromBytes(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }, "face.jpg", "image/jpeg"),
    };

    public override string Folder => "bithuman-gpu";

    public override Type Exception => typeof(AvatarContainerException);

    public override IReadOnlyList<string> Message => ["detail"];

    protected override string Docs => "https://docs.bithuman.ai/errors";

    protected override IReadOnlyDictionary<string, Func<AvatarContainerClient, Task>> Calls { get; } = new Dictionary<string, Func<AvatarContainerClient, Task>>
    {
        ["checkHealth"] = client => client.CheckHealthAsync(),
        ["getReadiness"] = client => client.GetReadinessAsync(),
        ["launch"] = client => client.LaunchAsync(s_launch),
        ["listTasks"] = client => client.Tasks.ListAsync(),
        ["getTask"] = client => client.Tasks.GetAsync("task-1"),
        ["stopTask"] = client => client.Tasks.StopAsync("task-1"),
        ["runBenchmark"] = client => client.RunBenchmarkAsync(),
        ["getTestFrame"] = async client => await (await client.GetTestFrameAsync()).DisposeAsync(),
    };

    protected override async Task<ServiceEmulator> StartEmulatorAsync(CancellationToken ct) =>
        await ContainerEmulator.StartAsync(new ContainerEmulatorOptions { ColdStart = TimeSpan.Zero }, ct);

    protected override AvatarContainerClientOptions CreateOptions() => new() { ApiSecretToken = ContainerEmulator.ApiSecret };

    protected override AvatarContainerClient CreateClient(AvatarContainerClientOptions options) => new(options);
}
