using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The client's time limits and the caller's cancellation, which are not the same. A server's silence lasts as long as the test says, without anyone waiting.</summary>
public class TimeLimitTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ATryThatIsNotAnsweredInTimeIsMadeAgain()
    {
        FakeTimeProvider clock = new();
        await using SilentServer server = new(received: () => clock.Advance(s_limit));
        using BitHumanClient client = Client(server, clock, options => options.AttemptTimeout = s_limit);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Agents.GetAsync("A1"));

        Assert.Equal((TimeoutScope.Attempt, s_limit, StopReason.AttemptsSpent), (error.Scope, error.Timeout, error.StopReason));
        Assert.Equal([s_limit, s_limit, s_limit], error.Attempts.Select(attempt => attempt.Elapsed));
        Assert.Equal(3, server.Requests);
        Assert.True(error.MayHaveBeenReceived);
        Assert.Null(error.Status);
    }

    [Fact]
    public async Task ATryThatMayHaveBeenHeardIsNotMadeAgain()
    {
        FakeTimeProvider clock = new();
        await using SilentServer server = new(received: () => clock.Advance(s_limit));
        using BitHumanClient client = Client(server, clock, options => options.AttemptTimeout = s_limit);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => Calls.Of(client, "speak"));

        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task ACallEndsWithItsTimeWhateverItsTriesMayTake()
    {
        FakeTimeProvider clock = new();
        await using SilentServer server = new(received: () => clock.Advance(s_limit));
        using BitHumanClient client = Client(server, clock);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            client.Agents.GetAsync("A1", new RequestOptions { Timeout = s_limit }));

        Assert.Equal((TimeoutScope.Call, s_limit, StopReason.DeadlineTooClose), (error.Scope, error.Timeout, error.StopReason));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task ARetryThatWouldComeTooLateIsNotWaitedFor()
    {
        await using ClientSession session = await ClientSession.StartAsync(options => options.Timeout = TimeSpan.FromSeconds(10));
        session.Emulator.Fail("speak", "NO_AVAILABLE_WORKERS", times: 20);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => Calls.Of(session.Client, "speak"));

        Assert.Equal(StopReason.DeadlineTooClose, error.StopReason);
        Assert.Equal([1000, 2000, 4000], session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task ACancellationDuringATryIsTheCallers()
    {
        using CancellationTokenSource cancellation = new();
        await using SilentServer server = new(received: cancellation.Cancel);
        using BitHumanClient client = Client(server, new FakeTimeProvider());

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Agents.GetAsync("A1", cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, canceled.CancellationToken);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task ACancellationDuringAWaitIsTheCallers()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("speak", "NO_AVAILABLE_WORKERS", times: 20);
        using CancellationTokenSource cancellation = new();
        session.Clock.Waiting = _ => cancellation.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            session.Client.Agents.SpeakAsync("A1", new() { Message = "Welcome." }, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, canceled.CancellationToken);
        Assert.Single(session.Emulator.Requests);
    }

    private static BitHumanClient Client(SilentServer server, FakeTimeProvider clock, Action<BitHumanClientOptions>? configure = null)
    {
        BitHumanClientOptions options = ClientSession.Options(server.BaseAddress, clock);
        configure?.Invoke(options);
        return new BitHumanClient(options);
    }
}
