using System.Net.WebSockets;

namespace Dragoman.Runtime.Tests;

public class CloseTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_normal_close_ends_the_reading()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendFrameAsync("result", 1);
            await peer.CloseAsync(1000);
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Equal([new("result", 1)], await ReceiveTests.ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_close_frame_without_a_status_is_a_normal_close()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(static context => RawFrames.SendAsync(context, [0x88, 0x00]));
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task Going_away_is_a_normal_close_unless_it_is_described()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(peer => peer.CloseAsync(1001));
        await using AnalyzeChannel channel = await session.ConnectAsync(new ChannelDescription());

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_described_status_is_its_error()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(peer => peer.CloseAsync(1008, "Not a video."), peer => peer.CloseAsync(4003));
        await using AnalyzeChannel bad = await session.ConnectAsync();
        await using AnalyzeChannel idle = await session.ConnectAsync();

        BadMessageException badError = await Assert.ThrowsAsync<BadMessageException>(() => ReceiveTests.ReadAllAsync(bad));
        IdleTimeoutException idleError = await Assert.ThrowsAsync<IdleTimeoutException>(() => ReceiveTests.ReadAllAsync(idle));

        Assert.Equal(("ih6001", "Not a video.", Recovery.None), (badError.Code, badError.Message, badError.Recovery));
        Assert.Equal(("ih6003", "The session was idle.", Recovery.Reconnect), (idleError.Code, idleError.Message, idleError.Recovery));
        Assert.Equal(2, session.ConnectionCount);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1002, Recovery.None)]
    [InlineData(1003, Recovery.None)]
    [InlineData(1007, Recovery.None)]
    [InlineData(1009, Recovery.None)]
    [InlineData(1011, Recovery.Reconnect)]
    [InlineData(4999, Recovery.None)]
    public async Task Another_status_is_a_failure_of_the_transport(int status, Recovery recovery)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(peer => peer.CloseAsync(status, $"Bye, {ChannelSession.Token}."));
        await using AnalyzeChannel channel = await session.ConnectAsync();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal($"The service closed the channel with the status {status}: Bye, ***.", error.Message);
        Assert.Equal(recovery, error.Recovery);
        Assert.True(error.MayHaveBeenReceived);
        Assert.Equal(1, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_end_is_told_again()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(peer => peer.CloseAsync(1008));
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await Assert.ThrowsAsync<BadMessageException>(() => ReceiveTests.ReadAllAsync(channel));
        Assert.True(channel.IsCompleted);
        Assert.IsType<BadMessageException>((await channel.TryReadAsync())!.Error);
    }

    [Fact(Timeout = 30_000)]
    public async Task Closing_takes_leave_and_leaves_what_came_to_be_read()
    {
        WebSocketCloseStatus? status = null;
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendFrameAsync("result", 1);
            await peer.ReceiveAsync();
            status = peer.Socket.CloseStatus;
            await peer.SendFrameAsync("result", 2);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await channel.CloseAsync();
        await channel.CloseAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, status);
        Assert.Equal([new("result", 1), new("result", 2)], await ReceiveTests.ReadAllAsync(channel));
        Assert.False((await Assert.ThrowsAsync<TransportException>(() => channel.SendAsync(new byte[10]))).MayHaveBeenReceived);
    }

    [Fact(Timeout = 30_000)]
    public async Task Closing_gives_up_after_5_seconds()
    {
        TaskCompletionSource over = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.ReceiveAsync();
            await over.Task;
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Task closing = channel.CloseAsync();
        session.Clock.Advance(TimeSpan.FromSeconds(4.9));
        bool wasWaiting = !closing.IsCompleted;
        session.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await closing;
        over.SetResult();

        Assert.True(wasWaiting);
        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_canceled_closing_breaks_the_connection_off()
    {
        TaskCompletionSource over = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.ReceiveAsync();
            await over.Task;
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();
        using CancellationTokenSource source = new();

        Task closing = channel.CloseAsync(source.Token);
        await source.CancelAsync();
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => closing);
        over.SetResult();

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
    }

    [Fact(Timeout = 30_000)]
    public async Task Disposal_under_load_ends_everything()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            using CancellationTokenSource end = new();
            Task flood = Task.Run(async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    await peer.SendFrameAsync("result", 1);
                }
            });
            while (await peer.ReceiveAsync() is not null)
            {
            }

            await end.CancelAsync();
            await flood;
            await peer.CloseAsync();
        });
        AnalyzeChannel channel = await session.ConnectAsync();
        Task<Exception?>[] senders = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.ExceptionAsync(async () =>
        {
            while (true)
            {
                await channel.SendAsync(new byte[1000]);
            }
        }).AsTask()))];
        Task<Exception?> reader = Record.ExceptionAsync(() => ReceiveTests.ReadAllAsync(channel)).AsTask();

        await channel.DisposeAsync();
        await channel.DisposeAsync();

        Assert.All(await Task.WhenAll(senders), static error => Assert.True(error is ObjectDisposedException or TransportException, $"{error}"));
        Assert.IsType<ObjectDisposedException>(await reader);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => channel.SendAsync(new byte[10]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => channel.TryReadAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task Disposal_does_not_wait_for_a_reader()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            for (int i = 0; i < 1000; i++)
            {
                await peer.SendFrameAsync("result", i);
            }

            await peer.ReceiveAsync();
            await peer.CloseAsync();
        });
        AnalyzeChannel channel = await session.ConnectAsync();

        // The clock stands still: only the service's answer can end this.
        await channel.DisposeAsync();

        Assert.True(channel.IsCompleted);
    }
}
