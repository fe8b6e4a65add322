using Interhuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Tokens that the service itself refuses, and those that it does not give out.</summary>
public class InterhumanTokenTests
{
    [Fact]
    public async Task AnExpiredTokenIsRenewedOnceAndTheCallRepeated()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        await session.UploadAsync();
        session.Emulator.ExpireTokens();

        await session.UploadAsync();

        Assert.Equal((2, 3), (session.RequestsOf("createToken"), session.RequestsOf("analyzeUpload")));
        Assert.Empty(session.Clock.Waits);
    }

    [Fact]
    public async Task AWrongPairOfKeysEndsTheRenewal()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync(keySecret: "wrong-secret");

        InvalidCredentialsException error = await Assert.ThrowsAsync<InvalidCredentialsException>(session.UploadAsync);

        Assert.Equal(("ih2006", "createToken"), (error.Code, error.Operation?.Id));
        Assert.Equal((1, 0), (session.RequestsOf("createToken"), session.RequestsOf("analyzeUpload")));
        Assert.DoesNotContain("wrong-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExpiredTokenIsRenewedForAChannelToo()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        await session.UploadAsync();
        session.Emulator.ExpireTokens();

        await using StreamAnalyzeChannel channel = await session.Client.Analysis.ConnectStreamAnalyzeAsync();

        Assert.Equal((2, 2), (session.RequestsOf("createToken"), session.RequestsOf("streamAnalyze")));
    }

    [Fact]
    public async Task ATokenThatIsRefusedTwiceEndsTheChannelsHandshake()
    {
        await using InterhumanSession session = await InterhumanSession.StartAsync();
        session.Emulator.Fail("streamAnalyze", "ih2010", times: 5);

        AuthenticationException error = await Assert.ThrowsAnyAsync<AuthenticationException>(() => session.Client.Analysis.ConnectStreamAnalyzeAsync());

        Assert.Equal((401, Recovery.Authenticate), (error.Status, error.Recovery));
        Assert.Equal((2, 2), (session.RequestsOf("createToken"), session.RequestsOf("streamAnalyze")));
    }
}
