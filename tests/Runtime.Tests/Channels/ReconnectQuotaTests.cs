using System.Net.WebSockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>What the new connections of channels cost.</summary>
public class ReconnectQuotaTests
{
    // Each handshake is a call that succeeds, which gives one token: 28 - 14 + 1 = 15, 15 - 14 + 1 = 2, and 2 are not enough.
    [Fact(Timeout = 30_000)]
    public async Task One_that_broke_off_costs_as_a_retry()
    {
        RetryQuota quota = new(tokens: 27);
        await using ChannelSession session = await StartAsync(quota, static _ => Task.CompletedTask);
        await using AnalyzeChannel channel = await session.ConnectAsync();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal((StopReason.QuotaSpent, Recovery.Reconnect), (error.StopReason, error.Recovery));
        Assert.Equal((3, 2), (session.ConnectionCount, quota.Tokens));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_handshake_that_is_refused_costs_as_a_retry_too()
    {
        RetryQuota quota = new(tokens: 14 + 5 - 1 + 4);
        int count = 0;
        await using ChannelSession session = await ChannelSession.StartAsync(
            context =>
            {
                if (++count == 1)
                {
                    return ChannelSession.RunAsync(context, static _ => Task.CompletedTask, null);
                }

                context.Response.StatusCode = 429;
                return context.Response.WriteAsync("""{"error_id":"ih3001"}""");
            },
            options => options.RetryQuota = quota);
        await using AnalyzeChannel channel = await session.ConnectAsync();

        RateLimitException error = await Assert.ThrowsAsync<RateLimitException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal((StopReason.QuotaSpent, 429), (error.StopReason, error.Status));
        Assert.Equal((3, 4), (session.ConnectionCount, quota.Tokens));
    }

    // 50 and one for the first handshake; the second connection takes 14 and gives one, the third gives back what it has taken when it is refused, and the last try of the row takes nothing.
    [Fact(Timeout = 30_000)]
    public async Task A_try_after_a_refusal_of_the_clients_own_limits_costs_nothing()
    {
        RetryQuota quota = new(tokens: 50);
        await using FixedWindowRateLimiter limiter = new(new() { PermitLimit = 2, Window = TimeSpan.FromSeconds(10), AutoReplenishment = false });
        await using ChannelSession session = await ChannelSession.StartAsync(
            static context => ChannelSession.RunAsync(context, static _ => Task.CompletedTask, null),
            options => (options.RetryQuota, options.RateLimits) = (quota, new() { Mode = RateLimitMode.Refuse, Limiter = limiter }));
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await Assert.ThrowsAsync<ClientRateLimitException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal((2, 51 - 13), (session.ConnectionCount, quota.Tokens));
        Assert.Equal(3, session.Clock.Waits.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_message_gives_back_what_the_connection_cost()
    {
        RetryQuota quota = new(tokens: 14);
        int count = 0;
        await using ChannelSession session = await StartAsync(quota, async peer =>
        {
            if (++count > 1)
            {
                await peer.SendFrameAsync("result", count);
            }

            if (count == 5)
            {
                await peer.CloseAsync();
            }
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        List<Frame> frames = await ReceiveTests.ReadAllAsync(channel);

        Assert.Equal([2, 3, 4, 5], frames.Select(static frame => frame.Segment));
        Assert.Equal(14 + 5, quota.Tokens);
    }

    /// <summary>1001 is a going away that the description gives a new connection.</summary>
    [Theory(Timeout = 30_000)]
    [InlineData(1001, 0)]
    [InlineData(1012, 0)]
    [InlineData(1013, 5)]
    [InlineData(1014, 14)]
    public async Task A_close_status_costs_what_it_says(int status, int cost)
    {
        RetryQuota quota = new(tokens: 20);
        int count = 0;
        await using ChannelSession session = await StartAsync(quota, peer => ++count == 1
            ? peer.Socket.CloseOutputAsync((WebSocketCloseStatus)status, "", CancellationToken.None)
            : peer.CloseAsync());
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));

        Assert.Equal((2, 20 - cost + 2), (session.ConnectionCount, quota.Tokens));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_connection_whose_quota_fails_is_closed()
    {
        TaskCompletionSource isGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ChannelSession session = await ChannelSession.StartAsync(
            context => ChannelSession.RunAsync(
                context,
                async peer =>
                {
                    await Record.ExceptionAsync(peer.ReceiveAsync);
                    isGone.SetResult();
                },
                null),
            static options => options.RetryQuota = new FailingQuota());

        await Assert.ThrowsAsync<FormatException>(() => session.ConnectAsync());
        await isGone.Task;
    }

    private static Task<ChannelSession> StartAsync(RetryQuota quota, Func<Peer, Task> script) =>
        ChannelSession.StartAsync(context => ChannelSession.RunAsync(context, script, null), options => options.RetryQuota = quota);

    private sealed class FailingQuota : IRetryQuota
    {
        public ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken) => new(true);

        public void Return(int tokens) => throw new FormatException();
    }
}
