namespace Dragoman.Simulation.Tests;

/// <summary>Makes one call of a service, with whatever retries its library makes.</summary>
/// <returns>Whether the call succeeded.</returns>
internal delegate Task<bool> Caller();

/// <summary>The libraries that are compared. Ours is itself; the others are what their documentation promises, without whatever they do besides.</summary>
internal static class Callers
{
    public static IReadOnlyList<(string Name, Func<Service, VirtualClock, Random, Caller> Of)> All { get; } =
    [
        ("No retry", static (service, _, _) => service.AskAsync),
        ("Like Azure.Core", static (service, clock, random) => Plain(service, clock, 4, retry => 0.8 * Math.Pow(2, retry) * (0.8 + (0.4 * random.NextDouble())))),
        ("Like the OpenAI client", static (service, clock, random) => Plain(service, clock, 3, retry => Math.Min(8, 0.5 * Math.Pow(2, retry)) * (1 - (0.25 * random.NextDouble())))),
        ("gRPC A6", static (service, clock, random) => Grpc(service, clock, random)),
        ("AWS 2.1", static (service, clock, random) => Aws(service, clock, random)),
        ("Dragoman", Ours),
    ];

    /// <summary>Tries so often, whatever happens to other calls.</summary>
    private static Caller Plain(Service service, VirtualClock clock, int tries, Func<int, double> delay) => async () =>
    {
        for (int retry = 0; ; retry++)
        {
            if (await service.AskAsync().ConfigureAwait(false))
            {
                return true;
            }

            if (retry == tries - 1)
            {
                return false;
            }

            await WaitAsync(clock, delay(retry)).ConfigureAwait(false);
        }
    };

    /// <summary>Up to four tries, while more than half of ten tokens are there: a failure takes one, a success gives a tenth.</summary>
    private static Caller Grpc(Service service, VirtualClock clock, Random random)
    {
        double tokens = 10;
        return async () =>
        {
            for (int retry = 0; ; retry++)
            {
                if (await service.AskAsync().ConfigureAwait(false))
                {
                    tokens = Math.Min(10, tokens + 0.1);
                    return true;
                }

                tokens = Math.Max(0, tokens - 1);
                if (retry == 3 || tokens <= 5)
                {
                    return false;
                }

                await WaitAsync(clock, Math.Min(1, 0.1 * Math.Pow(2, retry)) * random.NextDouble()).ConfigureAwait(false);
            }
        };
    }

    /// <summary>Up to three tries while 500 tokens last: a retry takes 14, a success gives back the last 14 or one.</summary>
    private static Caller Aws(Service service, VirtualClock clock, Random random)
    {
        int tokens = 500;
        return async () =>
        {
            int given = 1;
            for (int retry = 0; ; retry++)
            {
                if (await service.AskAsync().ConfigureAwait(false))
                {
                    tokens = Math.Min(500, tokens + given);
                    return true;
                }

                if (retry == 2 || tokens < 14)
                {
                    return false;
                }

                tokens -= 14;
                given = 14;
                await WaitAsync(clock, Math.Min(20, 0.05 * Math.Pow(2, retry)) * random.NextDouble()).ConfigureAwait(false);
            }
        };
    }

    /// <summary>The pipeline that generated clients have, with its defaults.</summary>
    private static Caller Ours(Service service, VirtualClock clock, Random random)
    {
        ApiOperationInfo operation = new("ask", HttpMethod.Get, "/ask");
        HttpClient http = new(service) { Timeout = Timeout.InfiniteTimeSpan };
        ApiPipeline pipeline = new(new() { BaseAddress = new("http://service.example"), TimeProvider = clock, Random = random }, new(static error => new SimulatedException(error)), [], http);
        return async () =>
        {
            try
            {
                await pipeline.SendAsync(new ApiCall(operation, null), 204, CancellationToken.None).ConfigureAwait(false);
                return true;
            }
            catch (SimulatedException)
            {
                return false;
            }
        };
    }

    private static Task WaitAsync(VirtualClock clock, double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), clock);

    private sealed class SimulatedException(ApiError error) : ApiException(error);
}
