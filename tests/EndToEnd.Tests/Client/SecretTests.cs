using BitHuman;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The API secret is in the request's header and nowhere else.</summary>
public class SecretTests
{
    private const string WrongSecret = "sk-wrong-9f3b/42+x==";

    [Fact]
    public async Task AWrongSecretIsInNoTextOfItsException()
    {
        await using ClientSession session = await ClientSession.StartAsync(options => options.ApiSecret = WrongSecret);

        UnauthorizedException error = await Assert.ThrowsAsync<UnauthorizedException>(() => session.Client.Account.ValidateSecretAsync());

        Assert.Equal(WrongSecret, session.Emulator.Requests[0].Headers["api-secret"]);
        AssertHides(WrongSecret, error);
    }

    [Fact]
    public async Task NoSecretSendsNoHeader()
    {
        await using ClientSession session = await ClientSession.StartAsync(options => options.ApiSecret = null);

        await Assert.ThrowsAsync<MissingAuthException>(() => session.Client.Account.ValidateSecretAsync());

        Assert.DoesNotContain("api-secret", session.Emulator.Requests[0].Headers.Keys);
    }

    [Theory]
    [InlineData(401, "application/json", """{"error":{"code":"UNAUTHORIZED","message":"emulator-secret is not valid"}}""")]
    [InlineData(401, "application/json", """{"error":{"code":"emulator-secret","message":"\u0065mulator-secret"}}""")]
    [InlineData(500, "text/html", "<pre>api-secret: emulator-secret</pre>")]
    [InlineData(200, "application/json", """{"valid":"emulator-secret"}""")]
    [InlineData(200, "text/plain", "emulator-secret")]
    public async Task ASecretThatTheServiceEchoesIsMasked(int status, string contentType, string body)
    {
        await using ClientSession session = await ClientSession.StartAsync(options => options.MaxRetries = 0);
        session.Emulator.Answer("validateSecret", status, contentType, body);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.Client.Account.ValidateSecretAsync());

        Assert.Contains("***", error.Body, StringComparison.Ordinal);
        AssertHides(BitHumanEmulator.ApiSecret, error);
    }

    [Fact]
    public async Task AServiceThatIsGoneDoesNotTellTheSecretEither()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        await session.Emulator.DisposeAsync();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => session.Client.Account.ValidateSecretAsync());

        AssertHides(BitHumanEmulator.ApiSecret, error);
    }

    [Fact]
    public void ASecretThatNoHeaderCanHoldIsRefusedUnseen()
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => new BitHumanClient("sk-secret\r\nX-Evil: 1"));

        Assert.DoesNotContain("sk-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsDoNotShowTheSecret() =>
        Assert.DoesNotContain(WrongSecret, new BitHumanClientOptions { ApiSecret = WrongSecret }.ToString(), StringComparison.Ordinal);

    private static void AssertHides(string secret, ApiException error)
    {
        IEnumerable<string?> texts =
        [
            error.ToString(),
            error.Message,
            error.Code,
            error.Body,
            error.InnerException?.ToString(),
            .. error.Attempts.Select(attempt => attempt.ToString()),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(secret, text ?? "", StringComparison.Ordinal));
    }
}
