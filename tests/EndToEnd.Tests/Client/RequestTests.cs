using System.Text.Json;
using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Requests as they reach the service, to the letter.</summary>
public class RequestTests
{
    [Fact]
    public async Task ABodyHasTheMembersThatWereSetAndNoOthers()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        await session.Client.Agents.GenerateAsync(new());
        await session.Client.Agents.GenerateAsync(new()
        {
            Prompt = "Grüße, \"Ada\" & <Bob>\n🎻",
            Image = "https://pictures.example/a.png?x=1&y=2",
            AspectRatio = "9:16",
            AgentId = "A1",
            Duration = 2.5,
        });

        Assert.Equal("{}", session.Emulator.Requests[0].Body);
        JsonAssert.Same(
            """
            {"prompt":"Gr\u00fc\u00dfe, \"Ada\" & <Bob>\n\ud83c\udfbb","image":"https://pictures.example/a.png?x=1&y=2","aspect_ratio":"9:16","agent_id":"A1","duration":2.5}
            """,
            session.Emulator.Requests[1].Body);
    }

    [Fact]
    public async Task ANestedBodyIsWrittenMemberByMember()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        await session.Client.Dynamics.TryUpdateAsync("A1", new() { Dynamics = new() { Enabled = false }, ToggleEnabled = true });
        await session.Client.Dynamics.TryUpdateAsync("A1", new() { Dynamics = new() });

        Assert.Equal(
            ["""{"dynamics":{"enabled":false},"toggle_enabled":true}""", """{"dynamics":{}}"""],
            session.Emulator.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task WhatArrivesIsWhatTheRecordWasAndReadsBackAsTheRecord()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");
        AddContextRequest sent = new() { Context = "The visitor likes jazz.", Type = ContextType.Speak, RoomId = "lobby" };

        await session.Client.Agents.AddContextAsync("A1", sent);

        string received = session.Emulator.Requests[0].Body;
        Assert.Equal("""{"context":"The visitor likes jazz.","type":"speak","room_id":"lobby"}""", received);
        Assert.Equal(received, JsonSerializer.Serialize(sent, JsonType.Of<AddContextRequest>()));
        Assert.Equal(sent, JsonSerializer.Deserialize(received, JsonType.Of<AddContextRequest>()));
    }

    [Fact]
    public async Task ARequestHasTheSecretTheTypesAndNothingStrange()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");

        await Calls.Of(session.Client, "speak");
        await Calls.Of(session.Client, "getAgent");

        (ReceivedRequest post, ReceivedRequest get) = (session.Emulator.Requests[0], session.Emulator.Requests[1]);
        Assert.Equal(("POST", "/v1/agent/A1/speak", ""), (post.Method, post.Path, post.Query));
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal(post.Body.Length, int.Parse(post.Headers["Content-Length"]));
        Assert.Equal(("GET", "/v1/agent/A1", "", ""), (get.Method, get.Path, get.Query, get.Body));
        Assert.DoesNotContain("Content-Type", get.Headers.Keys);
        Assert.All([post, get], request => Assert.Equal(
            (BitHumanEmulator.ApiSecret, "application/json"), (request.Headers["api-secret"], request.Headers["Accept"])));
        Assert.All([post, get], request => Assert.StartsWith("Dragoman/", request.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A B?c#d&e")]
    [InlineData("ünïcode-💡")]
    [InlineData("50%25")]
    [InlineData("...")]
    public async Task APathParameterStaysOneSegmentWhateverItHolds(string code)
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent(code);

        GetAgentResponse response = await session.Client.Agents.GetAsync(code);

        Assert.Equal(code, response.Data.AgentId);
        Assert.Equal($"/v1/agent/{code}", session.Emulator.Requests[0].Path);
    }

    [Fact]
    public async Task HeadersOfOneCallAreSentWithAllItsTries()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("validateSecret", "INTERNAL_ERROR");

        await session.Client.Account.ValidateSecretAsync(new() { Headers = { ["X-Trace"] = "t-1" } });
        await session.Client.Account.ValidateSecretAsync();

        Assert.Equal(["t-1", "t-1", null], session.Emulator.Requests.Select(request => request.Headers.GetValueOrDefault("X-Trace")));
    }
}
