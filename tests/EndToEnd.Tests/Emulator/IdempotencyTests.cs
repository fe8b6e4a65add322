using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>A generation that is asked for twice with the same key happens once.</summary>
public class IdempotencyTests
{
    [Fact]
    public async Task TheSameKeyGetsTheSameAnswerMarkedAsReplayed()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        (HttpResponseMessage first, JsonNode firstBody) = await session.PostAsync("/v1/agent/generate", [], "key-1");
        (HttpResponseMessage second, JsonNode secondBody) = await session.PostAsync("/v1/agent/generate", [], "key-1");
        (HttpResponseMessage other, JsonNode otherBody) = await session.PostAsync("/v1/agent/generate", [], "key-2");

        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal((string?)firstBody["agent_id"], (string?)secondBody["agent_id"]);
        Assert.False(other.Headers.Contains("Idempotency-Replayed"));
        Assert.NotEqual((string?)firstBody["agent_id"], (string?)otherBody["agent_id"]);
    }

    [Fact]
    public async Task AFailureIsNotReplayed()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        session.Emulator.Fail("generateAgent", "INTERNAL_ERROR");

        EmulatorSession.AssertError(await session.PostAsync("/v1/agent/generate", [], "key-1"), "INTERNAL_ERROR", 500);
        (HttpResponseMessage response, _) = await session.PostAsync("/v1/agent/generate", [], "key-1");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.False(response.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task AKeyIsForgottenAfterADay()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await session.PostAsync("/v1/agent/generate", [], "key-1");

        session.Clock.Advance(TimeSpan.FromHours(24));
        (HttpResponseMessage response, _) = await session.PostAsync("/v1/agent/generate", [], "key-1");

        Assert.False(response.Headers.Contains("Idempotency-Replayed"));
    }
}
