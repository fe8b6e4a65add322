using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The emulated WebMCP Master with a plain HttpClient on it, whose user is signed in.</summary>
internal sealed class WebMcpSession : IAsyncDisposable
{
    private WebMcpSession(WebMcpEmulator emulator, ManualClock clock)
    {
        Emulator = emulator;
        Clock = clock;
        Http = new HttpClient { BaseAddress = emulator.BaseAddress };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", WebMcpEmulator.UserToken);
    }

    public WebMcpEmulator Emulator { get; }

    public ManualClock Clock { get; }

    public HttpClient Http { get; }

    public static async Task<WebMcpSession> StartAsync()
    {
        var clock = new ManualClock();
        var options = new EmulatorOptions { StepDuration = EmulatorSession.Step, TimeProvider = clock };
        return new WebMcpSession(await WebMcpEmulator.StartAsync(options, TestContext.Current.CancellationToken), clock);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task<JsonNode> OkAsync(string method, string path, string? body = null)
    {
        (HttpStatusCode status, JsonNode? answer) = await SendAsync(method, path, body);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer!;
    }

    /// <summary>The code of a refusal, which the body repeats with its status.</summary>
    public async Task<(string? Code, int Status)> RefusalAsync(string method, string path, string? body = null)
    {
        (HttpStatusCode status, JsonNode? answer) = await SendAsync(method, path, body);
        Assert.Equal((int)status, (int?)answer!["statusCode"]);
        return ((string?)answer["code"], (int)status);
    }

    public async Task<List<(string Type, JsonNode Data)>> ChatAsync(string sessionToken, string message)
    {
        JsonObject body = new() { ["sessionToken"] = sessionToken, ["message"] = message };
        using HttpResponseMessage response = await Http.PostAsync("/chat", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        List<(string, JsonNode)> events = [];
        await foreach (SseItem<string> item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add((item.EventType, JsonNode.Parse(item.Data)!));
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}
