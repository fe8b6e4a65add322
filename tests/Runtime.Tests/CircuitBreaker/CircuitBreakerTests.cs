using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>Which answers open the circuit of a client, and what its calls throw then. It opens here at the second request, if both failed.</summary>
public class CircuitBreakerTests
{
    private const string NoWorkers = """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""";
    private const string Success = """{"id":"A1"}""";

    private static readonly TimeSpan s_break = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task An_open_circuit_sends_nothing_and_says_for_how_long()
    {
        StubHandler handler = StubHandler.Of((500, ""));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);
        client.Clock.Advance(TimeSpan.FromSeconds(2));

        CircuitOpenException error = await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());

        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal("The circuit of https://api.example is open: 2 of 2 requests failed within 30 s.", error.Message);
        Assert.Equal((TimeSpan.FromSeconds(3), StopReason.NotRetryable, true, "getAgent"), (error.RetryAfter, error.StopReason, error.IsRetryable, error.Operation?.Id));
        Assert.False(Assert.Single(error.Attempts).MayHaveBeenReceived);
        Assert.DoesNotContain(TestClient.Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_break_a_success_closes_it()
    {
        StubHandler handler = StubHandler.Of((500, ""), (500, ""), (200, Success));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);
        client.Clock.Advance(s_break);

        await client.GetAsync();
        await client.GetAsync();
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task After_the_break_a_failure_opens_it_again()
    {
        StubHandler handler = StubHandler.Of((500, ""));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);
        client.Clock.Advance(s_break);

        await FailAsync(client, 1);
        CircuitOpenException error = await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());
        Assert.Equal((3, s_break), (handler.Requests.Count, error.RetryAfter));
    }

    /// <summary>The catalog says which codes are transient: 429 is throttling, and so is a 503 whose rule says capacity.</summary>
    [Theory]
    [InlineData(500, "", true)]
    [InlineData(502, "", true)]
    [InlineData(503, "", true)]
    [InlineData(503, NoWorkers, false)]
    [InlineData(504, "", true)]
    [InlineData(408, "", true)]
    [InlineData(429, "", false)]
    [InlineData(404, "", false)]
    [InlineData(401, "", false)]
    [InlineData(501, "", false)]
    public async Task Only_transient_failures_count(int status, string body, bool opens)
    {
        ErrorCatalog catalog = new(static error => new TestApiException(error))
        {
            Envelopes = [new() { Code = "/error/code" }],
            Errors = [new("NO_AVAILABLE_WORKERS", static error => new TestApiException(error)) { Status = 503, Retry = RetryRule.Backoff(1, s_break, s_break) with { Class = RetryClass.Capacity } }],
        };
        StubHandler handler = StubHandler.Of((status, body));
        using TestClient client = Client(handler, catalog: catalog);
        await FailAsync(client, 2);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.GetAsync());
        Assert.Equal(opens, error is CircuitOpenException);
        Assert.Equal(opens ? 2 : 3, handler.Requests.Count);
    }

    [Fact]
    public async Task No_answer_counts()
    {
        using StubHandler handler = new(static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);
        await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_try_that_takes_too_long_counts()
    {
        FakeTimeProvider clock = new();
        using StubHandler handler = new(async token =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        });
        using TestClient client = Client(handler, clock: clock, configure: static options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        await FailAsync(client, 2);
        await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());
    }

    [Fact]
    public async Task What_the_caller_or_the_client_ends_does_not_count()
    {
        using CancellationTokenSource caller = new();
        using StubHandler handler = new(async token =>
        {
            caller.Cancel();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        });
        using TestClient client = Client(handler, minimum: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: caller.Token));

        using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 0 });
        using RateLimitLease taken = limiter.AttemptAcquire();
        StubHandler limited = StubHandler.Of((500, ""));
        using TestClient limitedClient = Client(limited, minimum: 1, configure: options => options.RateLimits = new() { Mode = RateLimitMode.Refuse, Limiter = limiter });
        await Assert.ThrowsAsync<ClientRateLimitException>(() => limitedClient.GetAsync());
        await Assert.ThrowsAsync<ClientRateLimitException>(() => limitedClient.GetAsync());
    }

    [Fact]
    public async Task An_answer_that_is_too_large_shows_that_the_service_works()
    {
        StubHandler handler = StubHandler.Of((500, ""), (500, ""), (200, Success), (500, ""), (200, "{}"));
        using TestClient client = Client(handler, configure: static options => options.MaxResponseBytes = 5);
        await FailAsync(client, 2);
        client.Clock.Advance(s_break);

        await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());
        await FailAsync(client, 1);
        await Record.ExceptionAsync(() => client.GetAsync());
        Assert.Equal(5, handler.Requests.Count);
    }

    /// <summary>Nothing was sent, so that nothing is known of the service.</summary>
    [Fact]
    public async Task A_token_that_does_not_come_in_time_does_not_count()
    {
        FakeTimeProvider clock = new();
        bool isAway = true;
        ApiCredential token = ApiCredential.Bearer("apiSecret", null, async cancellationToken =>
        {
            if (isAway)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return new AccessToken("t");
        });
        StubHandler handler = StubHandler.Of((200, Success));
        using TestClient client = new(handler, static options => (options.CircuitBreaker, options.AttemptTimeout, options.MaxRetries) = (new() { MinimumThroughput = 1 }, TimeSpan.FromSeconds(1), 0), TestApi.EmptyCatalog, clock, credentials: [token]);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync());
        isAway = false;
        await client.GetAsync();
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_call_whose_own_failure_opens_it_throws_that_and_does_not_wait()
    {
        StubHandler handler = StubHandler.Of((500, ""));
        using TestClient client = Client(handler, retries: 2);

        TestApiException error = await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync());

        Assert.Equal((500, StopReason.QuotaSpent, 2), (error.Status, error.StopReason, error.Attempts.Count));
        Assert.Equal((2, 1), (handler.Requests.Count, client.Clock.Waits.Count));
    }

    [Theory]
    [InlineData(4.999, false)]
    [InlineData(5, true)]
    public async Task A_wait_that_outlasts_the_break_is_made(double seconds, bool isRepeated)
    {
        StubHandler handler = StubHandler.Of((500, ""), (200, Success));
        ErrorCatalog catalog = new(static error => new TestApiException(error)) { Statuses = [new(500, 500, static error => new TestApiException(error)) { Retry = RetryRule.After(TimeSpan.FromSeconds(seconds), 1) }] };
        using TestClient client = Client(handler, catalog: catalog, minimum: 1, retries: 1);

        ApiResult<Agent> result = await ApiResult.From(client.GetAsync());
        Assert.Equal((isRepeated, isRepeated ? 2 : 1), (result.IsSuccess, handler.Requests.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_circuit_that_opens_during_the_wait_does_not_hide_the_failure(bool hasAnswer)
    {
        int count = 0;
        using StubHandler handler = new(_ => ++count == 1 && !hasAnswer
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut")
            : Task.FromResult(StubHandler.Response(count == 1 ? 502 : 500)));
        FakeTimeProvider clock = new();
        RetryQuota quota = new();
        using TestClient client = Client(handler, retries: 2, clock: clock, configure: options => options.RetryQuota = quota);
        clock.Waiting = _ =>
        {
            // While the first call waits, a second one fails too.
            clock.Waiting = null;
            Assert.ThrowsAsync<TestApiException>(() => client.GetAsync(new() { MaxRetries = 0 })).GetAwaiter().GetResult();
            clock.Advance(TimeSpan.FromSeconds(1));
        };

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.GetAsync());

        Assert.Equal(hasAnswer ? typeof(TestApiException) : typeof(TransportException), error.GetType());
        Assert.Equal((hasAnswer ? 502 : null, StopReason.QuotaSpent), (error.Status, error.StopReason));
        Assert.Equal([true, false], error.Attempts.Select(static attempt => attempt.MayHaveBeenReceived));
        Assert.Equal((2, 0), (handler.Requests.Count, handler.LiveResponses));

        // The retry that was not sent has cost nothing.
        Assert.Equal(100, quota.Tokens);
    }

    /// <summary>The row has ten waits, which double from 1 s up to 30 s: 1 + 2 + 4 + 8 + 16 + 5 * 30 = 181 s.</summary>
    [Theory]
    [InlineData(182, false)]
    [InlineData(180, true)]
    public async Task A_stream_waits_for_the_circuit_as_long_as_its_row_of_tries(int breakSeconds, bool isConnectedAgain)
    {
        int count = 0;
        using StubHandler handler = new(_ => Task.FromResult(++count switch
        {
            1 => EventApi.Response(new MemoryStream("data:a\n\n"u8.ToArray())),
            2 => StubHandler.Response(500),
            _ => StubHandler.Response(204),
        }));
        FakeTimeProvider clock = new();
        using TestClient client = Client(handler, clock: clock, configure: options =>
        {
            options.MaxRetries = null;
            (options.CircuitBreaker!.FailureRatio, options.CircuitBreaker.BreakDuration) = (0.5, TimeSpan.FromSeconds(breakSeconds));
        });
        clock.Waiting = wait =>
        {
            clock.Waiting = null;
            Assert.ThrowsAsync<TestApiException>(() => client.GetAsync(new() { MaxRetries = 0 })).GetAwaiter().GetResult();
            clock.Advance(wait);
        };

        Task<List<ServerSentEvent>> events = client.Stream(EventApi.News, TestApi.GetCall()).ToListAsync();

        if (isConnectedAgain)
        {
            Assert.Single(await events);
        }
        else
        {
            // Why there is no new connection must not hide why one was needed.
            Assert.Equal(StopReason.QuotaSpent, (await Assert.ThrowsAsync<TransportException>(() => events)).StopReason);
        }

        Assert.Equal(isConnectedAgain ? 3 : 2, handler.Requests.Count);
    }

    [Fact]
    public async Task Each_service_has_a_circuit_of_its_own()
    {
        StubHandler handler = StubHandler.Of((500, ""));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);
        ApiOperationInfo elsewhere = new("upload", HttpMethod.Get, "/upload") { Server = new("https://files.example", "https://api.example/base") };

        await Assert.ThrowsAsync<TestApiException>(() => client.CallAsync(new(elsewhere)));
        await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_question_whether_the_service_is_ready_is_always_sent_and_never_counts()
    {
        StubHandler handler = StubHandler.Of((500, ""), (500, ""), (200, Success));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);

        await client.GetAsync(RequestOptions.OfProbe(null, s_break));
        await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());
    }

    [Fact]
    public async Task A_hedge_that_it_does_not_let_through_is_not_missed()
    {
        using HedgingRun run = new(static options => options.CircuitBreaker = new() { MinimumThroughput = 1, BreakDuration = TimeSpan.FromMilliseconds(50) });
        Task<Agent> failing = run.Client.GetAsync();
        run.First.Give(500, "");
        await Assert.ThrowsAsync<TestApiException>(() => failing);
        run.Clock.Advance(TimeSpan.FromMilliseconds(50));

        Task<Agent> call = run.Client.GetAsync();
        run.PassDelay();
        run.Second.Give(200);
        await call;
        Assert.Equal(2, run.Sent);
    }

    [Fact]
    public async Task In_a_fleet_the_call_goes_to_another_endpoint()
    {
        StubHandler handler = StubHandler.Of((500, ""));
        using TestClient client = Client(handler);
        await FailAsync(client, 2);
        Uri broken = new("http://broken.example");
        TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using FakeEndpoint idle = new(static _ => Task.FromResult(ReadyWith(load: 0)));
        using FakeEndpoint busy = new(async token =>
        {
            await called.Task.WaitAsync(token);
            return ReadyWith(load: 9);
        });
        using Fleet<FakeEndpoint> fleet = new(EndpointProvider.List(broken, new("http://working.example")), address => address == broken ? idle : busy);

        string result = await fleet.RunAsync(async (endpoint, token) =>
        {
            called.TrySetResult();
            return endpoint == idle ? (await client.GetAsync(cancellationToken: token)).Id : "done";
        }).WaitAsync(TimeSpan.FromSeconds(30));

        // The other one is chosen when this one, with less load, has been ejected for three failures in a row.
        Assert.Equal("done", result);
        Assert.Equal((EndpointState.Ejected, 3), fleet.Endpoints.Where(endpoint => endpoint.Address == broken).Select(static endpoint => (endpoint.State, endpoint.Failures)).Single());
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task The_exception_is_the_type_of_the_error_in_telemetry()
    {
        using Listeners heard = new("open.example");
        using TestClient client = Client(StubHandler.Of((500, "")), configure: static options => options.BaseAddress = new("https://open.example"));
        await FailAsync(client, 2);
        await Assert.ThrowsAsync<CircuitOpenException>(() => client.GetAsync());
        Assert.Equal("Dragoman.CircuitOpenException", heard.Activities[^1].GetTagItem("error.type"));
    }

    [Theory]
    [InlineData(0, 20, 30, 5, "FailureRatio")]
    [InlineData(1.1, 20, 30, 5, "FailureRatio")]
    [InlineData(double.NaN, 20, 30, 5, "FailureRatio")]
    [InlineData(0.5, 0, 30, 5, "MinimumThroughput")]
    [InlineData(0.5, 20, 0, 5, "SamplingDuration")]
    [InlineData(0.5, 20, 30, -0.001, "BreakDuration")]
    [InlineData(0.5, 20, 30, 5000000, "BreakDuration")]
    public void Values_outside_their_range_are_refused(double ratio, int minimum, double sampling, double length, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new TestClient(configure: options => options.CircuitBreaker = new()
        {
            FailureRatio = ratio, MinimumThroughput = minimum, SamplingDuration = TimeSpan.FromSeconds(sampling), BreakDuration = TimeSpan.FromSeconds(length),
        }));

    private static TestClient Client(StubHandler handler, int minimum = 2, int retries = 0, ErrorCatalog? catalog = null, FakeTimeProvider? clock = null, Action<ApiClientOptions>? configure = null) => new(
        handler,
        options =>
        {
            options.CircuitBreaker = new() { FailureRatio = 1, MinimumThroughput = minimum, BreakDuration = s_break };
            (options.MaxRetries, options.RetryQuota) = (retries, new RetryQuota());
            configure?.Invoke(options);
        },
        catalog ?? TestApi.EmptyCatalog,
        clock);

    private static Readiness ReadyWith(double load) => new() { State = ReadinessState.Ready, Load = load };

    private static async Task FailAsync(TestClient client, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.GetAsync());
            Assert.IsNotType<CircuitOpenException>(error);
        }
    }
}
