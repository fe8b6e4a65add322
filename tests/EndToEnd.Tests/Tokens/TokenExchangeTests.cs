using Studio;

namespace Dragoman.EndToEnd.Tests.Tokens;

/// <summary>A generated client that sees to its token itself (x-token-exchange).</summary>
public sealed class TokenExchangeTests
{
    private static readonly KeyPair s_keys = new() { KeyId = "id", KeySecret = "secret-canary" };

    [Fact]
    public async Task CallersAtOnceExchangeTheKeysOnce()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        using StudioClient client = new(Options(server));

        int[] counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Films.AddAsync()));

        Assert.Equal(Enumerable.Range(1, 20), counts.Order());
        Assert.Equal(["""{"key_id":"id","key_secret":"secret-canary"}"""], server.Requests);
    }

    [Fact]
    public async Task ATokenIsRenewedAMinuteBeforeItsEnd()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        FakeTimeProvider clock = new();
        StudioClientOptions options = Options(server);
        options.TimeProvider = clock;
        using StudioClient client = new(options);

        await client.Films.AddAsync();
        clock.Advance(TimeSpan.FromSeconds(3539));
        await client.Films.AddAsync();
        int before = server.Tokens;
        clock.Advance(TimeSpan.FromSeconds(1));
        await client.Films.AddAsync();

        Assert.Equal((1, 2), (before, server.Tokens));
    }

    [Fact]
    public async Task ARefusedTokenIsRenewedAndThePostMadeOnceMore()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        using StudioClient client = new(Options(server));
        await client.Films.AddAsync();
        server.IsRevoked = true;

        Assert.Equal(2, await client.Films.AddAsync());
        Assert.Equal(2, server.Tokens);
    }

    [Fact]
    public async Task WrongKeysAreTheExceptionOfTheExchangeForEverybodyAndShownNowhere()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        server.Refusal = """{"code":"BAD_KEY","message":"There is no key secret-canary."}""";
        using StudioClient client = new(Options(server));

        Task<int>[] calls = [client.Films.AddAsync(), client.Films.AddAsync()];
        foreach (Task<int> call in calls)
        {
            BadKeyException error = await Assert.ThrowsAsync<BadKeyException>(() => call);
            Assert.Equal(("createToken", "There is no key ***."), (error.Operation!.Id, error.Message));
            Assert.DoesNotContain("canary", $"{error} {error.Body}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ATokenOfTheCallerStaysAsItIs()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        using StudioClient client = new(new StudioClientOptions { BaseAddress = server.Address, AccessToken = "token-canary" });

        TokenExpiredException error = await Assert.ThrowsAsync<TokenExpiredException>(() => client.Films.AddAsync());

        Assert.Equal((Recovery.Authenticate, StopReason.NotRetryable, 1), (error.Recovery, error.StopReason, error.Attempts.Count));
        Assert.Equal("*** has expired.", error.Message);
        Assert.Equal(0, server.Tokens);
    }

    [Fact]
    public async Task AProviderIsAskedForTheTokenAndForTheNextOne()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        using StudioClient exchange = new(Options(server));
        List<string> given = [];
        using StudioClient client = new(new StudioClientOptions
        {
            BaseAddress = server.Address,
            AccessTokenProvider = async cancellationToken =>
            {
                Token token = await exchange.Auth.CreateTokenAsync(s_keys, cancellationToken: cancellationToken);
                given.Add(token.AccessToken);
                return new AccessToken(token.AccessToken);
            },
        });
        await client.Films.AddAsync();
        server.IsRevoked = true;

        await client.Films.AddAsync();

        Assert.Equal(["t1", "t2"], given);
    }

    [Fact]
    public async Task CookiesOfTwoSchemesAndAParameterAreOneHeader()
    {
        await using StudioServer server = await StudioServer.StartAsync();
        using StudioClient client = new(new StudioClientOptions { BaseAddress = server.Address, Session = "s-1", Csrf = "c-1" });

        Assert.Equal("Welcome.", await client.Films.ReadPageAsync("dark mode"));
        Assert.Equal(["theme=dark%20mode; sid=s-1; csrf=c-1"], server.Cookies);
    }

    private static StudioClientOptions Options(StudioServer server) => new() { BaseAddress = server.Address, CreateTokenRequest = s_keys };
}
