using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The container, asked with a plain HttpClient.</summary>
public class ContainerTests
{
    private static readonly TimeSpan s_coldStart = TimeSpan.FromSeconds(50);

    [Fact]
    public async Task AColdContainerIsHealthyAndNotReady()
    {
        var clock = new ManualClock();
        await using ContainerEmulator container = await StartAsync(clock, slots: 3);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };

        JsonNode health = (await http.GetFromJsonAsync<JsonNode>("/health"))!;
        using HttpResponseMessage cold = await http.GetAsync("/ready");
        using HttpResponseMessage refused = await http.PostAsync("/launch", Form("lobby"));
        clock.Advance(s_coldStart);
        JsonNode warm = (await http.GetFromJsonAsync<JsonNode>("/ready"))!;

        Assert.Equal("healthy", (string?)health["status"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, cold.StatusCode);
        Assert.Equal("not_ready", (string?)(await cold.Content.ReadFromJsonAsync<JsonNode>())!["status"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(
            """{"status":"ready","model_ready":true,"active_sessions":0,"available_sessions":3,"max_sessions":3}""", warm.ToJsonString());
    }

    [Fact]
    public async Task SlotsAreTakenAndFreedAgain()
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 2, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        string first = await LaunchAsync(http, "one");
        await LaunchAsync(http, "two");

        using HttpResponseMessage full = await http.PostAsync("/launch", Form("three"));
        using HttpResponseMessage ready = await http.GetAsync("/ready");
        using HttpResponseMessage stopped = await http.PostAsync($"/tasks/{first}/stop", null);
        await LaunchAsync(http, "four");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
        Assert.Equal("""{"detail":"No capacity"}""", await full.Content.ReadAsStringAsync());
        Assert.Equal("at_capacity", (string?)(await ready.Content.ReadFromJsonAsync<JsonNode>())!["status"]);
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Equal(["one", "two", "four"], container.Tasks.Select(task => task.RoomName));
        Assert.Equal(["cancelled", "pending", "pending"], container.Tasks.Select(task => task.Status));
    }

    [Fact]
    public async Task ATaskPassesItsStates()
    {
        var clock = new ManualClock();
        await using ContainerEmulator container = await StartAsync(clock, slots: 2, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        string id = await LaunchAsync(http, "lobby");

        string pending = await StatusAsync(http, id);
        clock.Advance(EmulatorSession.Step);
        string running = await StatusAsync(http, id);
        container.FailTask(id, "The GPU is gone.");
        JsonNode failed = (await http.GetFromJsonAsync<JsonNode>($"/tasks/{id}"))!;

        Assert.Equal(("pending", "running"), (pending, running));
        Assert.Equal("failed", (string?)failed["status"]);
        Assert.Equal("The GPU is gone.", (string?)failed["error"]);
        Assert.Equal("2026-05-04T12:00:10.000000", (string?)failed["completed_at"]);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/tasks/none")).StatusCode);
    }

    [Fact]
    public async Task OneKeyLaunchesOnce()
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 8, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        http.DefaultRequestHeaders.Add("Idempotency-Key", "key-1");

        Assert.Equal(await LaunchAsync(http, "lobby"), await LaunchAsync(http, "lobby"));
        Assert.Single(container.Tasks);
    }

    [Theory]
    [InlineData("no-face.png", "pixels")]
    [InlineData("face.png", "pixels of no-face at all")]
    [InlineData("face.png", "")]
    public async Task APictureWithoutAFaceIsRefused(string fileName, string content)
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 8, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        MultipartFormDataContent form = Form("lobby");
        form.Add(new StringContent(content), "avatar_image", fileName);

        using HttpResponseMessage refused = await http.PostAsync("/launch", form);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("""{"detail":"No face detected"}""", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ALaunchMayBeJson()
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 8, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        JsonObject body = new() { ["livekit_url"] = "wss://rooms.invalid", ["livekit_token"] = "token", ["room_name"] = "lobby" };

        using HttpResponseMessage launched = await http.PostAsJsonAsync("/launch", body);
        body.Remove("room_name");
        using HttpResponseMessage refused = await http.PostAsJsonAsync("/launch", body);

        Assert.Equal(HttpStatusCode.OK, launched.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("lobby", Assert.Single(container.Tasks).RoomName);
    }

    [Fact]
    public async Task AWrongSecretIsRefusedAndNoneIsNot()
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 8, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        await LaunchAsync(http, "lobby");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");

        using HttpResponseMessage refused = await http.PostAsync("/launch", Form("lobby"));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("""{"detail":"Unauthorized"}""", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TheTestFrameIsAJpeg()
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 8, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };

        using HttpResponseMessage response = await http.GetAsync("/test-frame");
        byte[] frame = await response.Content.ReadAsByteArrayAsync();

        // ITU-T T.81: a file begins with SOI and ends with EOI.
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], frame[..3]);
        Assert.Equal([0xFF, 0xD9], frame[^2..]);
    }

    [Fact]
    public async Task AKilledContainerRefusesConnections()
    {
        await using ContainerEmulator container = await StartAsync(new ManualClock(), slots: 8, isCold: false);
        using var http = new HttpClient { BaseAddress = container.BaseAddress };
        container.Fail("getReadiness", new Fault { Breakage = Breakage.Silence });
        Task<HttpResponseMessage> silent = http.GetAsync("/ready");
        await http.GetAsync("/health");

        await container.KillAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => silent);
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/health"));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
    }

    private static async Task<ContainerEmulator> StartAsync(ManualClock clock, int slots, bool isCold = true) =>
        await ContainerEmulator.StartAsync(
            new ContainerEmulatorOptions
            {
                TimeProvider = clock,
                StepDuration = EmulatorSession.Step,
                Slots = slots,
                ColdStart = isCold ? s_coldStart : TimeSpan.Zero,
            },
            TestContext.Current.CancellationToken);

    private static MultipartFormDataContent Form(string room) => new()
    {
        { new StringContent("wss://rooms.invalid"), "livekit_url" },
        { new StringContent("token"), "livekit_token" },
        { new StringContent(room), "room_name" },
    };

    private static async Task<string> LaunchAsync(HttpClient http, string room)
    {
        using HttpResponseMessage response = await http.PostAsync("/launch", Form(room));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonNode body = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(("pending", room), ((string?)body["status"], (string?)body["room_name"]));
        return (string)body["task_id"]!;
    }

    private static async Task<string> StatusAsync(HttpClient http, string id) =>
        (string)(await http.GetFromJsonAsync<JsonNode>($"/tasks/{id}"))!["status"]!;
}
