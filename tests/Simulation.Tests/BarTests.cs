namespace Dragoman.Simulation.Tests;

/// <summary>What retries may cost a service in trouble, and what they have to achieve while it is in little.</summary>
public sealed class BarTests
{
    [Fact]
    public void In_an_outage_hardly_anything_is_sent_twice()
    {
        Assert.InRange(Ours(Scenario.LongOutage), 1, 1.002);
        Assert.InRange(Ours(Scenario.SlowOutage), 1, 1.015);
        Assert.InRange(Ours(Scenario.ShortProcess), 1, 1.15);
    }

    /// <summary>A request takes 50 ms.</summary>
    [Fact]
    public void In_an_outage_calls_fail_hardly_later_than_their_first_try() => Assert.InRange(Ours(Scenario.TimeToFail), 0.05, 1.2 * 0.05);

    [Fact]
    public void Single_failures_are_hidden()
    {
        Assert.InRange(Ours(Scenario.Failing(0.1)), 0.998, 1);
        Assert.InRange(Ours(Scenario.Failing(0.2)), 0.990, 1);
        Assert.InRange(Ours(Scenario.RequestsAt(0.2)), 1, 1.25);
    }

    /// <summary>The figures that others found for the same policies, by simulations of their own: this one would be wrong if it found others.</summary>
    [Theory]
    [InlineData("No retry", 1, 1, 1, 0.900, 0.801)]
    [InlineData("Like Azure.Core", 4, 4, 4, 0.9998, null)]
    [InlineData("Like the OpenAI client", 3, 3, 3, 0.999, 0.993)]
    // One call after the other, the first has four tries and no other has more than one: 53 requests of 50 calls.
    [InlineData("gRPC A6", 1.001, 1.005, 1.06, 0.927, 0.802)]
    [InlineData("AWS 2.1", 1.006, 1.058, 1.7, 0.999, 0.992)]
    public void The_others_behave_as_is_known_of_them(string name, double longOutage, double slowOutage, double shortProcess, double tenth, double? fifth)
    {
        Func<Service, VirtualClock, Random, Caller> library = Callers.All.First(item => item.Name == name).Of;

        Assert.Equal(longOutage, Scenario.LongOutage.Mean(library), 0.001);
        Assert.Equal(slowOutage, Scenario.SlowOutage.Mean(library), 0.002);
        Assert.Equal(shortProcess, Scenario.ShortProcess.Mean(library), 0.01);
        Assert.Equal(tenth, Scenario.Failing(0.1).Mean(library), 0.01);
        if (fifth is { } known)
        {
            Assert.Equal(known, Scenario.Failing(0.2).Mean(library), 0.005);
        }
    }

    private static double Ours(Scenario scenario) => scenario.Mean(Callers.All.First(static item => item.Name == "Dragoman").Of);
}
