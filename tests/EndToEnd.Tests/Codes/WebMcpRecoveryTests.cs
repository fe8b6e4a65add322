using Dragoman.Samples.Emulator;
using WebMcp;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Failures that the service causes itself, and what helps against them by what the exception says.</summary>
public class WebMcpRecoveryTests
{
    [Fact]
    public async Task ACookieCannotBeRenewedAndIsSentOnce()
    {
        await using WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using WebMcpClient client = new(Options(emulator, options => options.SessionCookie = WebMcpEmulator.UserToken));
        emulator.ExpireTokens();

        TokenExpiredException error = await Assert.ThrowsAsync<TokenExpiredException>(() => client.Account.GetMeAsync());

        Assert.Equal(Recovery.Authenticate, error.Recovery);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task ATokenThatCanBeHadAnewIsRenewedOnce()
    {
        await using WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        int tokens = 0;
        using WebMcpClient client = new(Options(emulator, options => options.AccessTokenProvider = _ =>
        {
            tokens++;
            return ValueTask.FromResult(new AccessToken(emulator.SignIn()));
        }));
        await client.Account.GetMeAsync();
        emulator.RevokeTokens();

        await client.Account.GetMeAsync();

        Assert.Equal((2, 3), (tokens, emulator.Requests.Count));
    }

    [Fact]
    public async Task AWebhooksWrongSecretRenewsNoToken()
    {
        await using WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        int tokens = 0;
        using WebMcpClient client = new(Options(emulator, options => options.AccessTokenProvider = _ =>
        {
            tokens++;
            return ValueTask.FromResult(new AccessToken(WebMcpEmulator.UserToken));
        }));
        emulator.Fail("listMcpTools", "WEBHOOK_SECRET_INVALID", times: 2);

        WebhookSecretInvalidException error = await Assert.ThrowsAsync<WebhookSecretInvalidException>(() => client.Mcp.ListToolsAsync());

        Assert.Equal((401, Recovery.None), (error.Status, error.Recovery));
        Assert.Equal((1, 1), (tokens, emulator.Requests.Count));
    }

    [Fact]
    public async Task TermsAreAcceptedFirst()
    {
        await using WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using WebMcpClient client = new(Options(emulator, options => options.SessionCookie = WebMcpEmulator.UserToken));
        emulator.RequireTerms();

        TermsNotAcceptedException error = await Assert.ThrowsAsync<TermsNotAcceptedException>(() => client.Sessions.CreateAsync(new()));
        await client.Account.AcceptTermsAsync();
        Session session = await client.Sessions.CreateAsync(new());

        Assert.Equal(Recovery.Prepare, error.Recovery);
        Assert.False(string.IsNullOrEmpty(session.Token));
    }

    [Fact]
    public async Task AnExpiredSessionIsReplacedByANewOne()
    {
        await using WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(ct: TestContext.Current.CancellationToken);
        using WebMcpClient client = new(Options(emulator, options => options.SessionCookie = WebMcpEmulator.UserToken));
        Session old = await client.Sessions.CreateAsync(new());
        emulator.ExpireSessions();

        SessionExpiredException error = await Assert.ThrowsAsync<SessionExpiredException>(() => client.Sessions.GetAsync(old.Token));
        Session next = await client.Sessions.CreateAsync(new());

        Assert.Equal(Recovery.NewSession, error.Recovery);
        Assert.Equal(next.Token, (await client.Sessions.GetAsync(next.Token)).Token);
    }

    private static WebMcpClientOptions Options(WebMcpEmulator emulator, Action<WebMcpClientOptions> configure)
    {
        WebMcpClientOptions options = new() { BaseAddress = emulator.BaseAddress, TimeProvider = new FakeTimeProvider(), Random = new FixedRandom() };
        configure(options);
        return options;
    }
}
