using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A canceled call returns at once, wherever it is. The only tests that measure real time: on a busy machine some goes may be late, but not all of them.</summary>
[Collection(AloneCollection.Name)]
public class CancellationTests
{
    private const int Goes = 10;

    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(50);

    /// <summary>What a call waits for when it is canceled: the call, and the service's part. Either, or the client's clock, tells when it is so far.</summary>
    private static readonly Dictionary<string, Place> s_places = new()
    {
        ["the head of the answer"] = new("getItem", static (context, reached) => StallAsync(context, reached)),
        ["the head of either of two answers"] = new("getItem", static (context, reached) => StallAsync(context, reached)) { HedgingDelay = TimeSpan.Zero },
        ["the body of the answer"] = new("getNote", static (context, reached) => BeginAsync(context, reached, 200, "text/plain", VaultAnswers.Note)),
        ["the body of an error"] = new("getItem", static (context, reached) => BeginAsync(context, reached, 500, "text/plain", VaultAnswers.Note)),
        ["more of a file"] = new("getPicture", static (context, reached) => BeginAsync(context, reached, 200, "image/png", VaultAnswers.Picture)),
        ["the next line"] = new("getLines", static (context, reached) => BeginAsync(context, reached, 200, "application/x-ndjson", VaultAnswers.Lines)),
        ["the next event"] = new("getEvents", static (context, reached) => BeginAsync(context, reached, 200, "text/event-stream", VaultAnswers.Events)),
        ["the end of a backoff"] = new("getItem", static (context, _) => FailAsync(context, retryAfter: null)),
        ["the end of a pause that the service asks for"] = new("getItem", static (context, _) => FailAsync(context, retryAfter: 50)),
        ["a token"] = new("getNote", static (_, _) => Task.CompletedTask) { HasNoToken = true },
        ["a limit of the client's own"] = new("getItem", static (_, _) => Task.CompletedTask) { HasNoPermit = true },
    };

    public static TheoryData<string> Places => [.. s_places.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Places))]
    public async Task ACanceledCallReturnsAtOnce(string place)
    {
        await using VaultServer server = await VaultServer.StartAsync();
        List<TimeSpan> times = [];
        while (times.Count < Goes && !times.Any(static time => time <= s_limit))
        {
            times.Add(await CancelAsync(s_places[place], server));
        }

        Assert.Contains(times, static time => time <= s_limit);
    }

    /// <summary>How long a call takes to return after it was canceled.</summary>
    private static async Task<TimeSpan> CancelAsync(Place place, VaultServer server)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answer = (context, _) => place.Answer(context, () => reached.TrySetResult());
        using FixedWindowRateLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 1, Window = TimeSpan.FromHours(1), AutoReplenishment = false });
        using RateLimitLease? taken = place.HasNoPermit ? limiter.AttemptAcquire() : null;
        using VaultClient client = new(new()
        {
            BaseAddress = server.Address,
            VaultKey = "vault-key-1",
            AccessKey = "access-key-1",
            Session = "session-1",
            TokenProvider = async token =>
            {
                if (place.HasNoToken)
                {
                    reached.TrySetResult();
                    await Task.Delay(Timeout.Infinite, token);
                }

                return new("token-1");
            },
            TimeProvider = new SignalingClock(() => reached.TrySetResult()),
            Random = new FixedRandom(),
            HedgingDelay = place.HedgingDelay,
            RateLimits = place.HasNoPermit ? new() { Limiter = limiter } : null,
        });
        using CancellationTokenSource cancellation = new();
        Task<string> call = VaultCalls.RunAsync(place.Call, client, cancellationToken: cancellation.Token);
        await (place.HasNoPermit ? Task.CompletedTask : reached.Task);
        Assert.False(call.IsCompleted);

        long canceled = Stopwatch.GetTimestamp();
        await cancellation.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        TimeSpan time = Stopwatch.GetElapsedTime(canceled);

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        return time;
    }

    private static async Task BeginAsync(HttpContext context, Action reached, int status, string contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
        await StallAsync(context, reached);
    }

    /// <summary>Says nothing more until the client has gone.</summary>
    private static async Task StallAsync(HttpContext context, Action reached)
    {
        reached();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private static Task FailAsync(HttpContext context, int? retryAfter)
    {
        context.Response.StatusCode = 503;
        context.Response.Headers.RetryAfter = retryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return context.Response.WriteAsync("""{"code":"BUSY"}""");
    }

    private sealed record Place(string Call, Func<HttpContext, Action, Task> Answer)
    {
        public bool HasNoToken { get; init; }

        public bool HasNoPermit { get; init; }

        public TimeSpan? HedgingDelay { get; init; }
    }
}
