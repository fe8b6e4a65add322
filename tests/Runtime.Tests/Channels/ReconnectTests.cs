using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class ReconnectTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_dropped_connection_is_made_anew()
    {
        TaskCompletionSource isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ChannelSession session = await ChannelSession.StartAsync(
            async peer =>
            {
                await peer.SendFrameAsync("result", 1);
                await isRead.Task;
                peer.Drop();
            },
            async peer =>
            {
                await peer.SendFrameAsync("result", 2);
                await peer.CloseAsync();
            });
        Progress progress = new();
        await using AnalyzeChannel channel = await session.ConnectAsync(options: new() { Reconnecting = progress });
        Frame first = (await channel.TryReadAsync())!.Value;
        isRead.SetResult();

        Assert.Equal(new("result", 1), first);
        Assert.Equal([new("result", 2)], await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(1, channel.ReconnectCount);
        Assert.Equal([TimeSpan.FromSeconds(1)], session.Clock.Waits);
        ChannelReconnect reconnect = Assert.Single(progress.Reports);
        Assert.Equal((1, TimeSpan.FromSeconds(1)), (reconnect.Number, reconnect.Wait));
        Assert.Equal(Recovery.Reconnect, Assert.IsType<TransportException>(reconnect.Cause).Recovery);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1001)]
    [InlineData(1012)]
    [InlineData(1013)]
    [InlineData(1014)]
    public async Task A_status_that_says_so_is_followed_by_a_new_connection(int status)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(
            peer => peer.Socket.CloseOutputAsync((WebSocketCloseStatus)status, "", CancellationToken.None),
            peer => peer.CloseAsync());
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(2, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_waits_double_and_then_the_last_cause_is_thrown()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(Drop, Drop, Drop, Drop);
        await using AnalyzeChannel channel = await session.ConnectAsync();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal(Recovery.Reconnect, error.Recovery);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], session.Clock.Waits);
        Assert.Equal(4, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_message_ends_the_row()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(Drop, Drop, SendAndDrop, Drop, peer => peer.CloseAsync());
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Single(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal([1, 2, 1, 2], session.Clock.Waits.Select(wait => wait.TotalSeconds));

        static async Task SendAndDrop(Peer peer)
        {
            await peer.SendFrameAsync("result", 1);
            await peer.Socket.CloseOutputAsync((WebSocketCloseStatus)1012, null, CancellationToken.None);
        }
    }

    [Theory(Timeout = 30_000)]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    public async Task The_caller_can_allow_fewer_tries(int most, int count)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(Drop, Drop, Drop, Drop);
        await using AnalyzeChannel channel = await session.ConnectAsync(options: new() { MaxReconnects = most });

        await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal(count, session.Clock.Waits.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Without_a_rule_nothing_is_made_anew()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(peer => peer.CloseAsync(1012));
        await using AnalyzeChannel channel = await session.ConnectAsync(new ChannelDescription());

        await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(1, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_refusal_that_can_pass_is_one_of_the_tries()
    {
        int count = 0;
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            switch (++count)
            {
                case 1:
                    return ChannelSession.RunAsync(context, Drop, null);
                case 2:
                    context.Response.StatusCode = 429;
                    context.Response.Headers.RetryAfter = "7";
                    return context.Response.WriteAsync("""{"error_id":"ih3001"}""");
                case 3:
                    context.Response.StatusCode = 503;
                    return Task.CompletedTask;
                default:
                    return ChannelSession.RunAsync(context, peer => peer.CloseAsync(), null);
            }
        });
        Progress progress = new();
        await using AnalyzeChannel channel = await session.ConnectAsync(options: new() { Reconnecting = progress });

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal([1, 7, 4], session.Clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal([null, "ih3001", null], progress.Reports.Select(report => report.Cause.Code));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_final_refusal_ends_the_channel()
    {
        int count = 0;
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            if (++count == 1)
            {
                return ChannelSession.RunAsync(context, Drop, null);
            }

            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(2, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_sent_meanwhile_goes_over_the_new_connection()
    {
        TaskCompletionSource waiting = new(), go = new();
        List<byte[]> received = [];
        await using ChannelSession session = await ChannelSession.StartAsync(Drop, async peer =>
        {
            received.Add((await peer.ReceiveAsync())!);
            await peer.CloseAsync();
        });

        // The pause lasts until the test says so.
        Gate gate = new(waiting, go);
        await using AnalyzeChannel channel = await session.ConnectAsync(options: new() { Reconnecting = gate });
        await waiting.Task;
        Task sending = channel.SendAsync(new byte[10]);
        bool hadToWait = !sending.IsCompleted;
        go.SetResult();
        await sending;
        await ReceiveTests.ReadAllAsync(channel);

        Assert.True(hadToWait);
        Assert.Equal(new byte[10], Assert.Single(received));
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_sent_while_a_connection_ends_is_on_its_way_or_waits()
    {
        const int Closings = 30;
        await using ChannelSession session = await ChannelSession.StartAsync([.. Enumerable.Repeat(CloseAtOnce, Closings), TakeAll]);
        await using AnalyzeChannel channel = await session.ConnectAsync();
        Task reading = ReceiveTests.ReadAllAsync(channel);
        List<TransportException> errors = [];

        // The moment between the close frame and the new connection is short, so it is looked for often.
        while (channel.ReconnectCount < Closings)
        {
            if ((await ApiResult.From(channel.SendAsync(new byte[10]))).Error is { } error)
            {
                errors.Add(Assert.IsType<TransportException>(error));
            }
        }

        await channel.CloseAsync();
        await reading;
        Assert.DoesNotContain(errors, error => !error.MayHaveBeenReceived);

        static async Task CloseAtOnce(Peer peer)
        {
            await peer.SendFrameAsync("result", 1);
            await peer.ReceiveAsync();
            await peer.CloseAsync(1012);
        }

        static async Task TakeAll(Peer peer)
        {
            while (await peer.ReceiveAsync() is not null)
            {
            }

            await peer.CloseAsync();
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Closing_ends_the_tries()
    {
        TaskCompletionSource waiting = new();
        await using ChannelSession session = await ChannelSession.StartAsync(Drop);
        session.Clock.Waiting = _ => waiting.TrySetResult();
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await waiting.Task;
        await channel.CloseAsync();

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(1, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task Silence_ends_the_channel()
    {
        TaskCompletionSource over = new();
        TaskCompletionSource<byte[]?> received = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await peer.SendFrameAsync("result", 1);
            received.SetResult(await peer.ReceiveAsync());
            await over.Task;
        });
        await using AnalyzeChannel channel = await session.ConnectAsync(new ChannelDescription { IdleTimeout = TimeSpan.FromMinutes(5), Reconnect = ChannelApi.Description.Reconnect });
        await channel.TryReadAsync();
        Task<ApiResult<Frame>?> reading = channel.TryReadAsync();

        session.Clock.Advance(TimeSpan.FromMinutes(4));
        await channel.SendAsync(new byte[10]);
        await received.Task;
        session.Clock.Advance(TimeSpan.FromMinutes(4));
        bool wasOpen = !reading.IsCompleted;
        session.Clock.Advance(TimeSpan.FromMinutes(2));
        ApiTimeoutException error = Assert.IsType<ApiTimeoutException>((await reading)!.Error);
        over.SetResult();

        Assert.True(wasOpen);
        Assert.Equal((TimeoutScope.Idle, TimeSpan.FromMinutes(5), Recovery.Reconnect), (error.Scope, error.Timeout, error.Recovery));
        Assert.Equal(1, session.ConnectionCount);
    }

    /// <summary>Ends the connection without a close frame, but not before the handshake has arrived.</summary>
    private static Task Drop(Peer peer) => Task.CompletedTask;

    private sealed class Progress : IProgress<ChannelReconnect>
    {
        public ConcurrentQueue<ChannelReconnect> Reports { get; } = [];

        public void Report(ChannelReconnect value) => Reports.Enqueue(value);
    }

    private sealed class Gate(TaskCompletionSource reached, TaskCompletionSource go) : IProgress<ChannelReconnect>
    {
        public void Report(ChannelReconnect value)
        {
            reached.SetResult();
            go.Task.Wait();
        }
    }
}
