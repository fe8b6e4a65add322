using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The generated client against an emulator on the loopback address. The client's clock stands still but for its waits, which are over at once.</summary>
internal sealed class ClientSession : IAsyncDisposable
{
    private ClientSession(BitHumanEmulator emulator, FakeTimeProvider clock, BitHumanClient client)
    {
        Emulator = emulator;
        Clock = clock;
        Client = client;
    }

    public BitHumanEmulator Emulator { get; }

    /// <summary>The client's clock.</summary>
    public FakeTimeProvider Clock { get; }

    public BitHumanClient Client { get; }

    /// <summary>The waits the client asked its clock for, in milliseconds.</summary>
    public IEnumerable<double> WaitsInMilliseconds => Clock.Waits.Select(static wait => wait.TotalMilliseconds);

    /// <summary>Starts both.</summary>
    /// <param name="configure">Changes the options of the client, whose jitter is 1.</param>
    /// <param name="emulatorOptions">How the emulator runs; by default by real time, with an agent being ready at once.</param>
    /// <param name="clock">The client's clock; by default one of its own.</param>
    public static async Task<ClientSession> StartAsync(
        Action<BitHumanClientOptions>? configure = null, EmulatorOptions? emulatorOptions = null, FakeTimeProvider? clock = null)
    {
        emulatorOptions ??= new EmulatorOptions { StepDuration = TimeSpan.Zero };
        clock ??= new FakeTimeProvider();
        BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(emulatorOptions, TestContext.Current.CancellationToken);
        BitHumanClientOptions options = Options(emulator.BaseAddress, clock);
        configure?.Invoke(options);
        return new ClientSession(emulator, clock, new BitHumanClient(options));
    }

    public static BitHumanClientOptions Options(Uri baseAddress, TimeProvider clock) => new()
    {
        BaseAddress = baseAddress,
        ApiSecret = BitHumanEmulator.ApiSecret,
        TimeProvider = clock,
        Random = new FixedRandom(),
    };

    /// <summary>The requests of one operation that reached the emulator.</summary>
    public IReadOnlyList<ReceivedRequest> RequestsOf(string operationId) =>
        [.. Emulator.Requests.Where(request => request.OperationId == operationId)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
