using System.Net;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>Tokens and uploads of the Interhuman API, asked with a plain HttpClient.</summary>
public class InterhumanTests
{
    private const int Kilobyte = 1024;

    [Fact]
    public async Task AKeyPairIsExchangedForATokenOf900Seconds()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();

        (HttpStatusCode status, JsonNode body) = await session.AuthAsync(
            """{"key_id":"emulator-key","key_secret":"emulator-key-secret","scopes":["interhumanai.upload"]}""");
        string token = (string)body["access_token"]!;
        (HttpStatusCode uploaded, _) = await session.UploadAsync(new byte[10 * Kilobyte], token: token);
        session.Clock.Advance(TimeSpan.FromSeconds(900));
        (HttpStatusCode expired, JsonNode error) = await session.UploadAsync(new byte[10 * Kilobyte], token: token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (status, uploaded, expired));
        Assert.Equal(("Bearer", 900, "interhumanai.upload"), ((string?)body["token_type"], (int?)body["expires_in"], (string?)body["scope"]));
        Assert.Equal("ih2009", (string?)error["error_id"]);
    }

    [Theory]
    [InlineData("""{""", "ih4006", 400)]
    [InlineData("""{"key_secret":"s","scopes":["interhumanai.upload"]}""", "ih2004", 400)]
    [InlineData("""{"key_id":"k","scopes":["interhumanai.upload"]}""", "ih2005", 400)]
    [InlineData("""{"key_id":"k","key_secret":"s"}""", "ih2003", 400)]
    [InlineData("""{"key_id":"k","key_secret":"s","scopes":[]}""", "ih2002", 400)]
    [InlineData("""{"key_id":"k","key_secret":"s","scopes":["Interhumanai.Upload"]}""", "ih2001", 400)]
    [InlineData("""{"key_id":"k","key_secret":"s","scopes":["interhumanai.upload"]}""", "ih2006", 401)]
    [InlineData("""{"key_id":"emulator-upload-key","key_secret":"emulator-key-secret","scopes":["interhumanai.stream"]}""", "ih2007", 403)]
    public async Task AWrongTokenRequestHasItsId(string request, string id, int status)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();

        (HttpStatusCode answered, JsonNode body) = await session.AuthAsync(request);

        Assert.Equal((HttpStatusCode)status, answered);
        Assert.Equal(id, (string?)body["error_id"]);
        Assert.Equal(["error_id", "correlation_id", "link", "message"], body.AsObject().Select(member => member.Key));
        Assert.True(Guid.TryParse((string?)body["correlation_id"], out _));
    }

    [Theory]
    [InlineData(10 * Kilobyte, "talk.mp4", "file", null, 200)]
    [InlineData(10 * Kilobyte, "talk.mp4", "video", "ih4001", 400)]
    [InlineData(10 * Kilobyte, "talk.txt", "file", "ih4002", 400)]
    [InlineData((10 * Kilobyte) - 1, "talk.mp4", "file", "ih5006", 422)]
    [InlineData(32 * Kilobyte * Kilobyte, "talk.WEBM", "file", null, 200)]
    [InlineData((32 * Kilobyte * Kilobyte) + 1, "talk.mp4", "file", "ih5005", 422)]
    [InlineData((64 * Kilobyte * Kilobyte) + 1, "talk.mp4", "file", "ih4003", 413)]
    [InlineData(0, "talk.mp4", "file", "ih5001", 422)]
    [InlineData(10 * Kilobyte, "corrupt.mp4", "file", "ih5002", 422)]
    public async Task AVideoIsCheckedAndAnalyzed(int bytes, string name, string field, string? id, int status)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();

        (HttpStatusCode answered, JsonNode body) = await session.UploadAsync(new byte[bytes], name, field);

        Assert.Equal((HttpStatusCode)status, answered);
        Assert.Equal(id, (string?)body["error_id"]);
        if (id is null)
        {
            JsonNode signal = body["signals"]![0]!;
            Assert.Equal(["type", "start", "end"], signal.AsObject().Select(member => member.Key));
            Assert.True((double)signal["start"]! < (double)signal["end"]!);
        }
    }

    [Theory]
    [InlineData("", "ih2008", 401)]
    [InlineData("no.such.token", "ih2010", 401)]
    public async Task AnUploadNeedsAToken(string token, string id, int status)
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();

        (HttpStatusCode answered, JsonNode body) = await session.UploadAsync(new byte[10 * Kilobyte], token: token);

        Assert.Equal(((HttpStatusCode)status, id), (answered, (string?)body["error_id"]));
    }

    [Fact]
    public async Task ATokenIsGoodForItsScopesOnlyAndUntilItIsRevoked()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        string token = session.Emulator.CreateToken("interhumanai.stream");

        (_, JsonNode scope) = await session.UploadAsync(new byte[10 * Kilobyte], token: token);
        session.Emulator.RevokeTokens();
        (_, JsonNode revoked) = await session.UploadAsync(new byte[10 * Kilobyte], token: token);

        Assert.Equal("ih2011", (string?)scope["error_id"]);
        Assert.Equal("ih2010", (string?)revoked["error_id"]);
    }

    [Fact]
    public async Task TheEnvelopeOfTheTransitionHasBothShapes()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail("createToken", new Fault { Code = "ih2005", LegacyEnvelope = true });
        session.Emulator.Fail("createToken", new Fault { Code = "ih3004", Extras = new JsonObject { ["reset_time"] = "2026-01-02T00:00:00Z" } });

        (_, JsonNode both) = await session.AuthAsync("{}");
        (HttpStatusCode status, JsonNode quota) = await session.AuthAsync("{}");

        Assert.Equal(
            ["detail", "status_code", "extra", "error_id", "correlation_id", "link", "message"], both.AsObject().Select(member => member.Key));
        Assert.Equal((string?)both["detail"], (string?)both["message"]);
        Assert.Equal((HttpStatusCode.TooManyRequests, "2026-01-02T00:00:00Z"), (status, (string?)quota["reset_time"]));
    }

    /// <summary>The sample of the error page for the transition lacks the comma after its first member.</summary>
    [Fact]
    public async Task TheMalformedSampleOfThePageComesOnDemand()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail("createToken", new Fault { Code = "ih2005", LegacyEnvelope = true, Breakage = Breakage.Malformed });

        using HttpResponseMessage response = await session.Http.PostAsync("/v0/auth", new StringContent("{}"));
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(
            "{\"detail\":\"key_secret is missing\"\"status_code\":400,\"extra\":{},\"error_id\":\"ih2005\",", body, StringComparison.Ordinal);
    }
}
