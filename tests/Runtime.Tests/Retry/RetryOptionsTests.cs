namespace Dragoman.Runtime.Tests;

/// <summary>Rules of the catalog that the options of a client, an operation or a call replace in part.</summary>
public class RetryOptionsTests
{
    private const string NoWorkers = """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""";
    private const string NotFound = """{"error":{"code":"AGENT_NOT_FOUND"}}""";
    private const string Newer = """{"error":{"code":"NEWER_THAN_THE_CATALOG"}}""";

    // The rule is three retries, from half a second to 20 s.
    [Fact]
    public async Task Replace_what_they_give_and_leave_the_rest()
    {
        Assert.Equal([0.5], await WaitsAsync(503, NoWorkers, new() { Retries = 1 }));
        Assert.Equal([0.5, 1, 2, 4, 8], await WaitsAsync(503, NoWorkers, new() { Retries = 5 }));
        Assert.Equal([2, 4, 8], await WaitsAsync(503, NoWorkers, new() { BaseDelay = TimeSpan.FromSeconds(2) }));
        Assert.Equal([0.5, 0.75, 0.75], await WaitsAsync(503, NoWorkers, new() { MaxDelay = TimeSpan.FromSeconds(0.75) }));
        Assert.Equal([3, 6, 7, 7], await WaitsAsync(503, NoWorkers, new() { Retries = 4, BaseDelay = TimeSpan.FromSeconds(3), MaxDelay = TimeSpan.FromSeconds(7) }));
    }

    [Fact]
    public async Task A_first_wait_above_the_longest_of_the_rule_raises_that() =>
        Assert.Equal([25, 25, 25], await WaitsAsync(503, NoWorkers, new() { BaseDelay = TimeSpan.FromSeconds(25) }));

    [Fact]
    public async Task None_ends_what_the_catalog_repeats()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        using TestClient client = new(handler, static options => options.Retry["NO_AVAILABLE_WORKERS"] = new() { Retries = 0 });

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Single(handler.Requests);
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
    }

    // The usual waits of a class: 50 ms, and 1 s after a 429.
    [Theory]
    [InlineData(409, null, 0.05)]
    [InlineData(429, null, 1)]
    [InlineData(409, RetryClass.Throttled, 1)]
    [InlineData(409, RetryClass.Capacity, 0.05)]
    public async Task A_code_that_the_catalog_does_not_repeat_gets_the_waits_of_its_class(int status, RetryClass? kind, double seconds) =>
        Assert.Equal([seconds, 2 * seconds], await WaitsAsync(status, NotFound, new() { Retries = 2, Class = kind }, "AGENT_NOT_FOUND"));

    [Fact]
    public async Task A_code_that_the_catalog_does_not_know_can_be_named() =>
        Assert.Equal([0.05, 0.1, 0.2], await WaitsAsync(422, Newer, new() { Retries = 3 }, "NEWER_THAN_THE_CATALOG"));

    // Of an unknown code with 500 the catalog's rule for 500 to 599 holds: half a second, 1 s, 2 s, for idempotent methods.
    [Theory]
    [InlineData(null, new double[0], StopReason.NotIdempotent)]
    [InlineData(0, new double[0], StopReason.NotIdempotent)]
    [InlineData(2, new[] { 0.5, 1 }, StopReason.AttemptsSpent)]
    public async Task Retries_after_an_unknown_code_that_is_named_hold_for_a_POST(int? retries, double[] waits, StopReason stop)
    {
        using TestClient client = new(StubHandler.Of((500, Newer)), options => options.Retry["NEWER_THAN_THE_CATALOG"] = new() { Retries = retries });

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.PostAsync());

        Assert.Equal(stop, error.StopReason);
        Assert.Equal(waits, Seconds(client));
    }

    [Fact]
    public async Task Retries_after_a_status_do_not_make_a_POST_harmless()
    {
        using TestClient client = new(StubHandler.Of((500, "")), static options => options.Retry["500"] = new() { Retries = 5 });

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.PostAsync());

        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
    }

    [Theory]
    [InlineData("418")]
    [InlineData("4XX")]
    public async Task A_status_and_a_range_repeat_what_nobody_else_does(string key)
    {
        Assert.Equal([0.05, 0.1], await WaitsAsync(418, "", new() { Retries = 2 }, key));
        Assert.Equal([0.05, 0.1], await WaitsAsync(418, Newer, new() { Retries = 2 }, key));
    }

    [Theory]
    [InlineData("503")]
    [InlineData("5XX")]
    public async Task A_status_and_a_range_hold_for_codes_that_are_repeated(string key) =>
        Assert.Equal([0.5], await WaitsAsync(503, NoWorkers, new() { Retries = 1 }, key));

    [Theory]
    [InlineData("503")]
    [InlineData("5XX")]
    public async Task A_status_and_a_range_repeat_no_code_that_the_catalog_does_not(string key) =>
        Assert.Empty(await WaitsAsync(503, NotFound, new() { Retries = 3 }, key));

    [Theory]
    [InlineData(1, 2, 3, 2)]
    [InlineData(null, 2, 3, 3)]
    [InlineData(null, null, 3, 4)]
    public async Task The_code_goes_before_the_status_and_that_before_the_range(int? ofCode, int? ofStatus, int? ofRange, int requests)
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        using TestClient client = new(handler, options =>
        {
            Set(options.Retry, "5XX", ofRange);
            Set(options.Retry, "503", ofStatus);
            Set(options.Retry, "NO_AVAILABLE_WORKERS", ofCode);
        });

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal(requests, handler.Requests.Count);
    }

    [Theory]
    [InlineData(1, 2, 3, 2)]
    [InlineData(null, 2, 3, 3)]
    [InlineData(null, null, 3, 4)]
    public async Task The_call_goes_before_the_operation_and_that_before_the_client(int? ofCall, int? ofOperation, int? ofClient, int requests)
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        RequestOptions call = new();
        Set(call.Retry, "5XX", ofCall);
        using TestClient client = new(handler, options =>
        {
            Set((options.Operations["getAgent"] = new()).Retry, "503", ofOperation);
            Set((options.Operations["speak"] = new()).Retry, "NO_AVAILABLE_WORKERS", 0);
            Set(options.Retry, "NO_AVAILABLE_WORKERS", ofClient);
        });

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(call));

        Assert.Equal(requests, handler.Requests.Count);
    }

    // 100 tokens are seven retries at 14, and any number at 0.
    [Theory]
    [InlineData(null, 8, StopReason.QuotaSpent)]
    [InlineData(RetryClass.NotReady, 10, StopReason.AttemptsSpent)]
    public async Task A_class_says_what_a_retry_costs(RetryClass? kind, int requests, StopReason stop)
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        using TestClient client = new(handler, options =>
        {
            options.RetryQuota = new RetryQuota();
            options.Retry["NO_AVAILABLE_WORKERS"] = new() { Retries = 9, Class = kind };
        });

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal((requests, stop), (handler.Requests.Count, error.StopReason));
    }

    // The wait of the rule is 60 s, twice.
    [Fact]
    public async Task Of_a_rule_with_one_wait_the_first_wait_is_every_wait_and_the_longest_bounds_it()
    {
        RetryRule rule = RetryRule.After(TimeSpan.FromSeconds(60), 2);
        Assert.Equal([90, 90], await WaitsAsync(429, Newer, new() { BaseDelay = TimeSpan.FromSeconds(90) }, rule: rule));
        Assert.Equal([30, 30], await WaitsAsync(429, Newer, new() { MaxDelay = TimeSpan.FromSeconds(30) }, rule: rule));
        Assert.Equal([60, 60, 60], await WaitsAsync(429, Newer, new() { Retries = 3 }, rule: rule));
    }

    // The clock of the tests begins with 2026.
    [Fact]
    public async Task Of_a_rule_with_an_instant_the_waits_are_those_after_one_that_has_passed()
    {
        RetryRule rule = RetryRule.Until("/at", 1);
        RetryOptions own = new() { Retries = 2, BaseDelay = TimeSpan.FromSeconds(3) };
        Assert.Equal([3, 6], await WaitsAsync(429, """{"error":{"code":"NEWER_THAN_THE_CATALOG"},"at":"2025-12-31T23:59:00Z"}""", own, rule: rule));
        Assert.Equal([40, 5], await WaitsAsync(429, """{"error":{"code":"NEWER_THAN_THE_CATALOG"},"at":"2026-01-01T00:00:40Z"}""", new() { Retries = 2, BaseDelay = TimeSpan.FromSeconds(2.5) }, rule: rule));
        Assert.Empty(await WaitsAsync(429, Newer, own, rule: rule));
    }

    [Theory]
    [InlineData("true", 3, new[] { 0.05, 0.1, 0.2 })] // the service's word alone brings two
    [InlineData("true", 0, new double[0])]
    [InlineData("false", 3, new double[0])]
    public async Task What_the_service_says_of_retries_holds(string header, int retries, double[] waits)
    {
        StubHandler handler = StubHandler.Of(() => StubHandler.Response(409, NotFound, ("x-should-retry", header)));
        using TestClient client = new(handler, options => options.Retry["AGENT_NOT_FOUND"] = new() { Retries = retries });

        await Assert.ThrowsAsync<AgentNotFoundException>(() => client.GetAsync());

        Assert.Equal(waits, Seconds(client));
    }

    [Fact]
    public async Task The_exception_says_what_the_catalog_says_of_recovery()
    {
        using TestClient client = new(StubHandler.Of((404, NotFound)), static options => options.Retry["AGENT_NOT_FOUND"] = new() { Retries = 1 });

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => client.GetAsync());

        Assert.Equal((2, Recovery.None, StopReason.AttemptsSpent), (error.Attempts.Count, error.Recovery, error.StopReason));
    }

    [Fact]
    public async Task A_client_copies_its_options()
    {
        StubHandler handler = StubHandler.Of((503, NoWorkers));
        ApiClientOptions? given = null;
        using TestClient client = new(handler, options =>
        {
            given = options;
            options.Retry["503"] = new() { Retries = 1 };
            Set((options.Operations["speak"] = new()).Retry, "503", 2);
        });

        given!.Retry["503"].Retries = 3;
        given.Retry["NO_AVAILABLE_WORKERS"] = new() { Retries = 3 };
        given.Operations["speak"].Retry["NO_AVAILABLE_WORKERS"] = new() { Retries = 3 };
        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());
        Assert.Equal(2, handler.Requests.Count);
        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.PostAsync());
        Assert.Equal(5, handler.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("5xx")]
    [InlineData("5Xx")]
    [InlineData("0XX")]
    [InlineData("6XX")]
    public void Keys_that_stand_for_no_failure_are_refused(string key)
    {
        Assert.Equal("Retry", Refusal(options => options.Retry[key] = new()));
        Assert.Equal("Operations[speak].Retry", Refusal(options => (options.Operations["speak"] = new()).Retry[key] = new()));
        Assert.Equal("Retry", Assert.ThrowsAny<ArgumentException>(() => TestApi.GetCall(new() { Retry = { [key] = new() } })).ParamName);
    }

    [Theory]
    [InlineData("1XX")]
    [InlineData("100")]
    [InlineData("599")]
    [InlineData("40001")]
    [InlineData("ih-6003")]
    public void Keys_that_can_stand_for_one_are_not(string key)
    {
        using TestClient client = new(configure: options => options.Retry[key] = new());
        TestApi.GetCall(new() { Retry = { [key] = new() } });
    }

    [Fact]
    public void Values_outside_their_range_are_refused_by_name()
    {
        Assert.Equal("Retry[A].Retries", RefusalOf(new() { Retries = 11 }));
        Assert.Equal("Retry[A].Retries", RefusalOf(new() { Retries = -1 }));
        Assert.Equal("Retry[A].BaseDelay", RefusalOf(new() { BaseDelay = TimeSpan.Zero }));
        Assert.Equal("Retry[A].MaxDelay", RefusalOf(new() { MaxDelay = Timeout.InfiniteTimeSpan }));
        Assert.Equal("Retry[A].Class", RefusalOf(new() { Class = RetryClass.Terminal }));
        Assert.Equal("Retry[A]", RefusalOf(null!));

        static string? RefusalOf(RetryOptions refused) => Refusal(options => options.Retry["A"] = refused);
    }

    private static string? Refusal(Action<ApiClientOptions> configure) => Assert.ThrowsAny<ArgumentException>(() => new TestClient(configure: configure)).ParamName;

    private static void Set(IDictionary<string, RetryOptions> entries, string key, int? retries)
    {
        if (retries is not null)
        {
            entries[key] = new() { Retries = retries };
        }
    }

    /// <summary>The waits of a call that always fails alike; what the catalog says of an unknown code can be given as a rule.</summary>
    private static async Task<IEnumerable<double>> WaitsAsync(int status, string body, RetryOptions own, string key = "NO_AVAILABLE_WORKERS", RetryRule? rule = null)
    {
        ErrorCatalog catalog = rule is null ? TestApi.Catalog : new(static error => new TestApiException(error))
        {
            Envelopes = TestApi.Catalog.Envelopes,
            Errors = [new("NEWER_THAN_THE_CATALOG", static error => new TestApiException(error)) { Retry = rule }],
        };
        using TestClient client = new(StubHandler.Of((status, body)), options => options.Retry[rule is null ? key : "NEWER_THAN_THE_CATALOG"] = own, catalog);
        await Assert.ThrowsAnyAsync<TestApiException>(() => client.GetAsync());
        return Seconds(client);
    }

    private static IEnumerable<double> Seconds(TestClient client) => client.Clock.Waits.Select(static wait => wait.TotalSeconds);
}
