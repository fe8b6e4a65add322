using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A channel over a connection that is divided, or breaks without a close frame.</summary>
public class BrokenChannelTests
{
    private const int Segment = 10 * 1024;

    [Fact(Timeout = 60_000)]
    public async Task FramesInSingleBytesAreTheSameMessages()
    {
        await using InterhumanEmulator emulator = await InterhumanEmulator.StartAsync();
        await using FaultProxy proxy = new(emulator.BaseAddress, new FakeTimeProvider()) { Requests = new() { Slicer = 100 }, Answers = new() { Slicer = 1 } };
        using InterhumanClient client = ClientOf(proxy);
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync();

        await channel.SendAsync(new byte[Segment]);
        List<Type> frames = [];
        await foreach (StreamFrame frame in channel.ReadAllAsync())
        {
            frames.Add(frame.GetType());
            if (frames.Count == 3)
            {
                break;
            }
        }

        Assert.Equal([typeof(StreamFrame.Processing), typeof(StreamFrame.Result), typeof(StreamFrame.Completed)], frames);
        Assert.Equal([Segment], emulator.Segments);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AConnectionThatBreaksWithoutACloseFrameIsAFailureOfTheTransport(bool resets)
    {
        await using InterhumanEmulator emulator = await InterhumanEmulator.StartAsync();

        await using FaultProxy proxy = new(emulator.BaseAddress, new FakeTimeProvider());
        using InterhumanClient client = ClientOf(proxy);

        // The first brings a token besides, so the second tells how long the answer to a handshake is.
        await using StreamAnalyzeChannel first = await client.Analysis.ConnectStreamAnalyzeAsync();
        long before = proxy.AnswerBytes;
        await using StreamAnalyzeChannel second = await client.Analysis.ConnectStreamAnalyzeAsync();
        proxy.Answers = new() { LimitData = (int)(proxy.AnswerBytes - before) + 10, ResetPeer = resets, Slicer = 1 };
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync(new ChannelOptions { MaxReconnects = 0 });

        await channel.SendAsync(new byte[Segment]);
        ApiResult<StreamFrame>? read = await channel.TryReadAsync();

        TransportException error = Assert.IsType<TransportException>(read?.Error);
        Assert.True(error.MayHaveBeenReceived);
        Assert.Equal(0, channel.ReconnectCount);
    }

    private static InterhumanClient ClientOf(FaultProxy proxy) => new(new InterhumanClientOptions
    {
        BaseAddress = proxy.Address,
        TimeProvider = new FakeTimeProvider(),
        Random = new FixedRandom(),
        CreateTokenRequest = new() { KeyId = InterhumanEmulator.KeyId, KeySecret = InterhumanEmulator.KeySecret, Scopes = ["interhumanai.stream"] },
    });
}
