using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The envelope and the codes of the bitHuman error reference.</summary>
public class ErrorEnvelopeTests
{
    [Fact]
    public async Task AnErrorHasTheMembersOfTheReferenceAndNoOthers()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        (HttpResponseMessage response, JsonNode body) = await session.GetAsync("/v1/agent/A00NOBODY0");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["error", "status", "status_code"], body.AsObject().Select(m => m.Key).Order());
        Assert.Equal(["code", "httpStatus", "message"], body["error"]!.AsObject().Select(m => m.Key).Order());
        Assert.Equal("AGENT_NOT_FOUND", (string?)body["error"]!["code"]);
        Assert.Equal(JsonValueKind.String, body["error"]!["message"]!.GetValueKind());
        Assert.Equal(404, (int?)body["error"]!["httpStatus"]);
        Assert.Equal("error", (string?)body["status"]);
        Assert.Equal(404, (int?)body["status_code"]);
    }

    [Theory]
    [InlineData("UNAUTHORIZED", 401)]
    [InlineData("MISSING_AUTH", 401)]
    [InlineData("ACCOUNT_SUSPENDED", 401)]
    [InlineData("INSUFFICIENT_BALANCE", 402)]
    [InlineData("AGENT_NOT_FOUND", 404)]
    [InlineData("AGENT_PROCESSING", 409)]
    [InlineData("AGENT_FAILED", 400)]
    [InlineData("VALIDATION_ERROR", 422)]
    [InlineData("NO_ACTIVE_ROOMS", 404)]
    [InlineData("FILE_TOO_LARGE", 413)]
    [InlineData("UNSUPPORTED_TYPE", 415)]
    [InlineData("DOWNLOAD_FAILED", 400)]
    [InlineData("DYNAMICS_NOT_FOUND", 404)]
    [InlineData("DYNAMICS_PROCESSING", 409)]
    [InlineData("RATE_LIMITED", 429)]
    [InlineData("NO_AVAILABLE_WORKERS", 503)]
    [InlineData("SESSION_LIMIT", 429)]
    [InlineData("INTERNAL_ERROR", 500)]
    public async Task EveryCodeOfTheReferenceComesOnDemandWithItsStatus(string code, int status)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        session.Emulator.Fail("validateSecret", code);

        (HttpResponseMessage, JsonNode Body) answer = await session.PostAsync("/v1/validate");

        EmulatorSession.AssertError(answer, code, status);
        Assert.Equal(status, (int?)answer.Body["error"]!["httpStatus"]);
        Assert.Equal(status, (int?)answer.Body["status_code"]);
    }

    [Theory]
    [InlineData("GET", "/v2/agents", 404, "Not Found")]
    [InlineData("GET", "/v1/validate", 405, "Method Not Allowed")]
    public async Task WhatIsNotRoutedAnswersOutsideTheEnvelope(string method, string path, int status, string detail)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        (HttpResponseMessage response, JsonNode body) = await session.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal($$"""{"detail":"{{detail}}"}""", body.ToJsonString());
        Assert.Null(Assert.Single(session.Emulator.Requests).OperationId);
    }
}
