using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>The Interhuman API, version 0. The client gets its tokens for a key pair.</summary>
internal sealed class InterhumanService : Service<InterhumanClient, InterhumanClientOptions>
{
    /// <summary>A segment of video of the smallest size.</summary>
    public static readonly byte[] Segment = new byte[10 * 1024];

    private static readonly CreateTokenRequest s_keys = new()
    {
        KeyId = InterhumanEmulator.KeyId,
        KeySecret = InterhumanEmulator.KeySecret,
        Scopes = [Scope.InterhumanaiUpload, Scope.InterhumanaiStream],
    };

    public override string Folder => "interhuman";

    public override Type Exception => typeof(InterhumanException);

    public override IReadOnlyList<string> Message => ["message"];

    public override string? DocsOf(JsonNode body) => (string?)body["link"];

    public override string TokenOperation => "createToken";

    protected override IReadOnlyDictionary<string, Func<InterhumanClient, Task>> Calls { get; } = new Dictionary<string, Func<InterhumanClient, Task>>
    {
        ["createToken"] = client => client.Tokens.CreateAsync(s_keys),
        ["analyzeUpload"] = client => client.Analysis.AnalyzeUploadAsync(new() { File = FileUpload.FromBytes(Segment, "talk.mp4", "video/mp4") }),
        ["streamAnalyze"] = AnalyzeOneSegmentAsync,
    };

    protected override async Task<ServiceEmulator> StartEmulatorAsync(CancellationToken ct) =>
        await InterhumanEmulator.StartAsync(new EmulatorOptions { StepDuration = TimeSpan.Zero }, ct);

    protected override InterhumanClientOptions CreateOptions() => new() { CreateTokenRequest = s_keys };

    protected override InterhumanClient CreateClient(InterhumanClientOptions options) => new(options);

    private static async Task AnalyzeOneSegmentAsync(InterhumanClient client)
    {
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync();
        await channel.SendAsync(Segment);
        await foreach (StreamFrame frame in channel.ReadAllAsync())
        {
            if (frame is StreamFrame.Completed)
            {
                return;
            }
        }
    }
}
