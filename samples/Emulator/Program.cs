using System.Globalization;
using System.Runtime.InteropServices;

namespace Dragoman.Samples.Emulator;

/// <summary>Runs the emulator until Ctrl+C: <c>dotnet run --project samples/Emulator -- --port 5080</c>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (!TryReadPort(args, out int port))
        {
            await Console.Error.WriteLineAsync("usage: Emulator [--port PORT]").ConfigureAwait(false);
            return 2;
        }

        try
        {
            await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(new EmulatorOptions { Port = port }).ConfigureAwait(false);
            Console.WriteLine($"bitHuman emulator on {emulator.BaseAddress}");
            Console.WriteLine($"api-secret: {BitHumanEmulator.ApiSecret}");
            Console.WriteLine("failures: POST /_emulator/faults {\"operation\": \"generateAgent\", \"code\": \"NO_AVAILABLE_WORKERS\", \"times\": 2}");
            await StopSignalAsync().ConfigureAwait(false);
            return 0;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static bool TryReadPort(string[] args, out int port)
    {
        port = 0;
        return args switch
        {
            [] => true,
            ["--port", var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535,
            _ => false,
        };
    }

    private static async Task StopSignalAsync()
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnSignal(PosixSignalContext context)
        {
            // The process would end at once and leave requests cut off.
            context.Cancel = true;
            stop.TrySetResult();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        await stop.Task.ConfigureAwait(false);
    }
}
