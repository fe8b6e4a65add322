using System.Net.WebSockets;
using System.Text;

namespace Dragoman.Runtime.Tests;

public class ReceiveTests
{
    [Fact(Timeout = 30_000)]
    public async Task Messages_come_in_order_until_the_service_closes()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            for (int i = 1; i <= 100; i++)
            {
                await peer.SendFrameAsync("result", i);
            }

            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        List<Frame> frames = await ReadAllAsync(channel);

        Assert.Equal(Enumerable.Range(1, 100).Select(i => new Frame("result", i)), frames);
        Assert.True(channel.IsCompleted);
        Assert.Null(await channel.TryReadAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_message_in_fragments_is_one_message()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            // The cut goes through the two bytes of the "ü", as RFC 6455, section 5.6, allows.
            byte[] json = Encoding.UTF8.GetBytes("""{"status":"grün","segment":7}""");
            int cut = Array.IndexOf(json, (byte)0xBC);
            await peer.SendAsync(json[..cut], WebSocketMessageType.Text, isEnd: false);
            await peer.SendAsync([], WebSocketMessageType.Text, isEnd: false);
            await peer.SendAsync(json[cut..], WebSocketMessageType.Text);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Equal([new Frame("grün", 7)], await ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_error_is_thrown_for_its_segment_and_what_follows_is_read()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendFrameAsync("result", 1);
            await peer.SendAsync("""{"status":"error","segment":2,"correlation_id":"c-2","error_id":"ih6001","message":"No video in it."}""");
            await peer.SendFrameAsync("result", 3);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        List<Frame> frames = [];
        BadMessageException error = await Assert.ThrowsAsync<BadMessageException>(() => ReadAllAsync(channel, frames));
        bool wasOpen = !channel.IsCompleted;
        await ReadAllAsync(channel, frames);

        Assert.Equal([new("result", 1), new("result", 3)], frames);
        Assert.True(wasOpen);
        Assert.Equal(("ih6001", "No video in it.", "Send a video segment.", "c-2"), (error.Code, error.Message, error.Resolution, error.RequestId));
        Assert.Equal(2, error.Members["segment"].GetInt32());
        Assert.Equal((ChannelApi.Analyze, Recovery.None), (error.Operation, error.Recovery));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_error_can_be_read_as_a_result()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendAsync("""{"status":"error","error_id":"ih9999","message":"New."}""");
            await peer.SendFrameAsync("result", 3);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Equal(("ih9999", "New."), ((await channel.TryReadAsync())!.Error!.Code, "New."));
        Assert.Equal(new("result", 3), (await channel.TryReadAsync())!.Value);
        Assert.Null(await channel.TryReadAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_notice_is_an_item_even_if_it_is_sent_as_an_error()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendAsync("""{"status":"warning","error_id":"ih6006","seconds_remaining":30}""");
            await peer.SendAsync("""{"status":"error","segment":1,"error_id":"ih6006"}""");
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Equal([new("warning", 0), new("error", 1)], await ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task Of_a_long_error_the_beginning_is_kept()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendAsync($$"""{"status":"error","error_id":"ih6001","trace":"{{new string('x', 100_000)}}"}""");
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync(new ChannelDescription { Kind = "/status", Errors = ["error"] });

        BadMessageException error = await Assert.ThrowsAsync<BadMessageException>(() => ReadAllAsync(channel));

        Assert.Equal(64 * 1024, error.Body?.Length);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("""{"segment":1}""", "$")]
    [InlineData("""{"status":"x","segment":"one"}""", "$.segment")]
    [InlineData("no JSON", "$")]
    [InlineData("", "$")]
    public async Task A_message_that_is_not_as_described_leaves_the_channel_open(string message, string path)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendAsync(message);
            await peer.SendFrameAsync("result", 2);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => ReadAllAsync(channel));

        Assert.Equal((path, message), (error.JsonPath, error.Body));
        Assert.Equal([new("result", 2)], await ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_binary_message_is_not_as_described()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await Assert.ThrowsAsync<ResponseFormatException>(() => ReadAllAsync(channel));
        Assert.Empty(await ReadAllAsync(channel));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("invalid UTF-8", new byte[] { 0x81, 0x04, 0x22, 0xC3, 0x28, 0x22 })]
    [InlineData("a reserved opcode", new byte[] { 0x83, 0x00 })]
    [InlineData("a reserved bit", new byte[] { 0xC1, 0x00 })]
    [InlineData("a masked frame", new byte[] { 0x81, 0x81, 1, 2, 3, 4, 5 })]
    [InlineData("a continuation of nothing", new byte[] { 0x80, 0x00 })]
    [InlineData("a reserved close status", new byte[] { 0x88, 0x02, 0x03, 0xED })]
    [InlineData("the close status 2999", new byte[] { 0x88, 0x02, 0x0B, 0xB7 })]
    [InlineData("the close status 5000", new byte[] { 0x88, 0x02, 0x13, 0x88 })]
    public async Task What_is_no_WebSocket_message_ends_the_channel(string what, byte[] frames)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(context => RawFrames.SendAsync(context, frames));
        await using AnalyzeChannel channel = await session.ConnectAsync();

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => ReadAllAsync(channel));

        Assert.Contains("WebSocket protocol", error.Message, StringComparison.Ordinal);
        Assert.True(channel.IsCompleted, what);
        Assert.Equal(1, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_message_that_is_too_large_ends_the_channel()
    {
        TaskCompletionSource<WebSocketCloseStatus?> status = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendAsync(new byte[9_999], WebSocketMessageType.Text, isEnd: false);
            await peer.SendAsync(new byte[2], WebSocketMessageType.Text, isEnd: false);
            await peer.ReceiveAsync();
            status.SetResult(peer.Socket.CloseStatus);
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => ReadAllAsync(channel));

        Assert.Contains("10000 bytes", error.Message, StringComparison.Ordinal);
        Assert.True(channel.IsCompleted);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await status.Task);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_canceled_reading_loses_nothing()
    {
        TaskCompletionSource go = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await go.Task;
            await peer.SendFrameAsync("result", 1);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();
        using CancellationTokenSource source = new();

        Task<List<Frame>> reading = ReadAllAsync(channel, cancellationToken: source.Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => channel.TryReadAsync());
        await source.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        go.SetResult();

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Equal([new("result", 1)], await ReadAllAsync(channel));
    }

    internal static async Task<List<Frame>> ReadAllAsync(AnalyzeChannel channel, List<Frame>? frames = null, CancellationToken cancellationToken = default)
    {
        frames ??= [];
        await foreach (Frame frame in channel.ReadAllAsync(cancellationToken))
        {
            frames.Add(frame);
        }

        return frames;
    }
}
