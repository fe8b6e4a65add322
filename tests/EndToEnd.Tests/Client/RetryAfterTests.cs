using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The pause a service asks for, in both forms of RFC 9110, section 10.2.3.</summary>
public class RetryAfterTests
{
    [Fact]
    public async Task SecondsReplaceTheBackoff()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");
        session.Emulator.Fail("speak", "RATE_LIMITED", times: 2, retryAfter: "7");

        await Calls.Of(session.Client, "speak");

        Assert.Equal([7000, 7000], session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task ADateIsCountedFromTheDateOfTheResponse()
    {
        await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync();
        emulator.AddAgent("A1");
        using DateLog dates = new();
        using HttpClient http = new(dates);
        FakeTimeProvider clock = new();
        using BitHumanClient client = new(ClientSession.Options(emulator.BaseAddress, clock), http);
        DateTimeOffset end = DateTimeOffset.UtcNow.AddSeconds(30);
        emulator.Fail("speak", "RATE_LIMITED", retryAfter: end.ToString("R"));

        await Calls.Of(client, "speak");

        // The client's own clock is months away from the emulator's, and must not matter.
        DateTimeOffset wholeSecond = end.AddTicks(-(end.Ticks % TimeSpan.TicksPerSecond));
        Assert.Equal([wholeSecond - dates.Dates[0]], clock.Waits);
        Assert.InRange(clock.Waits[0].TotalSeconds, 25, 32);
    }

    [Fact]
    public async Task ZeroLeavesTheBackoffAsItIs()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");
        session.Emulator.Fail("speak", "RATE_LIMITED", retryAfter: "0");

        await Calls.Of(session.Client, "speak");

        Assert.Equal([500], session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task ALongPauseIsTheCallersToMake()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("speak", "RATE_LIMITED", times: 2, retryAfter: "120");

        RateLimitedException error = await Assert.ThrowsAsync<RateLimitedException>(() => Calls.Of(session.Client, "speak"));

        Assert.Equal(StopReason.RetryAfterTooLong, error.StopReason);
        Assert.Equal(TimeSpan.FromMinutes(2), error.RetryAfter);
        Assert.Single(session.Emulator.Requests);
        Assert.Empty(session.Clock.Waits);
    }

    [Fact]
    public async Task ACodeThatIsNotRetriedIsNotForThePauseEither()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("speak", "SESSION_LIMIT", retryAfter: "3");

        SessionLimitException error = await Assert.ThrowsAsync<SessionLimitException>(() => Calls.Of(session.Client, "speak"));

        Assert.Equal(TimeSpan.FromSeconds(3), error.RetryAfter);
        Assert.Single(session.Emulator.Requests);
    }

    private sealed class DateLog() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<DateTimeOffset> Dates { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            Dates.Add(response.Headers.Date!.Value);
            return response;
        }
    }
}
