using System.Net;

namespace Dragoman.Simulation.Tests;

/// <summary>A service that takes 50 ms for each request, and fails some of them with 500.</summary>
/// <param name="clock">The clock.</param>
/// <param name="random">Which ones.</param>
/// <param name="failing">The part that fails at a time, 0 to 1.</param>
internal sealed class Service(VirtualClock clock, Random random, Func<TimeSpan, double> failing) : HttpMessageHandler
{
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(50);

    /// <summary>When the requests came.</summary>
    public List<TimeSpan> Requests { get; } = [];

    /// <summary>Answers one request.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> AskAsync()
    {
        Requests.Add(clock.Elapsed);
        bool isFailing = random.NextDouble() < failing(clock.Elapsed);
        await Task.Delay(s_latency, clock).ConfigureAwait(false);
        return !isFailing;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(await AskAsync().ConfigureAwait(false) ? HttpStatusCode.NoContent : HttpStatusCode.InternalServerError) { Content = new ByteArrayContent([]) };
}
