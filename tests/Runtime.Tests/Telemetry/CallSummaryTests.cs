using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>What callers are told of their calls when these are over, and when: once, whatever the end.</summary>
public sealed class CallSummaryTests
{
    private const string NoWorkers = """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""";
    private const string Success = """{"id":"A1"}""";

    private readonly List<CallSummary> _told = [];

    [Fact]
    public async Task A_success_after_retries_names_all_its_tries()
    {
        using TestClient client = new(StubHandler.Of((503, NoWorkers), (503, NoWorkers), (200, Success)));

        await client.GetAsync(new() { OnCompleted = _told.Add });

        CallSummary summary = Assert.Single(_told);
        Assert.Equal((TestApi.GetAgent, 200, StopReason.Succeeded, TimeSpan.FromSeconds(1.5)), (summary.Operation, summary.Status, summary.StopReason, summary.Elapsed));
        Assert.Equal(
            [(1, 503, "NO_AVAILABLE_WORKERS", 0), (2, 503, "NO_AVAILABLE_WORKERS", 0.5), (3, 200, null, 1)],
            summary.Attempts.Select(static attempt => (attempt.Number, attempt.Status!.Value, attempt.Code, attempt.WaitedBefore.TotalSeconds)));
        Assert.Equal("getAgent: Succeeded after 3 tries (1.5 s)", summary.ToString());
    }

    [Fact]
    public async Task The_client_is_told_before_the_call_and_of_every_call()
    {
        List<(string Who, CallSummary Summary)> told = [];
        using TestClient client = new(StubHandler.Of((200, Success)), options => options.OnCompleted = summary => told.Add(("client", summary)));

        await client.GetAsync(new() { OnCompleted = summary => told.Add(("call", summary)) });
        await client.PostAsync();

        Assert.Equal([("client", "getAgent"), ("call", "getAgent"), ("client", "speak")], told.Select(static item => (item.Who, item.Summary.Operation.Id)));
        Assert.Same(told[0].Summary, told[1].Summary);
        Assert.Equal((1, 200, null), (Assert.Single(told[0].Summary.Attempts).Number, told[0].Summary.Attempts[0].Status!.Value, told[0].Summary.Attempts[0].Failure));
    }

    [Fact]
    public async Task An_error_is_told_as_its_exception_tells_it()
    {
        StubHandler handler = StubHandler.Of(static () => StubHandler.Response(503, NoWorkers, ("x-echo", $"it was {TestClient.Secret}")));
        using TestClient client = new(handler);

        NoAvailableWorkersException error = await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { OnCompleted = _told.Add }));

        CallSummary summary = Assert.Single(_told);
        Assert.Equal((503, StopReason.AttemptsSpent, "it was ***"), (summary.Status, summary.StopReason, summary.Headers["x-echo"]));
        Assert.Equal(4, summary.Attempts.Count);
        Assert.Equal(error.Attempts, summary.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(0.5 + 1 + 2), summary.Elapsed);
    }

    [Fact]
    public async Task Without_a_response_there_is_no_status()
    {
        using TestClient client = new(new StubHandler(
            static _ => Task.FromResult(StubHandler.Response(503, NoWorkers)),
            static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")));

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.GetAsync(new() { MaxRetries = 1, OnCompleted = _told.Add }));

        CallSummary summary = Assert.Single(_told);
        Assert.Equal((null, StopReason.AttemptsSpent), (summary.Status, summary.StopReason));
        Assert.Empty(summary.Headers);
        Assert.Equal([503, null], summary.Attempts.Select(static attempt => attempt.Status));
        Assert.Equal(error.Attempts, summary.Attempts);
    }

    [Fact]
    public async Task A_response_that_is_too_large_is_told_with_its_status()
    {
        using TestClient client = new(StubHandler.Of((200, Success)), static options => options.MaxResponseBytes = 5);

        await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync(new() { OnCompleted = _told.Add }));

        Assert.Equal((200, StopReason.NotRetryable, 1), (Assert.Single(_told).Status, _told[0].StopReason, _told[0].Attempts.Count));
    }

    [Fact]
    public async Task A_try_that_is_canceled_may_have_been_received()
    {
        using CancellationTokenSource source = new();
        using TestClient client = new(new StubHandler(
            static _ => Task.FromResult(StubHandler.Response(503, NoWorkers)),
            async cancellationToken =>
            {
                await source.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return StubHandler.Response(200);
            }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(new() { OnCompleted = _told.Add }, source.Token));

        CallSummary summary = Assert.Single(_told);
        Assert.Equal((null, StopReason.Canceled), (summary.Status, summary.StopReason));
        Assert.Equal([(503, null, true), (null, "The caller canceled.", true)], summary.Attempts.Select(static attempt => (attempt.Status, attempt.Failure, attempt.MayHaveBeenReceived)));
    }

    [Fact]
    public async Task A_try_that_is_canceled_before_its_turn_was_not_received()
    {
        using CancellationTokenSource source = new();
        using FixedWindowRateLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 5, Window = TimeSpan.FromMinutes(1), AutoReplenishment = false });
        using RateLimitLease taken = limiter.AttemptAcquire();
        using TestClient client = new(StubHandler.Of((200, Success)), options => options.RateLimits = new() { Limiter = limiter });

        Task<Agent> call = client.GetAsync(new() { OnCompleted = _told.Add }, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        ApiAttempt attempt = Assert.Single(Assert.Single(_told).Attempts);
        Assert.Equal(("The caller canceled.", false), (attempt.Failure, attempt.MayHaveBeenReceived));
    }

    [Fact]
    public async Task Of_two_tries_side_by_side_both_are_told()
    {
        using TestClient client = new(new StubHandler(
            static async cancellationToken =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return StubHandler.Response(200);
            },
            static _ => Task.FromResult(StubHandler.Response(200, Success))));

        await client.GetAsync(new() { HedgingDelay = TimeSpan.FromSeconds(2), OnCompleted = _told.Add });

        Assert.Equal((200, StopReason.Succeeded, TimeSpan.FromSeconds(2)), (Assert.Single(_told).Status, _told[0].StopReason, _told[0].Elapsed));
        Assert.Equal([(1, null, true), (2, 200, false)], _told[0].Attempts.Select(static attempt => (attempt.Number, attempt.Status, attempt.Failure is not null)));
    }

    [Fact]
    public async Task A_wait_that_is_canceled_is_no_try()
    {
        using CancellationTokenSource source = new();
        using TestClient client = new(StubHandler.Of((503, NoWorkers)));
        client.Clock.Waiting = _ => source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(new() { OnCompleted = _told.Add }, source.Token));

        Assert.Equal((StopReason.Canceled, 503), (Assert.Single(_told).StopReason, Assert.Single(_told[0].Attempts).Status));
    }

    [Fact]
    public async Task Nobody_is_told_of_a_call_that_does_not_begin()
    {
        using TestClient client = new(StubHandler.Of((200, Success)), options => options.OnCompleted = _told.Add);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: new(canceled: true)));

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Of_the_callers_own_exceptions_no_reason_of_the_set_is_true()
    {
        using TestClient client = new(StubHandler.Of((200, Success)));
        ApiCall call = new(TestApi.Speak, new() { OnCompleted = _told.Add });
        call.Path("agent_code", "A1");
        call.FileBody(FileUpload.FromFactory(static _ => throw new InvalidDataException()));

        await Assert.ThrowsAsync<InvalidDataException>(() => client.CallAsync(call));
        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new(TestApi.GetAgent, new() { OnCompleted = _told.Add })));

        Assert.Equal(["System.IO.InvalidDataException", "System.ArgumentException"], _told.Select(static summary => Assert.Single(summary.Attempts).Failure!.Split(' ')[^1].TrimEnd('.')));
        Assert.All(_told, static summary => Assert.Equal((null, null), (summary.Status, summary.StopReason)));
        Assert.StartsWith("speak: ended by an exception after 1 try", _told[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_try_before_a_decision_that_throws_is_told_as_it_ended()
    {
        using TestClient client = new(StubHandler.Of((503, NoWorkers)));

        await Assert.ThrowsAsync<InvalidDataException>(() => client.GetAsync(new() { OnCompleted = _told.Add, DecideRetry = static _ => throw new InvalidDataException() }));

        Assert.Equal((null, null), (Assert.Single(_told).Status, _told[0].StopReason));
        Assert.Equal((503, "NO_AVAILABLE_WORKERS", null), (Assert.Single(_told[0].Attempts).Status, _told[0].Attempts[0].Code, _told[0].Attempts[0].Failure));
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_says_its_own_reason_and_nothing_was_sent()
    {
        StubHandler handler = StubHandler.Of((200, Success));
        ApiError refused = new() { Message = "no", Status = 400, StopReason = StopReason.QuotaSpent };
        using TestClient client = new(handler, credentials: [ApiCredential.Bearer("apiSecret", null, _ => throw new TestApiException(refused))]);

        await Assert.ThrowsAsync<TestApiException>(() => client.GetAsync(new() { OnCompleted = _told.Add }));

        Assert.Equal((null, StopReason.QuotaSpent, 0), (Assert.Single(_told).Status, _told[0].StopReason, _told[0].Attempts.Count));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task What_the_observer_throws_is_thrown_after_a_success_and_the_response_is_closed()
    {
        StubHandler handler = StubHandler.Of((200, Success));
        using TestClient client = new(handler);

        await Assert.ThrowsAsync<InvalidDataException>(() => client.GetAsync(new() { OnCompleted = static _ => throw new InvalidDataException() }));
        await Assert.ThrowsAsync<InvalidDataException>(() => client.Stream(EventApi.News, TestApi.GetCall(new() { OnCompleted = static _ => throw new InvalidDataException() })).ToListAsync());

        Assert.Equal((2, 0), (handler.Requests.Count, handler.LiveResponses));
    }

    [Fact]
    public async Task What_it_throws_after_a_failure_does_not_hide_that()
    {
        using TestClient refused = new(StubHandler.Of((404, """{"error":{"code":"AGENT_NOT_FOUND"}}""")), static options => options.OnCompleted = static _ => throw new InvalidDataException());
        using TestClient broken = new(new StubHandler(static _ => throw new HttpRequestException("gone")), static options => options.OnCompleted = static _ => throw new InvalidDataException());

        await Assert.ThrowsAsync<AgentNotFoundException>(() => refused.GetAsync());
        await Assert.ThrowsAsync<TransportException>(() => broken.GetAsync(new() { MaxRetries = 0 }));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task What_one_observer_throws_keeps_nothing_from_the_other(int status)
    {
        using TestClient client = new(StubHandler.Of((status, Success)), static options => options.OnCompleted = static _ => throw new InvalidDataException());

        Exception? error = await Record.ExceptionAsync(() => client.GetAsync(new() { OnCompleted = _told.Add }));

        Assert.Equal(status == 200, error is InvalidDataException);
        Assert.Equal(status, Assert.Single(_told).Status);
    }

    [Fact]
    public async Task Each_connection_of_a_stream_is_told_with_its_head()
    {
        StubHandler handler = new(
            static _ => Task.FromResult(StubHandler.Response(503, NoWorkers)),
            static _ => Task.FromResult(EventApi.Response(new MemoryStream("data:a\n\n"u8.ToArray()))),
            static _ => Task.FromResult(StubHandler.Response(204)));
        using TestClient client = new(handler);
        List<int> toldBefore = [];

        await foreach (ServerSentEvent _ in client.Stream(EventApi.News, TestApi.GetCall(new() { OnCompleted = _told.Add })))
        {
            toldBefore.Add(_told.Count);
        }

        Assert.Equal([1], toldBefore);
        Assert.Equal([(200, StopReason.Succeeded), (204, StopReason.Succeeded)], _told.Select(static summary => (summary.Status!.Value, summary.StopReason!.Value)));
        Assert.Equal([503, 200], _told[0].Attempts.Select(static attempt => attempt.Status));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_counts_its_try_once()
    {
        StubHandler handler = EventApi.Answering("data:a\n\n");
        using TestClient client = new(handler);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.Stream(EventApi.Chat, TestApi.GetCall(new() { OnCompleted = _told.Add })).ToListAsync());

        Assert.Equal(200, Assert.Single(Assert.Single(_told).Attempts).Status);
        Assert.NotNull(Assert.Single(error.Attempts).Failure);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_handshake_of_a_channel_is_a_call()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(static peer => peer.CloseAsync());
        await using AnalyzeChannel channel = await session.ConnectAsync(request: new() { OnCompleted = _told.Add });

        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
        Assert.Equal(("analyze", 101, StopReason.Succeeded), (Assert.Single(_told).Operation.Id, _told[0].Status, _told[0].StopReason));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_channel_whose_observer_throws_is_closed()
    {
        TaskCompletionSource isGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await Record.ExceptionAsync(peer.ReceiveAsync);
            isGone.SetResult();
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => session.ConnectAsync(request: new() { OnCompleted = static _ => throw new InvalidDataException() }));
        await isGone.Task;
    }

    /// <summary>The second time, so that nothing is measured that the runtime makes once.</summary>
    [Fact]
    public void Where_nobody_listens_nothing_is_made()
    {
        CompletionPolicy policy = new(new(), new Answering());
        PipelineContext context = new(TestApi.GetCall(new() { MaxRetries = 1 }), new(), CancellationToken.None);
        Send();

        Assert.Equal(0, Send());

        long Send()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(policy.SendAsync(context, CancellationToken.None).IsCompletedSuccessfully);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private sealed class Answering : PipelinePolicy
    {
        public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken) => default;
    }
}
