using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>Failures that a test asks for, in the same process and from another one.</summary>
public class FaultInjectionTests
{
    [Fact]
    public async Task AFaultComesAsOftenAsAskedForWithItsRetryAfter()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        session.Emulator.Fail("generateAgent", "NO_AVAILABLE_WORKERS", times: 2, retryAfter: "7");

        for (int i = 0; i < 2; i++)
        {
            (HttpResponseMessage Response, JsonNode Body) answer = await session.PostAsync("/v1/agent/generate", []);
            EmulatorSession.AssertError(answer, "NO_AVAILABLE_WORKERS", 503);
            Assert.Equal(["7"], answer.Response.Headers.GetValues("Retry-After"));
        }

        (HttpResponseMessage served, _) = await session.PostAsync("/v1/agent/generate", []);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.False(served.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task FaultsComeInTheOrderAskedForAndOnlyToTheirOperation()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = session.Emulator.AddAgent();
        session.Emulator.Fail("getAgent", "INTERNAL_ERROR");
        session.Emulator.Fail("getAgent", "GPU_ON_FIRE", "The GPU burns.", status: 507);

        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync($"/v1/agent/status/{id}")).Response.StatusCode);
        EmulatorSession.AssertError(await session.GetAsync($"/v1/agent/{id}"), "INTERNAL_ERROR", 500);
        EmulatorSession.AssertError(await session.GetAsync($"/v1/agent/{id}"), "GPU_ON_FIRE", 507);
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync($"/v1/agent/{id}")).Response.StatusCode);
    }

    [Fact]
    public async Task AnAnswerIsSentAsItWasGiven()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        session.Emulator.Answer("validateSecret", 502, "text/html", "<h1>Bad Gateway</h1>", retryAfter: "soon");

        using HttpResponseMessage response = await session.Http.PostAsync("/v1/validate", content: null);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["soon"], response.Headers.GetValues("Retry-After"));
        Assert.Equal("<h1>Bad Gateway</h1>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnotherProcessAsksForFaultsAndDropsThem()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        using var other = new HttpClient { BaseAddress = session.Emulator.BaseAddress };
        JsonObject fault = new() { ["operation"] = "validateSecret", ["code"] = "RATE_LIMITED", ["times"] = 5, ["retry_after"] = 3 };

        using HttpResponseMessage asked = await other.PostAsJsonAsync("/_emulator/faults", fault);
        (HttpResponseMessage Response, JsonNode Body) failed = await session.PostAsync("/v1/validate");
        using HttpResponseMessage dropped = await other.DeleteAsync("/_emulator/faults");
        (HttpResponseMessage served, _) = await session.PostAsync("/v1/validate");

        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        EmulatorSession.AssertError(failed, "RATE_LIMITED", 429);
        Assert.Equal(["3"], failed.Response.Headers.GetValues("Retry-After"));
        Assert.Equal(HttpStatusCode.NoContent, dropped.StatusCode);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.Equal(2, session.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData("""{"operation":"validateSecret","code":"GPU_ON_FIRE"}""")]
    [InlineData("""{"operation":"burnGpu","code":"RATE_LIMITED"}""")]
    [InlineData("""{"operation":"validateSecret","code":"RATE_LIMITED","times":0}""")]
    [InlineData("""{"operation":"validateSecret","code":"GPU_ON_FIRE","status":200}""")]
    [InlineData("""{"operation":null,"code":"RATE_LIMITED"}""")]
    [InlineData("""{"operation":"validateSecret","code":"RATE_LIMITED","retries":1}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task AFaultThatMakesNoSenseIsRefused(string request)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        using HttpResponseMessage response = await session.Http.PostAsync("/_emulator/faults", new StringContent(request));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task AMistakeInATestIsShownToItsAuthor()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Assert.Throws<ArgumentException>("operationId", () => session.Emulator.Fail("burnGpu", "RATE_LIMITED"));
        Assert.Throws<ArgumentException>("code", () => session.Emulator.Fail("speak", "GPU_ON_FIRE"));
        Assert.Throws<ArgumentOutOfRangeException>("times", () => session.Emulator.Fail("speak", "RATE_LIMITED", times: 0));
    }

    [Fact]
    public async Task AResetForgetsAgentsRequestsAndFaults()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string id = session.Emulator.AddAgent();
        await session.GetAsync($"/v1/agent/{id}");
        session.Emulator.Fail("getAgent", "INTERNAL_ERROR");

        session.Emulator.Reset();

        Assert.Empty(session.Emulator.Requests);
        EmulatorSession.AssertError(await session.GetAsync($"/v1/agent/{id}"), "AGENT_NOT_FOUND", 404);
    }
}
