using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The live analysis, over a plain WebSocket.</summary>
public class InterhumanStreamTests
{
    private const int Segment = 10 * 1024;
    private const int MaxMessage = 20 * 1024 * 1024;

    [Fact]
    public async Task ASegmentIsAnsweredByItsFramesInOrder()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();

        await InterhumanSession.SendAsync(socket, Segment);
        await InterhumanSession.SendAsync(socket, Segment + 1);
        JsonNode[] frames = [await InterhumanSession.ReadAsync(socket), await InterhumanSession.ReadAsync(socket), await InterhumanSession.ReadAsync(socket)];
        JsonNode next = await InterhumanSession.ReadAsync(socket);

        Assert.Equal(["processing", "result", "completed"], frames.Select(frame => (string?)frame["status"]));
        Assert.All(frames, frame => Assert.Equal(1, (int?)frame["segment"]));
        Assert.Single(frames.Select(frame => (string?)frame["correlation_id"]).Distinct());
        Assert.Equal(Segment, (int?)frames[0]["bytes"]);
        Assert.NotEmpty(frames[1]["signals"]!.AsArray());
        Assert.Equal(2, (int?)next["segment"]);
        Assert.Equal([Segment, Segment + 1], session.Emulator.Segments);
    }

    [Theory]
    [InlineData(Segment - 1, "ih5006")]
    [InlineData(MaxMessage + 1, "ih6002")]
    public async Task AnErrorEndsItsSegmentAndNotTheChannel(int bytes, string id)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();

        await InterhumanSession.SendAsync(socket, bytes);
        JsonNode error = await InterhumanSession.ReadAsync(socket);
        await InterhumanSession.SendAsync(socket, Segment);

        Assert.Equal(("error", id, 1), ((string?)error["status"], (string?)error["error_id"], (int?)error["segment"]));
        Assert.Equal(["processing", "result", "completed"], await InterhumanSession.StatusesAsync(socket, 3));
    }

    [Theory]
    [InlineData("not json", "ih4006", false)]
    [InlineData("""{"type":"session.close"}""", "ih6001", true)]
    public async Task NoTextMessageIsKnown(string text, string id, bool closes)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();

        await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

        Assert.Equal(id, (string?)(await InterhumanSession.ReadAsync(socket))["error_id"]);
        if (closes)
        {
            Assert.Equal((1008, "ih6001"), await InterhumanSession.CloseAsync(socket));
        }
    }

    [Fact]
    public async Task AFaultComesAsAFrame()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail("streamAnalyze", new Fault { Code = "ih5003", AfterEvents = 4 });
        ClientWebSocket socket = await session.ConnectAsync();

        for (int i = 0; i < 3; i++)
        {
            await InterhumanSession.SendAsync(socket, Segment);
        }

        Assert.Equal(
            ["processing", "result", "completed", "processing", "error", "processing", "result", "completed"],
            await InterhumanSession.StatusesAsync(socket, 8));
    }

    [Fact]
    public async Task ATokenMayComeAsASubprotocol()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();

        ClientWebSocket socket = await session.ConnectAsync(options =>
        {
            options.AddSubProtocol("access_token");
            options.AddSubProtocol(session.Emulator.CreateToken());
        });

        Assert.Equal("access_token", socket.SubProtocol);
        Assert.Equal(1, session.Emulator.OpenChannels);
    }

    [Fact]
    public async Task AHandshakeIsRefusedWithAStatus()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail("streamAnalyze", "ih1002", retryAfter: "3");

        await Assert.ThrowsAsync<WebSocketException>(() => session.ConnectAsync("no.such.token"));
        await Assert.ThrowsAsync<WebSocketException>(() => session.ConnectAsync(session.Emulator.CreateToken("interhumanai.upload")));
        await Assert.ThrowsAsync<WebSocketException>(() => session.ConnectAsync());
        using HttpResponseMessage plain = await session.Http.GetAsync("/v0/stream/analyze");

        Assert.Equal(HttpStatusCode.Unauthorized, plain.StatusCode);
        Assert.Equal(4, session.Emulator.Requests.Count(request => request.OperationId == "streamAnalyze"));
    }

    [Fact]
    public async Task AShutdownIsAnnouncedTwiceBeforeTheEnd()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();

        await session.Emulator.BeginShutdownAsync(TimeSpan.FromMinutes(5));
        JsonNode first = await InterhumanSession.ReadAsync(socket);
        await InterhumanSession.SendAsync(socket, Segment);
        string[] frames = await InterhumanSession.StatusesAsync(socket, 3);
        session.Clock.Advance(TimeSpan.FromSeconds(270));
        JsonNode last = await InterhumanSession.ReadAsync(socket);
        session.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(("warning", "ih6006", 300), ((string?)first["status"], (string?)first["error_id"], (int?)first["seconds_remaining"]));
        Assert.Equal(["processing", "result", "completed"], frames);
        Assert.Equal(30, (int?)last["seconds_remaining"]);
        Assert.Equal((1001, "ih6005"), await InterhumanSession.CloseAsync(socket));
    }

    [Fact]
    public async Task AnIdleChannelIsClosedAfterFiveMinutes()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();
        session.Clock.Advance(TimeSpan.FromMinutes(4));
        await InterhumanSession.SendAsync(socket, Segment);
        await InterhumanSession.StatusesAsync(socket, 3);
        session.Clock.Advance(TimeSpan.FromMinutes(4));
        await InterhumanSession.SendAsync(socket, Segment);
        await InterhumanSession.StatusesAsync(socket, 3);

        session.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((4003, "ih6003"), await InterhumanSession.CloseAsync(socket));
    }

    [Fact]
    public async Task AChannelLastsAnHourAtMost()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();

        for (int minutes = 0; minutes < 60; minutes += 4)
        {
            await InterhumanSession.SendAsync(socket, Segment);
            await InterhumanSession.StatusesAsync(socket, 3);
            session.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        Assert.Equal((4004, "ih6004"), await InterhumanSession.CloseAsync(socket));
    }

    [Fact]
    public async Task ADroppedChannelHasNoCloseFrame()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();
        await InterhumanSession.SendAsync(socket, Segment);
        await InterhumanSession.StatusesAsync(socket, 3);

        session.Emulator.DropChannels();

        await Assert.ThrowsAsync<WebSocketException>(() => InterhumanSession.CloseAsync(socket));
        Assert.Null(socket.CloseStatus);
    }

    [Fact]
    public async Task AClientMayCloseTheChannel()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        ClientWebSocket socket = await session.ConnectAsync();

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }
}
