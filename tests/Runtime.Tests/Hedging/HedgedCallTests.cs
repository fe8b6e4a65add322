using System.Threading.RateLimiting;

namespace Dragoman.Runtime.Tests;

/// <summary>Which calls are hedged, and by whose options.</summary>
public class HedgedCallTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Nothing_is_hedged_unless_it_is_asked_for()
    {
        using HedgingRun run = new(static options => options.HedgingDelay = null);
        await AssertSentAsync(run, run.Client.GetAsync(), 1);
    }

    [Fact]
    public async Task What_could_take_effect_twice_is_not_hedged()
    {
        using HedgingRun run = new();
        await AssertSentAsync(run, run.Client.PostAsync(), 1);
    }

    [Fact]
    public async Task Both_tries_have_the_same_idempotency_key()
    {
        using HedgingRun run = new();
        ApiCall call = TestApi.PostCall();
        call.IdempotencyKey("Idempotency-Key", value: null);

        await AssertSentAsync(run, run.Client.CallAsync(call), 2);

        Assert.NotEmpty(run.Handler.Requests[0].Headers["Idempotency-Key"]);
        Assert.Equal(run.Handler.Requests[0].Headers["Idempotency-Key"], run.Handler.Requests[1].Headers["Idempotency-Key"]);
        Assert.Equal(["\"hello\"", "\"hello\""], run.Handler.Requests.Select(static request => request.Body));
    }

    [Theory]
    [InlineData(13, 1)]
    [InlineData(14, 2)]
    public async Task Without_tokens_nothing_is_hedged(int tokens, int sent)
    {
        using HedgingRun run = new(tokens: tokens);
        await AssertSentAsync(run, run.Client.GetAsync(), sent);
    }

    [Fact]
    public async Task A_delay_of_zero_sends_two_at_once()
    {
        using HedgingRun run = new(static options => options.HedgingDelay = TimeSpan.Zero);
        Task<Agent> call = run.Client.GetAsync();
        Assert.Equal(2, run.Sent);
        run.First.Give(200);
        await call;
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(100, null, 2)]
    [InlineData(-1, 100, 2)]
    [InlineData(100, -1, 1)]
    public async Task A_call_goes_before_its_operation_and_that_before_the_client(int? operation, int? ofCall, int sent)
    {
        using HedgingRun run = new(options =>
        {
            options.HedgingDelay = s_long;
            options.Operations["getAgent"] = new() { HedgingDelay = Milliseconds(operation) };
        });
        await AssertSentAsync(run, run.Client.GetAsync(new() { HedgingDelay = Milliseconds(ofCall) }), sent);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(50 * 24 * 3600)]
    public async Task A_delay_outside_its_range_is_refused(double seconds)
    {
        TimeSpan delay = TimeSpan.FromSeconds(seconds);
        Assert.Throws<ArgumentOutOfRangeException>("HedgingDelay", () => new HedgingRun(options => options.HedgingDelay = delay));

        using HedgingRun run = new();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("HedgingDelay", () => run.Client.GetAsync(new() { HedgingDelay = delay }));
    }

    [Fact]
    public async Task A_long_poll_is_slow_on_purpose()
    {
        using HedgingRun run = new();
        ApiCall call = new(new("poll", HttpMethod.Get, "/poll") { IsLongPoll = true });
        await AssertSentAsync(run, run.Client.CallAsync(call), 1);
    }

    [Fact]
    public async Task A_question_whether_the_service_is_ready_is_asked_again_anyway()
    {
        using HedgingRun run = new();
        await AssertSentAsync(run, run.Client.GetAsync(RequestOptions.OfProbe(null, s_long)), 1);
    }

    [Fact]
    public async Task A_stream_of_the_caller_is_read_by_one_try_at_a_time()
    {
        using HedgingRun run = new();
        using MemoryStream stream = new([1, 2, 3]);
        await AssertSentAsync(run, run.Client.CallAsync(UploadApi.File(FileUpload.FromStream(stream))), 1);
        await AssertSentAsync(run, run.Client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[] { 1 }))), 3, first: 1);
    }

    [Fact]
    public async Task A_body_whose_progress_is_watched_is_sent_once()
    {
        using HedgingRun run = new();
        await AssertSentAsync(run, run.Client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[] { 1 }), new() { Progress = new Progress<long>() })), 1);
    }

    [Fact]
    public async Task A_hedge_that_the_own_limit_refuses_is_not_missed()
    {
        using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 0 });
        using HedgingRun run = new(options => options.RateLimits = new() { Mode = RateLimitMode.Refuse, Limiter = limiter });
        List<CallSummary> summaries = [];

        await AssertSentAsync(run, run.Client.GetAsync(new() { OnCompleted = summaries.Add }), 1);

        Assert.Equal([(null, false), (200, true)], summaries.Single().Attempts.Select(static attempt => (attempt.Status, attempt.MayHaveBeenReceived)));
    }

    // Every third answer is an error that waits for the other try, and the answers come by any thread, in any order.
    [Fact]
    public async Task Many_calls_at_once_leave_nothing_behind()
    {
        const int Calls = 2000;
        RetryQuota quota = new(Calls * 14, Calls * 14);
        int count = 0;
        StubHandler handler = new(async token =>
        {
            int number = Interlocked.Increment(ref count);
            for (int i = 0; i < number % 7; i++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
            }

            return StubHandler.Response(number % 3 == 0 ? 503 : 200, """{"id":"A1"}""");
        });
        using TestClient client = new(handler, options => (options.HedgingDelay, options.RetryQuota, options.MaxRetries) = (TimeSpan.Zero, quota, 0), TestApi.EmptyCatalog);
        System.Collections.Concurrent.ConcurrentBag<CallSummary> summaries = [];

        await Parallel.ForAsync(0, Calls, async (_, token) => await ApiResult.From(client.GetAsync(new() { OnCompleted = summaries.Add }, token)));

        Assert.Equal(Calls, summaries.Count);
        Assert.All(summaries, static summary => Assert.Equal(Enumerable.Range(1, summary.Attempts.Count), summary.Attempts.Select(static attempt => attempt.Number)));
        Assert.All(summaries, static summary => Assert.InRange(summary.Attempts.Count, 1, 2));
        Assert.All(summaries, static summary => Assert.Equal(summary.Status, summary.Attempts[^1].Status));
        Assert.True(SpinWait.SpinUntil(() => handler.LiveResponses == 0, TimeSpan.FromSeconds(30)));
        Assert.InRange(quota.Tokens, 0, quota.Capacity);
    }

    [Fact]
    public async Task Each_hedge_is_told()
    {
        using Listeners heard = new("hedged.example");
        using HedgingRun run = new(static options => options.BaseAddress = new("https://hedged.example"));
        await AssertSentAsync(run, run.Client.GetAsync(), 2);

        System.Diagnostics.ActivityEvent told = Assert.Single(heard.Activities.Single().Events);
        Assert.Equal(("hedge", 0.1), (told.Name, told.Tags.ToDictionary()["dragoman.hedge.delay"]));
        Assert.Equal(1, heard.Measurements.Single(static item => item.Name == "dragoman.client.hedges").Value);
        Assert.Null(heard.Activities[0].GetTagItem("http.request.resend_count"));
    }

    /// <summary>Lets the delay pass without an answer to the call, and answers it then.</summary>
    private static async Task AssertSentAsync(HedgingRun run, Task<Agent> call, int sent, int first = 0)
    {
        run.PassDelay();
        Assert.Equal(sent, run.Sent);
        run[first].Give(200);
        await call;
    }

    private static TimeSpan? Milliseconds(int? number) => number is { } value ? TimeSpan.FromMilliseconds(value) : null;
}
