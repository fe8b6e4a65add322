using System.Diagnostics;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Containers;

/// <summary>A container as a process of its own, which can be killed.</summary>
internal sealed class ContainerProcess : IDisposable
{
    private readonly Process _process;

    private ContainerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ContainerProcess> StartAsync(int slots, string coldStart)
    {
        string[] arguments = ["exec", typeof(ServiceEmulator).Assembly.Location, "--service", "container", "--slots", $"{slots}", "--cold-start", coldStart];
        Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The container did not start.");
        return new(process, new(line[line.IndexOf("http", StringComparison.Ordinal)..]));
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
