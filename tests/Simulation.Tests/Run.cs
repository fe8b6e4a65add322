namespace Dragoman.Simulation.Tests;

/// <summary>What one run came to.</summary>
/// <param name="Calls">How many calls were made.</param>
/// <param name="Successes">How many of them succeeded.</param>
/// <param name="Requests">When their requests came.</param>
/// <param name="Failing">How long all calls that failed took together.</param>
internal sealed record Run(int Calls, int Successes, IReadOnlyList<TimeSpan> Requests, TimeSpan Failing)
{
    /// <summary>Requests per call.</summary>
    public double Amplification => (double)Requests.Count / Calls;

    public double SuccessRate => (double)Successes / Calls;

    /// <summary>How many seconds a call that fails takes.</summary>
    public double SecondsToFail => Failing.TotalSeconds / (Calls - Successes);

    /// <summary>Makes calls at a fixed rate, each whether or not those before it have ended.</summary>
    public static Run AtRate(Func<Service, VirtualClock, Random, Caller> library, int seed, double perSecond, double seconds, Func<TimeSpan, double> failing)
    {
        int calls = (int)(perSecond * seconds);
        return Of(library, seed, calls, failing, (clock, call) =>
        {
            for (int i = 0; i < calls; i++)
            {
                clock.At(TimeSpan.FromSeconds(i / perSecond), () => _ = call());
            }
        });
    }

    /// <summary>Makes one call after the other, as a short process does.</summary>
    public static Run InTurn(Func<Service, VirtualClock, Random, Caller> library, int seed, int calls, Func<TimeSpan, double> failing) =>
        Of(library, seed, calls, failing, (clock, call) => clock.At(TimeSpan.Zero, () => _ = AllAsync(calls, call)));

    private static Run Of(Func<Service, VirtualClock, Random, Caller> library, int seed, int calls, Func<TimeSpan, double> failing, Action<VirtualClock, Func<Task>> schedule)
    {
        VirtualClock clock = new();

        // Two sources: which requests fail must not depend on how often a library asks for jitter.
        using Service service = new(clock, new Random(seed), failing);
        Caller caller = library(service, clock, new Random(seed + 1000));
        int ended = 0;
        int successes = 0;
        TimeSpan failingTime = TimeSpan.Zero;
        schedule(clock, async () =>
        {
            TimeSpan began = clock.Elapsed;
            bool isSuccess = await caller().ConfigureAwait(false);
            successes += isSuccess ? 1 : 0;
            failingTime += isSuccess ? TimeSpan.Zero : clock.Elapsed - began;
            ended++;
        });
        clock.Run();
        return ended == calls ? new(calls, successes, service.Requests, failingTime) : throw new InvalidOperationException($"{calls - ended} calls did not end: something left the simulated thread.");
    }

    private static async Task AllAsync(int calls, Func<Task> call)
    {
        for (int i = 0; i < calls; i++)
        {
            await call().ConfigureAwait(false);
        }
    }
}
