using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class HandshakeTests
{
    [Fact(Timeout = 30_000)]
    public async Task The_handshake_is_a_call_with_its_credentials_and_parameters()
    {
        string? authorization = null, target = null, agent = null, protocol = null, custom = null;
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            authorization = context.Request.Headers.Authorization;
            agent = context.Request.Headers.UserAgent;
            custom = context.Request.Headers["X-Test"];
            protocol = context.Request.Headers.SecWebSocketProtocol;
            target = context.Request.Path + context.Request.QueryString;
            return ChannelSession.RunAsync(context, peer => peer.CloseAsync(), null);
        });
        await using AnalyzeChannel channel = await session.ConnectAsync(request: new() { Headers = { ["X-Test"] = "1" } });

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(($"Bearer {ChannelSession.Token}", "/v0/stream/analyze", "1"), (authorization, target, custom));
        Assert.StartsWith("Dragoman/", agent, StringComparison.Ordinal);
        Assert.Null(protocol);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_token_can_be_sent_as_a_subprotocol()
    {
        string? authorization = null;
        IList<string> protocols = [];
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            authorization = context.Request.Headers.Authorization;
            protocols = context.WebSockets.WebSocketRequestedProtocols;
            return ChannelSession.RunAsync(context, peer => peer.CloseAsync(4999, $"No {ChannelSession.Token}"), "access_token");
        });
        await using AnalyzeChannel channel = await session.ConnectAsync(options: new() { SendTokenAsSubprotocol = true });

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Null(authorization);
        Assert.Equal(["access_token", ChannelSession.Token], protocols);
        Assert.DoesNotContain(ChannelSession.Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_that_cannot_be_a_subprotocol_is_refused_without_showing_it()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(_ => Task.CompletedTask, credential: ApiCredential.Bearer("accessToken", "a/b,c="));

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => session.ConnectAsync(options: new() { SendTokenAsSubprotocol = true }));

        Assert.DoesNotContain("a/b", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, session.ConnectionCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_refusal_is_the_error_of_its_code()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync($$"""{"error_id":"ih6001","message":"Not with {{ChannelSession.Token}}."}""");
        });

        BadMessageException error = await Assert.ThrowsAsync<BadMessageException>(() => session.ConnectAsync());

        Assert.Equal((401, "ih6001", "Not with ***."), (error.Status, error.Code, error.Message));
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_that_is_refused_is_renewed_also_for_a_new_connection(bool asSubprotocol)
    {
        int fetched = 0;
        List<string> sent = [];
        ApiCredential credential = ApiCredential.Bearer("accessToken", null, _ => new(new AccessToken($"token-{++fetched}")));
        await using ChannelSession session = await ChannelSession.StartAsync(
            async context =>
            {
                sent.Add(asSubprotocol ? context.WebSockets.WebSocketRequestedProtocols[1] : context.Request.Headers.Authorization.ToString()["Bearer ".Length..]);
                switch (sent.Count)
                {
                    case 1 or 3:
                        context.Response.StatusCode = 401;
                        await context.Response.WriteAsync($$"""{"error_id":"ih2009","message":"{{sent[^1]}} has expired."}""");
                        break;
                    case 2:
                        await ChannelSession.RunAsync(context, peer => peer.CloseAsync(1012), null);
                        break;
                    default:
                        await ChannelSession.RunAsync(context, peer => peer.CloseAsync(4999, sent[^1]), null);
                        break;
                }
            },
            credential: credential);
        await using AnalyzeChannel channel = await session.ConnectAsync(options: new() { SendTokenAsSubprotocol = asSubprotocol });

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));

        Assert.Equal(["token-1", "token-2", "token-2", "token-3"], sent);
        Assert.EndsWith("4999: ***", error.Message, StringComparison.Ordinal);
        Assert.Equal([TimeSpan.FromSeconds(1)], session.Clock.Waits);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_refusal_without_a_code_is_the_error_of_its_status()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(static context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });

        Assert.Equal(403, (await Assert.ThrowsAsync<NotFoundException>(() => session.ConnectAsync())).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_refusal_that_can_pass_is_repeated_as_the_catalog_says()
    {
        int count = 0;
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            if (++count < 3)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "7";
                return context.Response.WriteAsync("""{"error_id":"ih3001"}""");
            }

            return ChannelSession.RunAsync(context, peer => peer.CloseAsync(), null);
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal([7, 7], session.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_success_that_is_no_channel_breaks_the_contract(int status)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.Equal(status, (await Assert.ThrowsAsync<ResponseFormatException>(() => session.ConnectAsync())).Status);
    }

    [Theory]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n", "Sec-WebSocket-Accept")]
    [InlineData("Sec-WebSocket-Accept: AAAA\r\n", "upgrades")]
    [InlineData("Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n", "upgrades")]
    public async Task A_wrong_acceptance_is_not_taken(string headers, string fault)
    {
        using RawServer server = new($"HTTP/1.1 101 Switching Protocols\r\n{headers}\r\n");
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(
            () => client.Pipeline.ConnectAsync(new ApiCall(ChannelApi.Analyze), ChannelApi.Description, null, CancellationToken.None));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.RequestCount);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_subprotocol_that_was_not_offered_is_not_taken()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(static context => ChannelSession.RunAsync(context, peer => peer.CloseAsync(), "chat"));

        await Assert.ThrowsAsync<ResponseFormatException>(() => session.ConnectAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task No_way_to_the_service_is_a_failure_of_the_transport()
    {
        using RefusingPort port = new();
        using TestClient client = new(configure: options => options.BaseAddress = port.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(
            () => client.Pipeline.ConnectAsync(new ApiCall(ChannelApi.Analyze), ChannelApi.Description, null, CancellationToken.None));

        Assert.False(error.MayHaveBeenReceived);
        Assert.Equal(3, error.Attempts.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Connecting_can_be_canceled()
    {
        TaskCompletionSource reached = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async context =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
        using CancellationTokenSource source = new();

        Task<AnalyzeChannel> connecting = session.ConnectAsync(cancellationToken: source.Token);
        await reached.Task;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting)).CancellationToken);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_canceled_after_connecting_leaves_the_channel_open()
    {
        TaskCompletionSource go = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await go.Task;
            await peer.SendFrameAsync("result", 1);
            await peer.CloseAsync();
        });
        using CancellationTokenSource source = new();
        await using AnalyzeChannel channel = await session.ConnectAsync(cancellationToken: source.Token);
        await source.CancelAsync();
        go.SetResult();

        Assert.Single(await ReceiveTests.ReadAllAsync(channel));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(-1)]
    [InlineData(11)]
    public async Task Options_are_checked(int reconnects)
    {
        await using ChannelSession session = await ChannelSession.StartAsync(static _ => Task.CompletedTask);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.ConnectAsync(options: new() { MaxReconnects = reconnects }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.ConnectAsync(options: new() { KeepAliveInterval = TimeSpan.Zero }));
    }
}
