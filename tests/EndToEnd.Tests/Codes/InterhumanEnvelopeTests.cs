using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The error bodies before, during and after the transition to ids.</summary>
public class InterhumanEnvelopeTests
{
    private const string Message = "The key_secret is missing.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheIdIsReadWhetherOrNotTheOldMembersAreThere(bool legacy)
    {
        ApiException error = await FailAsync(new Fault { Code = "ih2005", Message = Message, LegacyEnvelope = legacy });

        JsonNode body = JsonNode.Parse(error.Body!)!;
        Assert.Equal(legacy, body["detail"] is not null);
        AssertIsMissingKeySecret(error);
        Assert.Equal((string?)body["correlation_id"], error.RequestId);
        Assert.Equal((string?)body["link"], error.Members["link"].GetString());
    }

    [Fact]
    public async Task TheSampleWithoutACommaTellsItsIdAllTheSame()
    {
        ApiException error = await FailAsync(new Fault { Code = "ih2005", Message = Message, LegacyEnvelope = true, Breakage = Breakage.Malformed });

        Assert.StartsWith($$"""{"detail":"{{Message}}""status_code":400,"extra":{},"error_id":"ih2005",""", error.Body, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(error.Body!));
        AssertIsMissingKeySecret(error);
        Assert.True(Guid.TryParseExact(error.RequestId, "D", out _));
    }

    [Fact]
    public async Task ABodyOfBeforeTheIdsIsTheExceptionOfItsStatus()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        JsonObject body = new() { ["detail"] = Message, ["status_code"] = 400, ["extra"] = new JsonObject { ["field"] = "key_secret" } };
        session.Emulator.Answer("createToken", 400, "application/json", body.ToJsonString());

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(session.UploadAsync);

        Assert.IsType<BadRequestException>(error);
        Assert.Equal((null, 400, Message), (error.Code, error.Status, error.Message));
        Assert.Equal("key_secret", error.Members["extra"].GetProperty("field").GetString());
    }

    private static void AssertIsMissingKeySecret(ApiException error)
    {
        Assert.IsType<MissingKeySecretException>(error);
        Assert.Equal(("ih2005", 400, Message), (error.Code, error.Status, error.Message));
    }

    private static async Task<ApiException> FailAsync(Fault fault)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail("createToken", fault);
        return await Assert.ThrowsAnyAsync<ApiException>(session.UploadAsync);
    }
}
