using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.EndToEnd.Tests.Channels;

/// <summary>The generated channel against the emulated Interhuman API.</summary>
public class LiveAnalysisTests
{
    private const int Segment = 10 * 1024;

    [Fact(Timeout = 60_000)]
    public async Task ASegmentIsAnsweredAndAnErrorEndsNothingButItsSegment()
    {
        await using InterhumanEmulator emulator = await InterhumanEmulator.StartAsync();
        using InterhumanClient client = ClientOf(emulator);
        emulator.Fail("streamAnalyze", new Fault { Code = "ih5003", AfterEvents = 1 });
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => channel.SendAsync(new byte[Segment - 1]));
        await channel.SendAsync(new byte[Segment]);
        await channel.SendAsync(new MemoryStream(new byte[Segment + 1]));
        StreamFrame accepted = (await channel.TryReadAsync())!.Value;
        InterhumanException error = Assert.IsAssignableFrom<InterhumanException>((await channel.TryReadAsync())!.Error);
        List<StreamFrame> rest = await ReadAsync(channel, 3);

        Assert.Equal((1, Segment), (Assert.IsType<StreamFrame.Processing>(accepted).Value.Segment, accepted is StreamFrame.Processing { Value.Bytes: var bytes } ? (int?)bytes : null));
        Assert.Equal(("ih5003", 1), (error.Code, error.Members["segment"].GetInt32()));
        Assert.IsType<StreamFrame.Processing>(rest[0]);
        Assert.NotEmpty(Assert.IsType<StreamFrame.Result>(rest[1]).Value.Signals);
        Assert.IsType<StreamFrame.Completed>(rest[2]);
        Assert.Equal([Segment, Segment + 1], emulator.Segments);
    }

    [Fact(Timeout = 60_000)]
    public async Task ARestartIsSurvivedAndAnIdleSessionIsTold()
    {
        await using InterhumanEmulator emulator = await InterhumanEmulator.StartAsync();
        FakeTimeProvider clock = new();
        using InterhumanClient client = ClientOf(emulator, clock);
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync();
        await channel.SendAsync(new byte[Segment]);
        await ReadAsync(channel, 3);

        emulator.CloseChannels(1001);
        Task<ApiResult<StreamFrame>?> reading = channel.TryReadAsync();
        await UntilAsync(() => channel.ReconnectCount == 1 && emulator.OpenChannels == 1);
        await channel.SendAsync(new byte[Segment]);
        StreamFrame first = (await reading)!.Value;
        await ReadAsync(channel, 2);
        emulator.CloseChannels(4003);
        SessionIdleTimeoutException error = Assert.IsType<SessionIdleTimeoutException>((await channel.TryReadAsync())!.Error);

        // The service counts the segments of each connection.
        Assert.Equal(1, Assert.IsType<StreamFrame.Processing>(first).Value.Segment);
        Assert.Equal([TimeSpan.FromSeconds(1)], clock.Waits);
        Assert.Equal(("ih6003", Recovery.Reconnect, true), (error.Code, error.Recovery, channel.IsCompleted));
    }

    [Fact(Timeout = 60_000)]
    public async Task ATokenThatHasExpiredIsRenewedForTheNextConnection()
    {
        await using InterhumanEmulator emulator = await InterhumanEmulator.StartAsync();
        using InterhumanClient client = ClientOf(emulator);
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync(new ChannelOptions { SendTokenAsSubprotocol = true });

        emulator.ExpireTokens();
        emulator.DropChannels();
        await UntilAsync(() => channel.ReconnectCount == 1 && emulator.OpenChannels == 1);
        await channel.SendAsync(new byte[Segment]);

        Assert.Equal(3, (await ReadAsync(channel, 3)).Count);
        Assert.Equal(2, emulator.Requests.Count(request => request.OperationId == "createToken"));
    }

    private static InterhumanClient ClientOf(InterhumanEmulator emulator, FakeTimeProvider? clock = null) => new(new InterhumanClientOptions
    {
        BaseAddress = emulator.BaseAddress,
        TimeProvider = clock ?? new FakeTimeProvider(),
        Random = new FixedRandom(),
        CreateTokenRequest = new() { KeyId = InterhumanEmulator.KeyId, KeySecret = InterhumanEmulator.KeySecret, Scopes = ["interhumanai.stream"] },
    });

    private static async Task<List<StreamFrame>> ReadAsync(StreamAnalyzeChannel channel, int count)
    {
        List<StreamFrame> frames = [];
        await foreach (StreamFrame frame in channel.ReadAllAsync())
        {
            frames.Add(frame);
            if (frames.Count == count)
            {
                break;
            }
        }

        return frames;
    }

    /// <summary>Waits for what happens on the other side of a socket; the test's timeout ends it.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
