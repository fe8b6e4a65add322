namespace Dragoman.Runtime.Tests;

public class TimeoutTests
{
    [Fact]
    public void A_limit_of_each_try_is_added_where_the_call_has_none()
    {
        RequestOptions given = new() { MaxRetries = 1, Headers = { ["x-trace"] = "a" } };

        RequestOptions limited = RequestOptions.WithAttemptTimeout(given, TimeSpan.FromSeconds(2));

        Assert.Equal((TimeSpan.FromSeconds(2), 1, "a"), (limited.AttemptTimeout!.Value, limited.MaxRetries!.Value, limited.Headers["x-trace"]));
        Assert.Null(given.AttemptTimeout);
        Assert.Same(limited, RequestOptions.WithAttemptTimeout(limited, TimeSpan.FromSeconds(9)));
        Assert.Equal(TimeSpan.FromSeconds(9), RequestOptions.WithAttemptTimeout(null, TimeSpan.FromSeconds(9)).AttemptTimeout);
    }

    [Fact]
    public async Task A_try_that_takes_too_long_is_repeated_and_then_a_timeout()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = Hanging(clock, TimeSpan.FromSeconds(100));
        using TestClient client = new(handler, static options => options.Timeout = Timeout.InfiniteTimeSpan, clock: clock);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync());

        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal((TimeoutScope.Attempt, TimeSpan.FromSeconds(100)), (error.Scope, error.Timeout));
        Assert.Equal(StopReason.AttemptsSpent, error.StopReason);
        Assert.True(error.MayHaveBeenReceived);
        Assert.Null(error.Status);
        Assert.IsNotAssignableFrom<OperationCanceledException>(error);
        Assert.Equal([100, 100, 100], error.Attempts.Select(static attempt => attempt.Elapsed.TotalSeconds));
        Assert.All(error.Attempts, static attempt => Assert.NotNull(attempt.Failure));
    }

    [Fact]
    public async Task A_POST_that_takes_too_long_is_sent_once()
    {
        FakeTimeProvider clock = new();
        StubHandler handler = Hanging(clock, TimeSpan.FromSeconds(7));
        using TestClient client = new(handler, clock: clock);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.PostAsync(new() { AttemptTimeout = TimeSpan.FromSeconds(7) }));

        Assert.Single(handler.Requests);
        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
        Assert.Equal(TimeSpan.FromSeconds(7), error.Timeout);
    }

    /// <summary>What was not sent cannot take effect twice, so that the try is repeated for every method.</summary>
    [Fact]
    public async Task A_POST_whose_token_takes_too_long_is_tried_again()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource isBack = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ApiCredential slow = ApiCredential.Bearer("apiSecret", null, async cancellationToken =>
        {
            if (!isBack.Task.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(7));
                await isBack.Task.WaitAsync(cancellationToken);
            }

            return new AccessToken("t");
        });
        clock.Waiting = wait =>
        {
            isBack.TrySetResult();
            clock.Advance(wait);
        };
        StubHandler handler = StubHandler.Of((200, """{"id":"A1"}"""));
        using TestClient client = new(handler, clock: clock, credentials: [slow]);
        CallSummary? summary = null;

        await client.PostAsync(new() { AttemptTimeout = TimeSpan.FromSeconds(7), OnCompleted = told => summary = told });

        Assert.Single(handler.Requests);
        Assert.Equal([false, true], summary!.Attempts.Select(static attempt => attempt.MayHaveBeenReceived));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(-0.001)] // infinite
    public async Task The_deadline_ends_a_try(double attemptSeconds)
    {
        FakeTimeProvider clock = new();
        StubHandler handler = Hanging(clock, TimeSpan.FromSeconds(30));
        RequestOptions options = new() { Timeout = TimeSpan.FromSeconds(30), AttemptTimeout = TimeSpan.FromSeconds(attemptSeconds) };
        using TestClient client = new(handler, clock: clock);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync(options));

        Assert.Equal((TimeoutScope.Call, TimeSpan.FromSeconds(30)), (error.Scope, error.Timeout));
        Assert.Equal(StopReason.DeadlineTooClose, error.StopReason);
        Assert.Single(handler.Requests);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task The_time_limit_of_a_given_client_is_a_timeout_too()
    {
        using HttpClient httpClient = new(new StubHandler(HangAsync)) { Timeout = TimeSpan.FromMilliseconds(1) };
        using ApiPipeline pipeline = new(new() { BaseAddress = new("https://api.example"), MaxRetries = 0 }, TestApi.Catalog, [], httpClient);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None));

        Assert.Equal((TimeoutScope.Attempt, TimeSpan.FromMilliseconds(1)), (error.Scope, error.Timeout));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_while_sending_carries_the_token_of_the_caller(bool hasTimeouts)
    {
        using CancellationTokenSource source = new();
        StubHandler handler = new(token =>
        {
            source.Cancel();
            return HangAsync(token);
        });
        TimeSpan timeout = hasTimeouts ? TimeSpan.FromMinutes(1) : Timeout.InfiniteTimeSpan;
        using TestClient client = new(handler, options => (options.Timeout, options.AttemptTimeout) = (timeout, timeout));

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Cancellation_while_waiting_carries_the_token_of_the_caller()
    {
        using CancellationTokenSource source = new();
        StubHandler handler = StubHandler.Of((502, ""));
        using TestClient client = new(handler);
        client.Clock.Waiting = _ => source.Cancel();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Single(handler.Requests);
        Assert.Equal(0, handler.LiveResponses);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_token_that_is_canceled_already()
    {
        StubHandler handler = StubHandler.Of((200, ""));
        using TestClient client = new(handler);
        CancellationToken token = new(canceled: true);

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(cancellationToken: token));

        Assert.Equal(token, canceled.CancellationToken);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_body_that_does_not_end_is_a_timeout_and_of_an_error_still_the_error()
    {
        FakeTimeProvider clock = new();
        StubHandler success = Stalling(200, clock);
        StubHandler failure = Stalling(404, clock);
        using TestClient successClient = new(success, static options => options.MaxRetries = 0, clock: clock);
        using TestClient failureClient = new(failure, clock: clock);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => successClient.GetAsync());
        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => failureClient.GetAsync());

        Assert.Equal("gone", error.Message);
        Assert.Equal((0, 0), (success.LiveResponses, failure.LiveResponses));
    }

    private static StubHandler Hanging(FakeTimeProvider clock, TimeSpan time) => new(token =>
    {
        clock.Advance(time);
        return HangAsync(token);
    });

    private static StubHandler Stalling(int status, FakeTimeProvider clock) => new(_ =>
    {
        HttpResponseMessage response = StubHandler.Response(status);
        response.Content = new StreamContent(new StallingStream("""{"error":{"code":"AGENT_NOT_FOUND","message":"gone","""u8.ToArray(), () => clock.Advance(TimeSpan.FromSeconds(100))));
        return Task.FromResult(response);
    });

    private static async Task<HttpResponseMessage> HangAsync(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("Nothing ends an infinite wait but its token.");
    }
}
