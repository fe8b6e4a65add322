using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>No answer at all, and what is known of the request then.</summary>
public class ConnectionTests
{
    [Fact]
    public async Task AStoppedServiceHasSurelyReceivedNothing()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        await Calls.Of(session.Client, "validateSecret");
        await session.Emulator.DisposeAsync();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => Calls.Of(session.Client, "speak"));

        Assert.False(error.MayHaveBeenReceived);
        Assert.IsNotType<BitHumanException>(error, exactMatch: false);
        Assert.Equal((null, null, null), (error.Status, error.Code, error.Body));
        Assert.Equal("speak", error.Operation?.Id);
        Assert.True(error.IsRetryable);
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
        Assert.Equal([50, 100], session.WaitsInMilliseconds);
        Assert.All(error.Attempts, attempt => Assert.False(string.IsNullOrWhiteSpace(attempt.Failure)));
    }

    [Fact]
    public async Task AConnectionThatBreaksAfterTheRequestLeavesItOpenWhetherItWasReceived()
    {
        await using SilentServer server = new(received: () => { }, hangsUp: true);
        using BitHumanClient client = new(ClientSession.Options(server.BaseAddress, new FakeTimeProvider()));

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => Calls.Of(client, "speak"));

        Assert.True(error.MayHaveBeenReceived);
        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task AConnectionThatBreaksIsTriedAgainWhereThatIsHarmless()
    {
        await using SilentServer server = new(received: () => { }, hangsUp: true);
        using BitHumanClient client = new(ClientSession.Options(server.BaseAddress, new FakeTimeProvider()));

        await Assert.ThrowsAsync<TransportException>(() => Calls.Of(client, "generateAgent"));
        int paid = server.Requests;
        TransportException error = await Assert.ThrowsAsync<TransportException>(() => Calls.Of(client, "getAgent"));

        // Of a GET the platform's own handler repeats each try on a new connection, unseen, so only the paid call's requests can be counted.
        Assert.Equal(3, paid);
        Assert.Equal(3, error.Attempts.Count);
    }

    [Fact]
    public async Task ADisposedClientMakesNoMoreCalls()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Calls.Of(session.Client, "validateSecret"));

        Assert.Empty(session.Emulator.Requests);
    }
}
