using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>Answers that break off, say nothing, or are not what they should be.</summary>
public class BrokenAnswerTests
{
    [Fact]
    public async Task AResetConnectionHasNoAnswer()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Breakage = Breakage.Reset });

        await Assert.ThrowsAsync<HttpRequestException>(() => session.Http.PostAsync("/v1/validate", null));
    }

    [Fact]
    public async Task ABodyIsCutOffAfterTheHeaders()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Breakage = Breakage.CutBody });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/validate");

        using HttpResponseMessage response = await session.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ATruncatedBodyIsACompleteAnswer()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Breakage = Breakage.TruncatedBody });

        Assert.Equal("""{"valid""", await BodyAsync(session, 200));
    }

    [Fact]
    public async Task SilenceEndsWithTheCaller()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Breakage = Breakage.Silence });
        using var hangUp = new CancellationTokenSource();
        Task<HttpResponseMessage> silent = session.Http.PostAsync("/v1/validate", null, hangUp.Token);

        // A second call is answered, so the first was taken and is not.
        await session.GetAsync("/v1/agent/A00NOBODY0");
        Assert.False(silent.IsCompleted);
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silent);
    }

    [Fact]
    public async Task AMalformedErrorLacksAComma()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Code = "RATE_LIMITED", Breakage = Breakage.Malformed });

        string body = await BodyAsync(session, 429);

        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(body));
        Assert.Contains("RATE_LIMITED\"\"message", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorMayHaveNoCodeOrWrongTypes()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Code = "RATE_LIMITED", Breakage = Breakage.NoCode });
        session.Emulator.Fail("validateSecret", new Fault { Status = 409, Breakage = Breakage.WrongTypes });

        JsonNode codeless = JsonNode.Parse(await BodyAsync(session, 429))!;
        JsonNode mistyped = JsonNode.Parse(await BodyAsync(session, 409))!;

        Assert.Equal(["message", "httpStatus"], codeless["error"]!.AsObject().Select(member => member.Key));
        Assert.Equal(JsonValueKind.String, mistyped["error"]!.GetValueKind());
    }

    [Fact]
    public async Task AGatewayAnswersInHtmlOrNotAtAll()
    {
        await using EmulatorSession session = await StartAsync(new Fault { Breakage = Breakage.Html });
        session.Emulator.Fail("validateSecret", new Fault { Breakage = Breakage.Empty, Status = 504 });

        Assert.StartsWith("<!DOCTYPE html>", await BodyAsync(session, 502), StringComparison.Ordinal);
        Assert.Equal("", await BodyAsync(session, 504));
    }

    [Fact]
    public async Task MembersAreAddedToAnErrorAndADelayComesBefore()
    {
        await using EmulatorSession session = await StartAsync(new Fault
        {
            Code = "RATE_LIMITED",
            Delay = TimeSpan.FromMilliseconds(1),
            Extras = new JsonObject { ["reset_time"] = "2026-05-05T00:00:00Z" },
        });

        Assert.Equal("2026-05-05T00:00:00Z", (string?)JsonNode.Parse(await BodyAsync(session, 429))!["reset_time"]);
        Assert.Equal("""{"valid":true}""", await BodyAsync(session, 200));
    }

    [Fact]
    public async Task AnotherProcessAsksForABrokenAnswer()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        using var fault = new StringContent("""{"operation":"validateSecret","code":"NEW_CODE","status":418,"breakage":"truncated_body","extras":{"a":1}}""");

        using HttpResponseMessage asked = await session.Http.PostAsync("/_emulator/faults", fault);

        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.StartsWith("""{"error":{"code":"NEW_CODE",""", await BodyAsync(session, 418), StringComparison.Ordinal);
    }

    private static async Task<EmulatorSession> StartAsync(Fault fault)
    {
        EmulatorSession session = await EmulatorSession.StartAsync();
        session.Emulator.Fail("validateSecret", fault);
        return session;
    }

    private static async Task<string> BodyAsync(EmulatorSession session, int status)
    {
        using HttpResponseMessage response = await session.Http.PostAsync("/v1/validate", null);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
