using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>A generated client against an emulator on the loopback address. The client's clock stands still but for its waits, which are over at once.</summary>
internal sealed class ServiceSession(ServiceEmulator emulator, FakeTimeProvider clock, IDisposable client, Func<string, Task> call) : IAsyncDisposable
{
    public ServiceEmulator Emulator => emulator;

    /// <summary>The client's clock.</summary>
    public FakeTimeProvider Clock => clock;

    /// <summary>The waits the client asked its clock for, in milliseconds.</summary>
    public IEnumerable<double> WaitsInMilliseconds => clock.Waits.Select(static wait => wait.TotalMilliseconds);

    /// <summary>Calls an operation with arguments that it takes.</summary>
    public Task CallAsync(string operationId) => call(operationId);

    /// <summary>How many requests of an operation have reached the emulator.</summary>
    public int RequestsOf(string operationId) => emulator.Requests.Count(request => request.OperationId == operationId);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }
}
