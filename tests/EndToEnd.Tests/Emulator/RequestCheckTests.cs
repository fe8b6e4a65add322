using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>What the operations refuse, and with which code.</summary>
public class RequestCheckTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("speak", """{}""")]
    [InlineData("speak", """{"message":5}""")]
    [InlineData("add-context", """{"type":"speak"}""")]
    [InlineData("add-context", """{"context":"Likes jazz.","type":"shout"}""")]
    public async Task AWrongBodyIsAValidationError(string operation, string body)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = session.Emulator.AddAgent();

        EmulatorSession.AssertError(
            await session.PostAsync($"/v1/agent/{id}/{operation}", JsonNode.Parse(body)!.AsObject()), "VALIDATION_ERROR", 422);
    }

    [Fact]
    public async Task AnUnknownAspectRatioIsAValidationError()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        EmulatorSession.AssertError(
            await session.PostAsync("/v1/agent/generate", new() { ["aspect_ratio"] = "4:3" }), "VALIDATION_ERROR", 422);
    }

    [Fact]
    public async Task ContextIsRememberedUnlessItIsToBeSpoken()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = session.Emulator.AddAgent(activeRooms: 3);

        (_, JsonNode everywhere) = await session.PostAsync($"/v1/agent/{id}/add-context", new() { ["context"] = "Likes jazz." });
        (_, JsonNode oneRoom) = await session.PostAsync(
            $"/v1/agent/{id}/add-context", new() { ["context"] = "Hello.", ["type"] = "speak", ["room_id"] = "lobby" });

        Assert.Equal("add_context", (string?)everywhere["context_type"]);
        Assert.Equal(3, (int?)everywhere["delivered_to_rooms"]);
        Assert.Equal("speak", (string?)oneRoom["context_type"]);
        Assert.Equal(1, (int?)oneRoom["delivered_to_rooms"]);
    }

    [Theory]
    [InlineData("portrait.png", 10 * Megabyte, null, 200)]
    [InlineData("portrait.png", (10 * Megabyte) + 1, "FILE_TOO_LARGE", 413)]
    [InlineData("voice.MP3", (10 * Megabyte) + 1, null, 200)]
    [InlineData("notes.pdf", 10, "UNSUPPORTED_TYPE", 415)]
    public async Task AFileIsCheckedForItsTypeAndTheSizeOfItsKind(string name, int bytes, string? code, int status)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        JsonObject file = new() { ["file_data"] = Convert.ToBase64String(new byte[bytes]), ["file_name"] = name };

        (HttpResponseMessage response, JsonNode body) = await session.PostAsync("/v1/files/upload", file);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, (string?)body["error"]?["code"]);
        Assert.Equal(code is null ? bytes : null, (int?)body["data"]?["file_size"]);
    }

    [Theory]
    [InlineData("""{"file_url":"https://unreachable.example/portrait.png"}""", "DOWNLOAD_FAILED", 400)]
    [InlineData("""{"file_data":"AAAA"}""", "VALIDATION_ERROR", 422)]
    [InlineData("""{"file_data":"no base64!","file_name":"portrait.png"}""", "VALIDATION_ERROR", 422)]
    [InlineData("""{}""", "VALIDATION_ERROR", 422)]
    public async Task AFileThatCannotBeHadIsRefused(string body, string code, int status)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        EmulatorSession.AssertError(await session.PostAsync("/v1/files/upload", JsonNode.Parse(body)!.AsObject()), code, status);
    }

    [Fact]
    public async Task GesturesExistOnceGeneratedAndChangeOnceReady()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = session.Emulator.AddAgent();
        EmulatorSession.AssertError(await session.GetAsync($"/v1/dynamics/{id}"), "DYNAMICS_NOT_FOUND", 404);

        await session.PostAsync("/v1/dynamics/generate", new() { ["agent_id"] = id });
        JsonNode early = (await session.GetAsync($"/v1/dynamics/{id}")).Body["data"]!;
        EmulatorSession.AssertError(await UpdateDynamicsAsync(session, id), "DYNAMICS_PROCESSING", 409);
        session.Clock.Advance(EmulatorSession.Step);
        JsonNode late = (await session.GetAsync($"/v1/dynamics/{id}")).Body["data"]!;
        (HttpResponseMessage updated, _) = await UpdateDynamicsAsync(session, id);

        Assert.Equal("processing", (string?)early["status"]);
        Assert.Null(early["url"]);
        Assert.Empty(early["gestures"]!.AsObject());
        Assert.Equal("ready", (string?)late["status"]);
        Assert.NotEmpty(late["gestures"]!.AsObject());
        Assert.Equal(200, (int)updated.StatusCode);
    }

    [Fact]
    public async Task ARequestIsLoggedAsItArrived()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        await session.PostAsync("/v1/agent/A%20B/speak?trace=1", new() { ["message"] = "Grüezi" });

        Samples.Emulator.ReceivedRequest request = Assert.Single(session.Emulator.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/v1/agent/A B/speak", request.Path);
        Assert.Equal("?trace=1", request.Query);
        Assert.Equal("speak", request.OperationId);
        Assert.Equal("Grüezi", (string?)JsonNode.Parse(request.Body)!["message"]);
        Assert.Equal("emulator-secret", request.Headers["Api-Secret"]);
    }

    private static Task<(HttpResponseMessage Response, JsonNode Body)> UpdateDynamicsAsync(EmulatorSession session, string id) =>
        session.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/v1/dynamics/{id}")
        {
            Content = new StringContent("""{"dynamics":{"enabled":true},"toggle_enabled":true}"""),
        });
}
