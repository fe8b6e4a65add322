using System.Runtime.InteropServices;

namespace Dragoman.Samples.Emulator;

/// <summary>Runs the emulators until Ctrl+C: <c>dotnet run --project samples/Emulator -- --service container --port 8089</c>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        List<ServiceEmulator> running = [];
        try
        {
            CommandLine line = CommandLine.Parse(args);
            foreach (Service service in Select(line))
            {
                int port = line.Port == 0 ? 0 : line.Port + running.Count;
                ServiceEmulator emulator = await service.StartAsync(line, port).ConfigureAwait(false);
                running.Add(emulator);
                Console.WriteLine($"{service.Name} on {emulator.BaseAddress}");
                Console.WriteLine($"  credentials: {service.Credentials}");
                Console.WriteLine($"  failures: POST {emulator.BaseAddress}_emulator/faults {service.FaultExample}");
            }

            await StopSignalAsync().ConfigureAwait(false);
            return 0;
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\n{CommandLine.Usage}").ConfigureAwait(false);
            return 2;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
        finally
        {
            foreach (ServiceEmulator emulator in running)
            {
                await emulator.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static IReadOnlyList<Service> Select(CommandLine line) => line.Services.Count == 0
        ? Service.All
        : [.. line.Services.Select(name =>
            Service.All.FirstOrDefault(service => service.Name == name) ?? throw new FormatException($"{name} is no service."))];

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
