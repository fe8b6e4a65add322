using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The api-secret header is looked at before anything else.</summary>
public class AuthenticationTests
{
    [Theory]
    [InlineData(null, "MISSING_AUTH")]
    [InlineData("", "MISSING_AUTH")]
    [InlineData("Emulator-Secret", "UNAUTHORIZED")]
    public async Task ARequestWithoutTheRightSecretIsRefused(string? secret, string code)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        session.Http.DefaultRequestHeaders.Remove("api-secret");
        if (secret is not null)
        {
            session.Http.DefaultRequestHeaders.TryAddWithoutValidation("api-secret", secret);
        }

        EmulatorSession.AssertError(await session.PostAsync("/v1/validate"), code, 401);
        EmulatorSession.AssertError(await session.GetAsync("/v1/agent/A00NOBODY0"), code, 401);
        EmulatorSession.AssertError(await session.PostAsync("/v1/agent/A00NOBODY0/speak", []), code, 401);
    }

    [Fact]
    public async Task ARefusedRequestUsesUpNoFault()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        session.Emulator.Fail("validateSecret", "INTERNAL_ERROR");
        using var stranger = new HttpClient { BaseAddress = session.Emulator.BaseAddress };

        using HttpResponseMessage refused = await stranger.PostAsync("/v1/validate", content: null);

        Assert.Equal(401, (int)refused.StatusCode);
        EmulatorSession.AssertError(await session.PostAsync("/v1/validate"), "INTERNAL_ERROR", 500);
    }

    [Fact]
    public async Task TheRightSecretIsValid()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        (_, JsonNode body) = await session.PostAsync("/v1/validate");

        Assert.Equal("""{"valid":true}""", body.ToJsonString());
    }
}
