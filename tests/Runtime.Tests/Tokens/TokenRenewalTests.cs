namespace Dragoman.Runtime.Tests;

/// <summary>Tokens that a service refuses, and what follows from it.</summary>
public class TokenRenewalTests
{
    private const string Expired = """{"code":"EXPIRED","message":"The token has expired."}""";

    [Fact]
    public async Task A_hundred_callers_whose_token_is_refused_renew_it_once()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        await client.ReadAsync();
        TaskCompletionSource allArrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int arrived = 0;
        server.Failure = static token => token == "t1" ? (401, Expired) : null;
        server.Held = token =>
        {
            // Nobody is refused before all have sent the old token.
            if (token == "t1" && Interlocked.Increment(ref arrived) == 100)
            {
                allArrived.SetResult();
            }

            return token == "t1" ? allArrived.Task : Task.CompletedTask;
        };

        Agent[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.ReadAsync()));

        Assert.Equal(100, answers.Length);
        Assert.Equal(2, server.Exchanges);
        Assert.Equal(100, server.Sent.Count(static token => token == "t2"));
    }

    [Fact]
    public async Task A_call_that_is_refused_is_repeated_once_with_a_new_token_also_a_POST()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, configure: static options => options.MaxRetries = 0);
        server.Failure = static token => token == "t1" ? (401, Expired) : null;

        await client.WriteAsync();

        Assert.Equal(["t1", "t2"], server.Sent);
        Assert.Empty(client.Clock.Waits);
    }

    [Fact]
    public async Task A_new_token_that_is_refused_too_ends_the_call()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.Failure = static _ => (401, Expired);

        TokenExpiredException error = await Assert.ThrowsAsync<TokenExpiredException>(() => client.ReadAsync());

        Assert.Equal(["t1", "t2"], server.Sent);
        Assert.Equal((StopReason.NotRetryable, Recovery.Authenticate), (error.StopReason, error.Recovery));
        Assert.Equal([(1, 401, "EXPIRED"), (2, 401, "EXPIRED")], error.Attempts.Select(static attempt => (attempt.Number, attempt.Status!.Value, attempt.Code)));
    }

    [Fact]
    public async Task The_repeat_comes_on_top_of_the_retries_of_other_rules()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        int calls = 0;
        server.Failure = _ => ++calls switch { 1 => (503, """{"code":"BUSY"}"""), 2 => (401, Expired), 3 => (503, """{"code":"BUSY"}"""), _ => null };

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.ReadAsync());

        Assert.Equal(["BUSY", "EXPIRED", "BUSY"], error.Attempts.Select(static attempt => attempt.Code));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    [Theory]
    [InlineData(401, """{"code":"WEBHOOK"}""")]
    [InlineData(401, """{"code":"UNKNOWN"}""")]
    [InlineData(401, "")]
    public async Task Another_rule_than_authenticate_renews_nothing(int status, string body)
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.Failure = _ => (status, body);

        await Assert.ThrowsAsync<TestApiException>(() => client.ReadAsync());
        server.Failure = static _ => null;
        await client.ReadAsync();

        Assert.Equal(["t1", "t1"], server.Sent);
    }

    [Fact]
    public async Task A_status_renews_where_the_catalog_says_so()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.Failure = static token => token == "t1" ? (403, "<html>") : null;

        await client.WriteAsync();

        Assert.Equal(["t1", "t2"], server.Sent);
    }

    [Fact]
    public async Task A_token_without_a_source_is_sent_once()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, token: "plain");
        server.Failure = static _ => (401, Expired);

        TokenExpiredException error = await Assert.ThrowsAsync<TokenExpiredException>(() => client.ReadAsync());

        Assert.Equal(["plain"], server.Sent);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.Equal(0, server.Exchanges);
    }

    [Fact]
    public async Task A_token_that_the_call_brings_itself_is_not_renewed()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.Failure = static _ => (401, Expired);

        await Assert.ThrowsAsync<TokenExpiredException>(() => client.ReadAsync(options: new() { Headers = { ["authorization"] = "Bearer own" } }));

        Assert.Equal(["own"], server.Sent);
    }

    [Fact]
    public async Task A_token_that_was_refused_to_a_body_that_is_gone_is_not_sent_again()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.Failure = static token => token == "t1" ? (401, Expired) : null;

        TokenExpiredException error = await Assert.ThrowsAsync<TokenExpiredException>(() => client.UploadAsync());
        await client.ReadAsync();

        Assert.Equal(StopReason.BodyNotReplayable, error.StopReason);
        Assert.Equal(["t1", "t2"], server.Sent);
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_throws_what_the_exchange_throws()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address);
        server.Failure = static _ => (401, Expired);
        await client.ReadAsync().ContinueWith(static _ => { }, TaskScheduler.Default);
        server.ExchangeFailure = (401, """{"code":"BAD_KEY"}""");

        BadKeyException error = await Assert.ThrowsAsync<BadKeyException>(() => client.ReadAsync());

        Assert.Equal("createToken", error.Operation!.Id);
        Assert.Equal(3, server.Exchanges);
    }

    [Fact]
    public async Task A_refused_token_is_shown_nowhere()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using TokenClient client = new(server.Address, source: static _ => new(new AccessToken("canary-token")));
        server.Failure = static _ => (401, """{"code":"EXPIRED","message":"canary-token has expired"}""");

        TokenExpiredException error = await Assert.ThrowsAsync<TokenExpiredException>(() => client.ReadAsync());

        Assert.Equal("*** has expired", error.Message);
        Assert.DoesNotContain("canary", $"{error} {error.Body} {error.Error} {new AccessToken("canary-token", TimeSpan.FromHours(1))}", StringComparison.Ordinal);
    }
}
