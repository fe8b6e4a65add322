using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>An emulator with a plain HttpClient on it, so that nothing under test is used to test.</summary>
internal sealed class EmulatorSession : IAsyncDisposable
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private EmulatorSession(BitHumanEmulator emulator, ManualClock clock)
    {
        Emulator = emulator;
        Clock = clock;
        Http = new HttpClient { BaseAddress = emulator.BaseAddress };
        Http.DefaultRequestHeaders.Add("api-secret", BitHumanEmulator.ApiSecret);
    }

    public BitHumanEmulator Emulator { get; }

    public ManualClock Clock { get; }

    public HttpClient Http { get; }

    public static async Task<EmulatorSession> StartAsync()
    {
        var clock = new ManualClock();
        var options = new EmulatorOptions { StepDuration = Step, TimeProvider = clock };
        return new EmulatorSession(await BitHumanEmulator.StartAsync(options, TestContext.Current.CancellationToken), clock);
    }

    public Task<(HttpResponseMessage Response, JsonNode Body)> GetAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<(HttpResponseMessage Response, JsonNode Body)> PostAsync(string path, JsonObject? body = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return SendAsync(request);
    }

    public async Task<(HttpResponseMessage Response, JsonNode Body)> SendAsync(HttpRequestMessage request)
    {
        HttpResponseMessage response = await Http.SendAsync(request);
        return (response, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public static void AssertError((HttpResponseMessage Response, JsonNode Body) answer, string code, int status)
    {
        Assert.Equal((HttpStatusCode)status, answer.Response.StatusCode);
        Assert.Equal(code, (string?)answer.Body["error"]!["code"]);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}
