namespace Dragoman.Simulation.Tests;

/// <summary>A situation in which libraries are compared.</summary>
/// <param name="Name">What it is, as the table says it.</param>
/// <param name="RunOf">Runs a library in it, with a seed.</param>
/// <param name="Value">The figure that counts.</param>
internal sealed record Scenario(string Name, Func<Func<Service, VirtualClock, Random, Caller>, int, Run> RunOf, Func<Run, double> Value)
{
    private const int Seeds = 10;

    public static Scenario LongOutage { get; } = new("100 calls/s for 60 s", static (library, seed) => Run.AtRate(library, seed, 100, 60, static _ => 1), static run => run.Amplification);

    public static Scenario SlowOutage { get; } = new("1 call/s for 600 s", static (library, seed) => Run.AtRate(library, seed, 1, 600, static _ => 1), static run => run.Amplification);

    public static Scenario ShortProcess { get; } = new("50 calls in turn", static (library, seed) => Run.InTurn(library, seed, 50, static _ => 1), static run => run.Amplification);

    public static Scenario TimeToFail { get; } = new("a failed call takes", LongOutage.RunOf, static run => run.SecondsToFail);

    public static Scenario Failing(double part) => new($"{part:P0} fail", (library, seed) => Run.AtRate(library, seed, 100, 60, _ => part), static run => run.SuccessRate);

    /// <summary>Requests per call, where the part fails.</summary>
    public static Scenario RequestsAt(double part) => Failing(part) with { Value = static run => run.Amplification };

    /// <summary>The mean over ten seeds.</summary>
    public double Mean(Func<Service, VirtualClock, Random, Caller> library) => Enumerable.Range(1, Seeds).Average(seed => Value(RunOf(library, seed)));
}
