namespace Dragoman.Runtime.Tests;

public class RetryByStatusTests
{
    [Theory]
    [InlineData(408, 0.05)]
    [InlineData(429, 1)]
    [InlineData(500, 0.05)]
    [InlineData(502, 0.05)]
    [InlineData(503, 0.05)]
    [InlineData(504, 0.05)]
    public async Task Without_a_catalog_transient_statuses_are_repeated_twice(int status, double seconds)
    {
        StubHandler handler = StubHandler.Of((status, ""));
        using TestClient client = new(handler, catalog: TestApi.EmptyCatalog);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal([seconds, 2 * seconds], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal((status, StopReason.AttemptsSpent), (error.Status, error.StopReason));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(505)]
    public async Task Without_a_catalog_other_statuses_are_not_repeated(int status)
    {
        StubHandler handler = StubHandler.Of((status, ""));
        using TestClient client = new(handler, catalog: TestApi.EmptyCatalog);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
        Assert.Empty(client.Clock.Waits);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.False(error.IsRetryable);
    }

    [Fact]
    public async Task The_rule_of_the_status_holds_for_an_unknown_code()
    {
        StubHandler handler = StubHandler.Of((502, """{"error":{"code":"BRAND_NEW"}}"""));
        using TestClient client = new(handler);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Equal("BRAND_NEW", error.Code);
        Assert.Equal([0.5, 1, 2], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_status_the_catalog_lists_without_a_rule_is_repeated_as_is_usual()
    {
        ErrorCatalog catalog = new(static error => new TestApiException(error))
        {
            Statuses = [new(503, 503, static error => new ServerException(error)), new(400, 499, static error => new NotFoundException(error))],
        };
        StubHandler handler = StubHandler.Of((503, ""), (408, ""), (410, ""));
        using TestClient client = new(handler, catalog: catalog);

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => client.GetAsync());

        Assert.Equal([503, 408, 410], error.Attempts.Select(static attempt => attempt.Status));
    }

    [Fact]
    public async Task A_status_the_catalog_says_never_of_is_not_repeated()
    {
        ErrorCatalog catalog = new(static error => new TestApiException(error)) { Statuses = [new(503, 503, static error => new ServerException(error)) { Retry = RetryRule.Never }] };
        StubHandler handler = StubHandler.Of((503, ""));
        using TestClient client = new(handler, catalog: catalog);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_POST_that_may_have_taken_effect_is_sent_once(int status)
    {
        StubHandler handler = StubHandler.Of((status, ""));
        using TestClient client = new(handler);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.PostAsync());

        Assert.Single(handler.Requests);
        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_POST_that_was_not_processed_is_repeated(int status)
    {
        StubHandler handler = StubHandler.Of((status, ""), (200, """{"id":"A1"}"""));
        using TestClient client = new(handler);

        await client.PostAsync();

        Assert.Equal(2, handler.Requests.Count);
        Assert.All(handler.Requests, static request => Assert.Equal("\"hello\"", request.Body));
    }

    [Fact]
    public async Task A_POST_with_an_idempotency_key_is_repeated_with_the_same_key()
    {
        StubHandler handler = StubHandler.Of((502, ""));
        using TestClient client = new(handler);
        ApiCall call = TestApi.PostCall();
        call.IdempotencyKey("Idempotency-Key", null);
        ApiCall other = TestApi.PostCall();
        other.IdempotencyKey("Idempotency-Key", null);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.CallAsync(call));
        await Assert.ThrowsAsync<ServerException>(() => client.CallAsync(other));

        string[] keys = [.. handler.Requests.Select(static request => request.Headers["Idempotency-Key"])];
        Assert.Equal(8, keys.Length);
        Assert.Single(keys.Take(4).Distinct());
        Assert.Single(keys.Skip(4).Distinct());
        Assert.NotEqual(keys[0], keys[4]);
        Assert.True(Guid.TryParseExact(keys[0], "D", out _));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    [Fact]
    public async Task A_given_idempotency_key_is_sent_as_it_is()
    {
        StubHandler handler = StubHandler.Of((502, ""), (200, """{"id":"A1"}"""));
        using TestClient client = new(handler);
        ApiCall call = TestApi.PostCall();
        call.IdempotencyKey("Idempotency-Key", "order-17");

        await client.CallAsync(call);

        Assert.Equal(["order-17", "order-17"], handler.Requests.Select(static request => request.Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task Jitter_comes_from_the_given_random()
    {
        StubHandler handler = StubHandler.Of((502, ""));
        using TestClient client = new(handler, static options => options.Random = new FixedRandom(0.25));

        await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Equal([0.125, 0.25, 0.5], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }
}
