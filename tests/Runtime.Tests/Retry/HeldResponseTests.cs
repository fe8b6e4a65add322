namespace Dragoman.Runtime.Tests;

/// <summary>What becomes of an error response whose retry is being decided on when something else ends the call.</summary>
public class HeldResponseTests
{
    [Fact]
    public async Task A_quota_that_fails_ends_the_call_and_the_response()
    {
        Run run = new(503, options => options.RetryQuota = new FailingQuota(new FormatException("No such quota.")));

        FormatException error = await Assert.ThrowsAsync<FormatException>(() => run.SendAsync());

        Assert.Equal("No such quota.", error.Message);
        run.AssertDisposed(responses: 1);
    }

    // The quota may itself be a client's, whose failure is not that of the try.
    [Fact]
    public async Task A_failure_of_a_quota_is_not_repeated_as_one_of_the_service()
    {
        TransportException lost = new(new() { Message = "The quota is away." }, mayHaveBeenReceived: false);
        Run run = new(503, options => options.RetryQuota = new FailingQuota(lost));

        Assert.Same(lost, await Assert.ThrowsAsync<TransportException>(() => run.SendAsync()));
        run.AssertDisposed(responses: 1);
    }

    [Fact]
    public async Task A_decision_that_fails_ends_the_call_and_the_response()
    {
        Run run = new(503, static options => options.DecideRetry = static _ => throw new FormatException());

        await Assert.ThrowsAsync<FormatException>(() => run.SendAsync());

        run.AssertDisposed(responses: 1);
    }

    [Fact]
    public async Task A_quota_that_takes_nothing_back_ends_the_call_and_the_response()
    {
        Run run = new(200, options => options.RetryQuota = new FailingQuota(new FormatException()));

        await Assert.ThrowsAsync<FormatException>(() => run.SendAsync());

        run.AssertDisposed(responses: 1);
    }

    [Theory]
    [InlineData(100)] // in the wait for the first retry
    [InlineData(0)] // in the wait of one that the quota has no tokens for, while the response is held
    public async Task A_wait_that_is_canceled_keeps_no_response(int tokens)
    {
        using CancellationTokenSource caller = new();
        Run run = new(503, options => options.RetryQuota = new RetryQuota(tokens: tokens), isLongPoll: true);
        run.Clock.Waiting = _ => caller.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.SendAsync(caller.Token));

        run.AssertDisposed(responses: 1);
    }

    /// <summary>The retry policy over a transport whose responses are kept an eye on.</summary>
    private sealed class Run
    {
        private readonly ApiOperationInfo _operation;
        private readonly PipelineSettings _settings;
        private readonly Observer _observer;
        private readonly RetryPolicy _policy;

        public Run(int status, Action<ApiClientOptions> configure, bool isLongPoll = false)
        {
            ApiClientOptions options = new() { BaseAddress = new("https://api.example"), TimeProvider = Clock, Random = new FixedRandom() };
            configure(options);
            HttpClient client = new(StubHandler.Of((status, """{"id":"A1"}""")));
            _operation = new("next", HttpMethod.Get, "/next") { IsLongPoll = isLongPoll };
            _settings = new(options.Checked(), BaseAddress.Of(options.BaseAddress, null), TestApi.EmptyCatalog, []);
            _observer = new(new TransportPolicy(client, client, true, _settings));
            AuthenticationPolicy authentication = new([], Clock, _observer);
            _policy = new(_settings.Options, new(_settings, authentication), authentication);
        }

        public FakeTimeProvider Clock { get; } = new();

        public async Task SendAsync(CancellationToken cancellationToken = default) =>
            await _policy.SendAsync(new(new ApiCall(_operation), _settings.Options, cancellationToken), cancellationToken);

        public void AssertDisposed(int responses)
        {
            Assert.Equal(responses, _observer.Responses.Count);
            Assert.All(_observer.Responses, static response => Assert.Throws<ObjectDisposedException>(() => response.Body));
        }
    }

    private sealed class Observer(PipelinePolicy next) : PipelinePolicy
    {
        public List<ApiResponse> Responses { get; } = [];

        public override async ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
        {
            ApiResponse response = await next.SendAsync(context, cancellationToken);
            Responses.Add(response);
            return response;
        }
    }

    private sealed class FailingQuota(Exception failure) : IRetryQuota
    {
        public ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken) => ValueTask.FromException<bool>(failure);

        public void Return(int tokens) => throw failure;
    }
}
