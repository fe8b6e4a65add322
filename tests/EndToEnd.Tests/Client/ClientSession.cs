using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The generated client against an emulator on the loopback address. The client's clock stands still but for its waits, which are over at once.</summary>
internal sealed class ClientSession : IAsyncDisposable
{
    /// <summary>How long an agent stays in each state where both share a clock.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

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

    /// <summary>Starts both; the emulator runs by real time, and its agents are ready at once.</summary>
    /// <param name="configure">Changes the options of the client, whose jitter is 1.</param>
    public static Task<ClientSession> StartAsync(Action<BitHumanClientOptions>? configure = null) =>
        StartAsync(new EmulatorOptions { StepDuration = TimeSpan.Zero }, new FakeTimeProvider(), configure);

    /// <summary>Starts both on one clock, which the client's waits move. The emulator only looks at it, and needs no timer of it.</summary>
    public static Task<ClientSession> StartOnOneClockAsync()
    {
        FakeTimeProvider clock = new();
        return StartAsync(new EmulatorOptions { StepDuration = Step, TimeProvider = clock }, clock);
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

    private static async Task<ClientSession> StartAsync(EmulatorOptions emulatorOptions, FakeTimeProvider clock, Action<BitHumanClientOptions>? configure = null)
    {
        BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(emulatorOptions, TestContext.Current.CancellationToken);
        BitHumanClientOptions options = Options(emulator.BaseAddress, clock);
        configure?.Invoke(options);
        return new ClientSession(emulator, clock, new BitHumanClient(options));
    }
}
