namespace Dragoman.Samples.Emulator;

/// <summary>A service that the program can run.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Credentials">What it accepts.</param>
/// <param name="FaultExample">A body for its address of failures on demand.</param>
/// <param name="StartAsync">Starts it on a port.</param>
internal sealed record Service(string Name, string Credentials, string FaultExample, Func<CommandLine, int, Task<ServiceEmulator>> StartAsync)
{
    public static IReadOnlyList<Service> All { get; } =
    [
        new(
            "bithuman",
            $"api-secret: {BitHumanEmulator.ApiSecret}",
            """{"operation": "generateAgent", "code": "NO_AVAILABLE_WORKERS", "times": 2}""",
            static async (line, port) => await BitHumanEmulator.StartAsync(Options(line, port)).ConfigureAwait(false)),
        new(
            "container",
            $"Authorization: Bearer {ContainerEmulator.ApiSecret}",
            """{"operation": "launch", "status": 503, "message": "No capacity", "times": 2}""",
            static async (line, port) => await ContainerEmulator.StartAsync(ContainerOptions(line, port)).ConfigureAwait(false)),
        new(
            "foilengine",
            $"X-API-Key: {FoilEngineEmulator.ApiKey}, X-LLM-API-Key: {FoilEngineEmulator.LlmApiKey}, Authorization: Bearer {FoilEngineEmulator.UserToken}",
            """{"operation": "streamMessage", "status": 503, "message": "The model is away", "after_events": 3}""",
            static async (line, port) => await FoilEngineEmulator.StartAsync(Options(line, port)).ConfigureAwait(false)),
        new(
            "webmcp",
            $"Cookie: token={WebMcpEmulator.UserToken} or Authorization: Bearer {WebMcpEmulator.UserToken}, X-Webhook-Secret: {WebMcpEmulator.WebhookSecret}",
            """{"operation": "chat", "code": "MODEL_ERROR", "after_events": 2}""",
            static async (line, port) => await WebMcpEmulator.StartAsync(Options(line, port)).ConfigureAwait(false)),
        new(
            "interhuman",
            $"key_id: {InterhumanEmulator.KeyId}, key_secret: {InterhumanEmulator.KeySecret}",
            """{"operation": "streamAnalyze", "code": "ih5002", "after_events": 1}""",
            static async (line, port) => await InterhumanEmulator.StartAsync(Options(line, port)).ConfigureAwait(false)),
    ];

    private static EmulatorOptions Options(CommandLine line, int port) => new() { Port = port, StepDuration = line.Step };

    private static ContainerEmulatorOptions ContainerOptions(CommandLine line, int port) =>
        new() { Port = port, StepDuration = line.Step, Slots = line.Slots, ColdStart = line.ColdStart };
}
