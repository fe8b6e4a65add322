using BitHuman;
using Dragoman.EndToEnd.Tests.Client;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>The bitHuman REST API.</summary>
internal sealed class BitHumanService : Service<BitHumanClient, BitHumanClientOptions>
{
    public override string Folder => "bithuman";

    public override Type Exception => typeof(BitHumanException);

    public override IReadOnlyList<string> Message => ["error", "message"];

    protected override string Docs => "https://docs.bithuman.ai/errors";

    protected override IReadOnlyDictionary<string, Func<BitHumanClient, Task>> Calls { get; } =
        Client.Calls.OperationIds.ToDictionary(static id => id, static Func<BitHumanClient, Task> (id) => client => Client.Calls.Of(client, id));

    protected override async Task<ServiceEmulator> StartEmulatorAsync(CancellationToken ct)
    {
        BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(new EmulatorOptions { StepDuration = TimeSpan.Zero }, ct);
        emulator.AddAgent("A1");
        return emulator;
    }

    protected override BitHumanClientOptions CreateOptions() => new() { ApiSecret = BitHumanEmulator.ApiSecret };

    protected override BitHumanClient CreateClient(BitHumanClientOptions options) => new(options);
}
