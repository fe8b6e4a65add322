using System.Text.Json.Nodes;
using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The ids that come over a channel: as messages, as close statuses, as a new connection and as a notice.</summary>
public class InterhumanChannelTests
{
    private const string Operation = "streamAnalyze";

    /// <summary>What comes as a message: every id that the operation may raise, but for those that end the channel, and for the notice.</summary>
    public static TheoryData<string> Messages =>
        [.. CatalogYaml.CodesOf("interhuman", Operation).Except(["ih6003", "ih6004", InterhumanCodes.GoingAway, InterhumanCodes.Notice])];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task AnErrorOfASegmentIsItsExceptionAndTheChannelGoesOn(string id)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail(Operation, new Fault { Code = id, AfterEvents = 1 });
        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync();

        await channel.SendAsync(InterhumanService.Segment);
        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => ReadSegmentAsync(channel));
        await channel.SendAsync(InterhumanService.Segment);
        SegmentCompleted next = await ReadSegmentAsync(channel);

        AssertIs(id, error);
        Assert.Equal(1, error.Members["segment"].GetInt32());
        Assert.Equal(2, next.Segment);
        Assert.Equal(1, session.RequestsOf(Operation));
        Assert.Empty(session.Clock.Waits);
    }

    [Theory]
    [InlineData(1008, "ih6001")]
    [InlineData(1009, "ih6002")]
    [InlineData(4003, "ih6003")]
    [InlineData(4004, "ih6004")]
    public async Task ACloseStatusIsTheExceptionOfItsIdAndEndsTheChannel(int status, string id)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync();

        session.Emulator.CloseChannels(status, id);
        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => ReadSegmentAsync(channel));

        AssertIs(id, error);
        Assert.True(channel.IsCompleted);
        Assert.Equal(1, session.RequestsOf(Operation));
        Assert.Empty(session.Clock.Waits);
    }

    [Theory]
    [InlineData("ih6003")]
    [InlineData("ih6004")]
    public async Task ASessionThatIsOverSaysWhy(string id)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail(Operation, new Fault { Code = id, AfterEvents = 0 });
        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync();

        await channel.SendAsync(InterhumanService.Segment);
        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => ReadSegmentAsync(channel));

        AssertIs(id, error);
        Assert.True(channel.IsCompleted);
    }

    [Fact]
    public async Task AServiceThatGoesAwayGetsANewConnection()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ReconnectLog log = new();
        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync(new ChannelOptions { Reconnecting = log });

        session.Emulator.CloseChannels(1001, InterhumanCodes.GoingAway);
        ChannelReconnect told = await log.First;
        await channel.SendAsync(InterhumanService.Segment);
        SegmentCompleted segment = await ReadSegmentAsync(channel);

        AssertIs(InterhumanCodes.GoingAway, told.Cause);
        Assert.Equal(TimeSpan.FromSeconds(1), told.Wait);
        Assert.Equal([TimeSpan.FromSeconds(1)], session.Clock.Waits);
        Assert.Equal(1, segment.Segment);
        Assert.Equal((1, 2), (channel.ReconnectCount, session.RequestsOf(Operation)));
        Assert.False(channel.IsCompleted);
    }

    [Fact]
    public async Task AServiceThatGoesAwayIsAnExceptionWhereNoNewConnectionIsWanted()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync(new ChannelOptions { MaxReconnects = 0 });

        session.Emulator.CloseChannels(1001, InterhumanCodes.GoingAway);
        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => ReadSegmentAsync(channel));

        AssertIs(InterhumanCodes.GoingAway, error);
        Assert.Equal(1, session.RequestsOf(Operation));
    }

    [Fact]
    public async Task ANoticeIsAMessageAndTheChannelStaysOpen()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync();

        await session.Emulator.BeginShutdownAsync(TimeSpan.FromMinutes(5));
        ApiResult<StreamFrame>? received = await channel.TryReadAsync();
        await channel.SendAsync(InterhumanService.Segment);
        SegmentCompleted segment = await ReadSegmentAsync(channel);

        ShutdownWarning warning = Assert.IsType<StreamFrame.Warning>(received?.Value).Value;
        Assert.Equal((InterhumanCodes.Notice, 300), (warning.ErrorId, warning.SecondsRemaining));
        Assert.Equal("ADVISORY", SeedCode.OfSpec("interhuman").Single(seed => seed.Code == InterhumanCodes.Notice).Retry);
        Assert.Equal(1, segment.Segment);
        Assert.Equal(1, session.RequestsOf(Operation));
    }

    private static async Task<SegmentCompleted> ReadSegmentAsync(StreamAnalyzeChannel channel)
    {
        await foreach (StreamFrame frame in channel.ReadAllAsync())
        {
            if (frame is StreamFrame.Completed(var completed))
            {
                return completed;
            }
        }

        throw new InvalidOperationException("The channel ended before the segment was done.");
    }

    private static void AssertIs(string id, ApiException error)
    {
        Assert.IsType(CodeTable.Of("interhuman", id).Type, error);
        Assert.Equal((id, null), (error.Code, error.Status));
        Assert.Equal(CodeTable.RetryOf("interhuman", id).Recovery, error.Recovery);
        Assert.False(string.IsNullOrWhiteSpace(error.Resolution));
        Assert.False(string.IsNullOrWhiteSpace(error.Category));

        // A frame has its own link. A close status has nothing, and the catalog's page is known all the same.
        Assert.Equal(error.Body is { Length: > 0 } frame ? (string?)JsonNode.Parse(frame)!["link"] : "https://docs.interhuman.ai/api-reference/error-handling", error.DocsUrl);
    }

    private sealed class ReconnectLog : IProgress<ChannelReconnect>
    {
        private readonly TaskCompletionSource<ChannelReconnect> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ChannelReconnect> First => _first.Task;

        public void Report(ChannelReconnect value) => _first.TrySetResult(value);
    }
}
