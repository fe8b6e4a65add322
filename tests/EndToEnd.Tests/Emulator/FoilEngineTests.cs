using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The Foil Engine API, asked with a plain HttpClient.</summary>
public class FoilEngineTests
{
    private const string Chat = $"/api/v1/sdk/chat/{FoilEngineEmulator.PersonaId}";
    private const string Hello = """{"message":"Good evening","user_session_id":"u1"}""";
    private const string Player = """{"user_session_id":"u1","player_name":"Ada","player_gender":"female"}""";

    [Fact]
    public async Task ASessionIsStartedPlayedReadAndReset()
    {
        await using FoilEngineEmulator foil = await FoilEngineEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using HttpClient http = Client(foil);

        (HttpStatusCode before, _) = await PostAsync(http, $"{Chat}/message", Hello);
        (_, JsonNode? started) = await PostAsync(http, $"{Chat}/init-session?machine_id={FoilEngineEmulator.MachineId}", Player);
        (_, JsonNode? first) = await PostAsync(http, $"{Chat}/message", Hello);
        (_, JsonNode? second) = await PostAsync(http, $"{Chat}/message", """{"message":"Open, please","user_session_id":"u1"}""");
        (_, JsonNode? won) = await PostAsync(http, $"{Chat}/message", """{"message":"Please","user_session_id":"u1"}""");
        JsonNode history = (await http.GetFromJsonAsync<JsonNode>($"{Chat}/history?user_session_id=u1"))!;
        await PostAsync(http, $"{Chat}/reset?user_session_id=u1", "");
        JsonNode session = (await http.GetFromJsonAsync<JsonNode>($"{Chat}/session?user_session_id=u1"))!;

        Assert.Equal(HttpStatusCode.NotFound, before);
        Assert.Equal(FoilEngineEmulator.MachineId, (string?)started!["machine_id"]);
        Assert.Equal([10, 60, 110], new[] { first, second, won }.Select(reply => (int?)reply!["score"]));
        Assert.Equal((null, "ACCEPT"), ((string?)second!["outcome"], (string?)won!["outcome"]));
        Assert.Single(won["unlocked_machines"]!.AsArray());
        Assert.Equal(["user", "assistant", "user", "assistant", "user", "assistant"], history["messages"]!.AsArray().Select(m => (string?)m!["role"]));
        Assert.Equal((0, null), ((int?)session["score"], (string?)session["outcome"]));
    }

    [Fact]
    public async Task AStreamTellsTheAnswerInPiecesAndThenWhole()
    {
        await using FoilEngineEmulator foil = await FoilEngineEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using HttpClient http = Client(foil);
        await PostAsync(http, $"{Chat}/init-session", Player);

        List<(string Type, JsonNode Data)> events = await StreamAsync(http);

        Assert.Equal("metadata", events[0].Type);
        Assert.False(events[0].Data.AsObject().ContainsKey("message"));
        Assert.Equal("done", events[^1].Type);
        Assert.All(events[1..^1], item => Assert.Equal("text_delta", item.Type));
        Assert.Equal((string?)events[^1].Data["message"], string.Concat(events[1..^1].Select(item => (string?)item.Data["text"])));
    }

    [Fact]
    public async Task AStreamMayFailAfterSomeEvents()
    {
        await using FoilEngineEmulator foil = await FoilEngineEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using HttpClient http = Client(foil);
        await PostAsync(http, $"{Chat}/init-session", Player);
        foil.Fail("streamMessage", new Fault { Status = 503, Message = "The model is away", AfterEvents = 2 });
        foil.Fail("streamMessage", new Fault { AfterEvents = 2 });
        foil.Fail("streamMessage", new Fault { AfterEvents = 2, Breakage = Breakage.Reset });

        List<(string Type, JsonNode Data)> failed = await StreamAsync(http);
        List<(string Type, JsonNode Data)> ended = await StreamAsync(http);

        Assert.Equal(["metadata", "text_delta", "error"], failed.Select(item => item.Type));
        Assert.Equal("""{"error":{"message":"The model is away"}}""", failed[2].Data.ToJsonString());
        Assert.Equal(["metadata", "text_delta"], ended.Select(item => item.Type));
        await Assert.ThrowsAnyAsync<Exception>(() => StreamAsync(http));
    }

    [Theory]
    [InlineData("not-a-uuid", Player, 400)]
    [InlineData("99999999-9999-4999-8999-999999999999", Player, 404)]
    [InlineData(FoilEngineEmulator.UnpublishedPersonaId, Player, 403)]
    [InlineData(FoilEngineEmulator.ForeignPersonaId, Player, 403)]
    [InlineData(FoilEngineEmulator.PersonaId, """{"user_session_id":"u1","player_name":"Ada","player_gender":"robot"}""", 400)]
    [InlineData(FoilEngineEmulator.PersonaId, """{"user_session_id":"u1","player_gender":"male"}""", 400)]
    [InlineData(FoilEngineEmulator.PersonaId, "{", 400)]
    public async Task AWrongSessionRequestHasItsStatus(string persona, string body, int status)
    {
        await using FoilEngineEmulator foil = await FoilEngineEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using HttpClient http = Client(foil);

        (HttpStatusCode answered, JsonNode? error) = await PostAsync(http, $"/api/v1/sdk/chat/{persona}/init-session", body);

        Assert.Equal((HttpStatusCode)status, answered);
        Assert.Equal(["error"], error!.AsObject().Select(member => member.Key));
        Assert.NotEqual("", (string?)error["error"]!["message"] ?? "");
    }

    [Theory]
    [InlineData("X-API-Key")]
    [InlineData("X-LLM-API-Key")]
    public async Task BothKeysAreChecked(string header)
    {
        await using FoilEngineEmulator foil = await FoilEngineEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using HttpClient http = Client(foil);
        http.DefaultRequestHeaders.Remove(header);
        http.DefaultRequestHeaders.Add(header, "another");

        (HttpStatusCode status, _) = await PostAsync(http, $"{Chat}/init-session", Player);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task TheWebNeedsASignInForWhatIsTheUsers()
    {
        await using FoilEngineEmulator foil = await FoilEngineEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = foil.BaseAddress };
        string persona = $"/api/v1/personas/{FoilEngineEmulator.UnpublishedPersonaId}";

        using HttpResponseMessage stranger = await http.DeleteAsync(persona);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FoilEngineEmulator.UserToken);
        using HttpResponseMessage foreign = await http.DeleteAsync($"/api/v1/personas/{FoilEngineEmulator.ForeignPersonaId}");
        using HttpResponseMessage deleted = await http.DeleteAsync(persona);
        using HttpResponseMessage gone = await http.GetAsync(persona);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            new[] { stranger, foreign, deleted, gone }.Select(response => response.StatusCode));
        Assert.Equal("", await deleted.Content.ReadAsStringAsync());
    }

    private static HttpClient Client(FoilEngineEmulator foil)
    {
        var http = new HttpClient { BaseAddress = foil.BaseAddress };
        http.DefaultRequestHeaders.Add("X-API-Key", FoilEngineEmulator.ApiKey);
        http.DefaultRequestHeaders.Add("X-LLM-API-Key", FoilEngineEmulator.LlmApiKey);
        return http;
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(HttpClient http, string path, string body)
    {
        using HttpResponseMessage response = await http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>());
    }

    private static async Task<List<(string Type, JsonNode Data)>> StreamAsync(HttpClient http)
    {
        using HttpResponseMessage response = await http.PostAsync($"{Chat}/message/stream", new StringContent(Hello, Encoding.UTF8, "application/json"));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        List<(string, JsonNode)> events = [];
        await foreach (SseItem<string> item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add((item.EventType, JsonNode.Parse(item.Data)!));
        }

        return events;
    }
}
