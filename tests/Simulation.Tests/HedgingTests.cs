namespace Dragoman.Simulation.Tests;

/// <summary>What hedging costs a service in trouble, and what it brings where single requests are slow.</summary>
public sealed class HedgingTests
{
    private const int CallsPerSecond = 100;
    private const int Calls = 60 * CallsPerSecond;

    private static readonly TimeSpan s_delay = TimeSpan.FromMilliseconds(100);

    /// <summary>The quota begins with 100 tokens, hedges and retries take 14 each, and no success gives any: seven requests more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Where_nothing_is_answered_hardly_anything_is_sent_twice(int attemptSeconds)
    {
        Result result = Run(static _ => Timeout.InfiniteTimeSpan, s_delay, TimeSpan.FromSeconds(attemptSeconds));

        Assert.Equal((0, Calls + 7), (result.Successes, result.Requests));
        Assert.InRange((double)result.Requests / Calls, 1, 1.05);
    }

    /// <summary>A hedge in vain takes 14 tokens and a success gives one, so that one call of 14 is hedged in the long run, besides the seven of the beginning.</summary>
    [Fact]
    public void Where_every_request_is_slow_few_are_sent_twice()
    {
        Result result = Run(static _ => TimeSpan.FromMilliseconds(300), s_delay, TimeSpan.FromSeconds(100));

        Assert.Equal(Calls, result.Successes);
        Assert.InRange(result.Requests, Calls, Calls + (Calls / 14) + 8);
    }

    [Fact]
    public void Where_single_requests_are_slow_calls_are_not()
    {
        TimeSpan slow = TimeSpan.FromSeconds(2);
        TimeSpan LatencyOf(int request) => request % 100 == 99 ? slow : TimeSpan.FromMilliseconds(50);

        Result without = Run(LatencyOf, delay: null, TimeSpan.FromSeconds(100));
        Result with = Run(LatencyOf, s_delay, TimeSpan.FromSeconds(100));

        Assert.Equal((Calls, slow), (without.Requests, without.Slowest));
        Assert.Equal(TimeSpan.FromMilliseconds(150), with.Slowest);
        Assert.InRange((double)with.Requests / Calls, 1.005, 1.015);
    }

    private static Result Run(Func<int, TimeSpan> latencyOf, TimeSpan? delay, TimeSpan attemptTimeout)
    {
        VirtualClock clock = new();
        using SlowService service = new(clock, latencyOf);
        using HttpClient http = new(service) { Timeout = Timeout.InfiniteTimeSpan };
        using ApiPipeline pipeline = new(
            new() { BaseAddress = new("http://slow.example"), TimeProvider = clock, Random = new Random(1), HedgingDelay = delay, AttemptTimeout = attemptTimeout },
            new(static error => new SlowServiceException(error)),
            [],
            http);
        ApiOperationInfo operation = new("ask", HttpMethod.Get, "/ask");
        List<TimeSpan> ended = [];
        TimeSpan slowest = TimeSpan.Zero;
        int failures = 0;
        for (int i = 0; i < Calls; i++)
        {
            clock.At(TimeSpan.FromSeconds((double)i / CallsPerSecond), () => _ = CallAsync());
        }

        clock.Run();
        Assert.Equal(Calls, ended.Count + failures);
        return new(ended.Count, service.Requests, slowest);

        async Task CallAsync()
        {
            TimeSpan began = clock.Elapsed;
            try
            {
                await pipeline.SendAsync(new ApiCall(operation), 204, CancellationToken.None).ConfigureAwait(false);
                ended.Add(clock.Elapsed - began);
                slowest = ended[^1] > slowest ? ended[^1] : slowest;
            }
            catch (ApiTimeoutException)
            {
                failures++;
            }
        }
    }

    private sealed record Result(int Successes, int Requests, TimeSpan Slowest);

    private sealed class SlowServiceException(ApiError error) : ApiException(error);

    /// <summary>Answers every request, each after its own time.</summary>
    private sealed class SlowService(VirtualClock clock, Func<int, TimeSpan> latencyOf) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Task.Delay would go on by another thread where it is canceled.
            TaskCompletionSource answered = new();
            await using CancellationTokenRegistration canceled = cancellationToken.UnsafeRegister(_ => answered.TrySetCanceled(cancellationToken), null);
            using ITimer timer = clock.CreateTimer(_ => answered.TrySetResult(), null, latencyOf(Requests++), Timeout.InfiniteTimeSpan);
            await answered.Task.ConfigureAwait(false);
            return new(System.Net.HttpStatusCode.NoContent) { Content = new ByteArrayContent([]) };
        }
    }
}
