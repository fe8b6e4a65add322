namespace Dragoman.Runtime.Tests;

public class RetryAfterTests
{
    private static readonly DateTimeOffset s_now = new(2023, 9, 29, 16, 26, 37, TimeSpan.Zero);

    // What the SDKs that Stainless generates expect of the header at 16:26:37, where one that asks for nothing usable leaves the own backoff of 0.5 s.
    [Theory]
    [InlineData("20", 20)]
    [InlineData("60", 60)]
    [InlineData("0", 0.5)]
    [InlineData("-10", 0.5)]
    [InlineData("1.5", 0.5)]
    [InlineData("99999999999999999999999999999999999", 0.5)]
    [InlineData("3600000000", 0.5)]
    [InlineData("abc", 0.5)]
    [InlineData("1, 2", 0.5)]
    [InlineData("", 0.5)]
    [InlineData("Fri, 29 Sep 2023 16:26:57 GMT", 20)]
    [InlineData("Fri, 29 Sep 2023 16:27:37 GMT", 60)]
    [InlineData("Fri, 29 Sep 2023 16:26:37 GMT", 0.5)]
    [InlineData("Fri, 29 Sep 2023 16:26:27 GMT", 0.5)]
    [InlineData("Zun, 29 Sep 2023 16:26:27 GMT", 0.5)]
    [InlineData("Friday, 29-Sep-23 16:26:57 GMT", 20)]
    [InlineData("Fri Sep 29 16:26:57 2023", 20)]
    [InlineData("Sun, 06-Nov-94 08:49:37 GMT", 0.5)]
    public async Task Replaces_the_own_delay(string header, double seconds)
    {
        StubHandler handler = Answers(("Retry-After", header));
        using TestClient client = new(handler, clock: new FakeTimeProvider(s_now));

        await client.GetAsync();

        Assert.Equal([seconds], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task One_that_no_timer_takes_is_too_long_for_every_limit()
    {
        StubHandler handler = Answers(("Retry-After", "4294968"));
        using TestClient client = new(handler, static options => (options.MaxRetryAfter, options.Timeout) = (TimeSpan.MaxValue, Timeout.InfiniteTimeSpan));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.GetAsync());

        Assert.Equal((StopReason.RetryAfterTooLong, 4_294_968), (error.StopReason, error.RetryAfter?.TotalSeconds));
    }

    [Theory]
    [InlineData("61", 61)]
    [InlineData("Fri, 29 Sep 2023 16:27:38 GMT", 61)]
    [InlineData("18000", 18000)]
    public async Task One_that_is_too_long_is_thrown_at_once(string header, double seconds)
    {
        StubHandler handler = Answers(("Retry-After", header));
        using TestClient client = new(handler, clock: new FakeTimeProvider(s_now));

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
        Assert.Empty(client.Clock.Waits);
        Assert.Equal(StopReason.RetryAfterTooLong, error.StopReason);
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task A_date_is_relative_to_the_date_of_the_response(int skewSeconds)
    {
        DateTimeOffset serverNow = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
        StubHandler handler = Answers(("Date", "Mon, 04 May 2026 12:00:00 GMT"), ("Retry-After", "Mon, 04 May 2026 12:00:20 GMT"));
        using TestClient client = new(handler, clock: new FakeTimeProvider(serverNow.AddSeconds(skewSeconds)));

        await client.GetAsync();

        Assert.Equal([20], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("retry-after-ms")]
    [InlineData("x-ms-retry-after-ms")]
    public async Task Milliseconds_come_before_seconds(string name)
    {
        StubHandler handler = Answers((name, "1500"), ("Retry-After", "20"));
        using TestClient client = new(handler);

        await client.GetAsync();

        Assert.Equal([1.5], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("2.5", 2.5)]
    [InlineData("\"3\"", 3)]
    [InlineData("-1", 0.5)]
    [InlineData("0", 0.5)]
    [InlineData("\"soon\"", 0.5)]
    [InlineData("null", 0.5)]
    public async Task The_body_may_name_it(string value, double seconds)
    {
        StubHandler handler = StubHandler.Of((429, $$$"""{"error":{"code":"X","retry_after":{{{value}}}}}"""), (200, """{"id":"A1"}"""));
        using TestClient client = new(handler);

        await client.GetAsync();

        Assert.Equal([seconds], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_header_comes_before_the_body()
    {
        StubHandler handler = new(
            static _ => Task.FromResult(StubHandler.Response(429, """{"error":{"code":"X","retry_after":7}}""", ("Retry-After", "3"))),
            static _ => Task.FromResult(StubHandler.Response(200, """{"id":"A1"}""")));
        using TestClient client = new(handler);

        await client.GetAsync();

        Assert.Equal([3], client.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task It_is_known_of_an_error_that_is_not_repeated()
    {
        StubHandler handler = StubHandler.Of(static () => StubHandler.Response(404, "", ("Retry-After", "30")));
        using TestClient client = new(handler);

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => client.GetAsync());

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void A_pause_beyond_all_bounds_is_the_longest(double seconds) => Assert.Equal(TimeSpan.MaxValue, Pause.FromSeconds(seconds));

    private static StubHandler Answers(params (string, string)[] headers) => new(
        _ => Task.FromResult(StubHandler.Response(503, "", headers)),
        static _ => Task.FromResult(StubHandler.Response(200, """{"id":"A1"}""")));
}
