namespace Dragoman.Runtime.Tests;

public class RetryUntilTests
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    // RFC 3339, section 5.6; 2026-05-04T12:00:00Z is 1777896000 (date -u -d 2026-05-04T12:00:00Z +%s).
    [Theory]
    [InlineData("\"2026-05-04T12:00:45Z\"")]
    [InlineData("\"2026-05-04T14:00:45+02:00\"")]
    [InlineData("1777896045")]
    [InlineData("\"1777896045\"")]
    public async Task Waits_until_the_instant_of_the_body(string instant)
    {
        using TestClient client = Client(RetryRule.Until("/reset_time", 1), (429, Body(instant)), (200, """{"id":"A1"}"""));

        await client.PostAsync();

        Assert.Equal([45], Seconds(client));
    }

    [Theory]
    [InlineData("\"2026-05-04T12:01:01Z\"", 61)]
    [InlineData("\"2026-06-01T00:00:00Z\"", 2_376_000)]
    public async Task An_instant_beyond_MaxRetryAfter_is_told_and_not_waited_for(string instant, double seconds)
    {
        using TestClient client = Client(RetryRule.Until("/reset_time", 1), (429, Body(instant)));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal((StopReason.RetryAfterTooLong, TimeSpan.FromSeconds(seconds)), (error.StopReason, error.RetryAfter));
        Assert.Empty(client.Clock.Waits);
    }

    [Fact]
    public async Task An_instant_beyond_the_time_left_is_told_and_not_waited_for()
    {
        using TestClient client = Client(RetryRule.Until("/reset_time", 1), (429, Body("\"2026-05-04T12:00:45Z\"")));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync(new() { Timeout = TimeSpan.FromSeconds(45) }));

        Assert.Equal((StopReason.DeadlineTooClose, TimeSpan.FromSeconds(45)), (error.StopReason, error.RetryAfter));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"2026-05-04 12:00\"")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("\"NaN\"")]
    [InlineData("[1777896045]")]
    [InlineData("{}")]
    public async Task Without_an_instant_nothing_is_repeated(string instant)
    {
        using TestClient client = Client(RetryRule.Until("/reset_time", 1), (429, Body(instant)));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal((StopReason.NotRetryable, null), (error.StopReason, error.RetryAfter));
        Assert.Single(error.Attempts);
    }

    [Fact]
    public async Task An_instant_that_has_passed_leaves_the_usual_backoff()
    {
        using TestClient client = Client(RetryRule.Until("/reset_time", 1), (429, Body("\"2026-05-04T11:00:00Z\"")));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal([1], Seconds(client));
        Assert.Equal((StopReason.AttemptsSpent, TimeSpan.Zero), (error.StopReason, error.RetryAfter));
    }

    [Fact]
    public async Task The_instant_of_a_status_is_found_in_a_body_without_an_envelope()
    {
        ErrorCatalog catalog = new(static error => new TestApiException(error))
        {
            Statuses = [new(429, 429, static error => new RateLimitException(error)) { Retry = RetryRule.Until("/limits/0/reset", 1) }],
        };
        StubHandler handler = StubHandler.Of((429, """{"limits":[{"reset":1777896007}]}"""), (200, """{"id":"A1"}"""));
        using TestClient client = new(handler, catalog: catalog, clock: new FakeTimeProvider(s_now));

        await client.GetAsync();

        Assert.Equal([7], Seconds(client));
    }

    [Fact]
    public async Task A_fixed_wait_has_no_jitter_and_does_not_grow()
    {
        RetryRule rule = RetryRule.After(TimeSpan.FromSeconds(60), 2);
        StubHandler handler = StubHandler.Of((429, """{"code":"LIMIT"}"""));
        using TestClient client = new(handler, static options => options.Random = new FixedRandom(0.1), Catalog(rule), new FakeTimeProvider(s_now));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.PostAsync());

        Assert.Equal([60, 60], Seconds(client));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    [Theory]
    [InlineData("5", 20)]
    [InlineData("20", 20)]
    [InlineData("21", 21)]
    public async Task Of_a_fixed_wait_and_Retry_After_the_longer_one_holds(string retryAfter, double seconds)
    {
        StubHandler handler = new(
            _ => Task.FromResult(StubHandler.Response(429, """{"code":"LIMIT"}""", ("Retry-After", retryAfter))),
            static _ => Task.FromResult(StubHandler.Response(200, """{"id":"A1"}""")));
        using TestClient client = new(handler, catalog: Catalog(RetryRule.After(TimeSpan.FromSeconds(20), 1)), clock: new FakeTimeProvider(s_now));

        await client.GetAsync();

        Assert.Equal([seconds], Seconds(client));
    }

    [Fact]
    public async Task A_fixed_wait_is_not_bounded_by_what_a_service_may_ask_for()
    {
        using TestClient client = Client(RetryRule.After(TimeSpan.FromSeconds(90), 1), (429, """{"code":"LIMIT"}"""), (200, """{"id":"A1"}"""));

        await client.GetAsync();

        Assert.Equal([90], Seconds(client));
    }

    public static TheoryData<string, Recovery> Words { get; } = new()
    {
        { nameof(RetryRule.Nothing), Recovery.Nothing },
        { nameof(RetryRule.Authenticate), Recovery.Authenticate },
        { nameof(RetryRule.Restart), Recovery.NewSession },
        { nameof(RetryRule.Reconnect), Recovery.Reconnect },
        { nameof(RetryRule.Prepare), Recovery.Prepare },
        { nameof(RetryRule.Advisory), Recovery.Advisory },
        { nameof(RetryRule.Wait), Recovery.Wait },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_word_is_told_and_not_repeated(string word, Recovery recovery)
    {
        RetryRule rule = (RetryRule)typeof(RetryRule).GetProperty(word)!.GetValue(null)!;
        using TestClient client = Client(rule, (503, """{"code":"LIMIT"}"""));

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal((recovery, StopReason.NotRetryable, false), (error.Recovery, error.StopReason, error.IsRetryable));
        Assert.Single(error.Attempts);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void The_number_of_retries_is_0_to_10(int retries)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryRule.After(TimeSpan.FromSeconds(1), retries));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryRule.Until("/a", retries));
    }

    private static string Body(string instant) => $$"""{"code":"LIMIT","reset_time":{{instant}}}""";

    private static TestClient Client(RetryRule rule, params (int Status, string Body)[] answers) =>
        new(StubHandler.Of(answers), catalog: Catalog(rule), clock: new FakeTimeProvider(s_now));

    private static ErrorCatalog Catalog(RetryRule rule) => new(static error => new TestApiException(error))
    {
        Envelopes = [new() { Code = "/code" }],
        Errors = [new("LIMIT", static error => new TestApiException(error)) { Status = 429, Retry = rule }],
    };

    private static IEnumerable<double> Seconds(TestClient client) => client.Clock.Waits.Select(static wait => wait.TotalSeconds);
}
