using System.Net.WebSockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A canceled call returns at once, wherever it is. With <see cref="ConnectionCancellationTests"/> the only tests that measure real time.</summary>
[Collection(AloneCollection.Name)]
public class CancellationTests
{
    /// <summary>What a call waits for when it is canceled: the call, and the service's part. Either, or the client's clock, tells when it is so far.</summary>
    private static readonly Dictionary<string, Place> s_places = new()
    {
        ["the head of the answer"] = new(Call("getItem"), static (context, reached) => StallAsync(context, reached)),
        ["the head of either of two answers"] = new(Call("getItem"), static (context, reached) => StallAsync(context, reached)) { HedgingDelay = TimeSpan.Zero },
        ["the body of the answer"] = new(Call("getNote"), static (context, reached) => BeginAsync(context, reached, 200, "text/plain", VaultAnswers.Note)),
        ["the body of an error"] = new(Call("getItem"), static (context, reached) => BeginAsync(context, reached, 500, "text/plain", VaultAnswers.Note)),
        ["more of a file"] = new(Call("getPicture"), static (context, reached) => BeginAsync(context, reached, 200, "image/png", VaultAnswers.Picture)),
        ["the next line"] = new(Call("getLines"), static (context, reached) => BeginAsync(context, reached, 200, "application/x-ndjson", VaultAnswers.Lines)),
        ["the next event"] = new(Call("getEvents"), static (context, reached) => BeginAsync(context, reached, 200, "text/event-stream", VaultAnswers.Events)),
        ["the end of a backoff"] = new(Call("getItem"), static (context, _) => FailAsync(context, retryAfter: null)),
        ["the end of a pause that the service asks for"] = new(Call("getItem"), static (context, _) => FailAsync(context, retryAfter: 50)),
        ["a token"] = new(Call("getNote"), static (_, _) => Task.CompletedTask) { HasNoToken = true },
        ["a limiter of one's own"] = new(CallWithoutPermitAsync, static (_, _) => Task.CompletedTask) { HasNoPermit = true },
        ["its turn by a limit of the catalog"] = new(CallTwiceAsync, static (context, _) => context.Response.WriteAsync(VaultAnswers.Note)) { KeepsLimits = true },
        ["a new stream after a break"] = new(FollowAsync, static (context, _) => BreakAsync(context)),
        ["the next poll"] = new(PollAsync, static (context, _) => AnswerAsync(context, """{"id":"I1","state":"open"}""")),
        ["the answer of a poll"] = new(PollAsync, static (context, reached) => StallAsync(context, reached)),
        ["the handshake of a channel"] = new(static (client, _, token) => client.ConnectTalkAsync(cancellationToken: token), static (context, reached) => StallAsync(context, reached)),
        ["the next message of a channel"] = new(ListenAsync, static (context, _) => AcceptAsync(context)),
    };

    public static TheoryData<string> Places => [.. s_places.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Places))]
    public async Task ACanceledCallReturnsAtOnce(string place)
    {
        await using VaultServer server = await VaultServer.StartAsync();
        await CancellationTime.AssertShortAsync((reached, token) => RunAsync(s_places[place], server, reached, token));
    }

    private static async Task RunAsync(Place place, VaultServer server, Action reached, CancellationToken cancellationToken)
    {
        server.Answer = (context, _) => place.Answer(context, reached);
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
                    reached();
                    await Task.Delay(Timeout.Infinite, token);
                }

                return new("token-1");
            },
            TimeProvider = new SignalingClock(reached),
            Random = new FixedRandom(),
            HedgingDelay = place.HedgingDelay,
            RateLimits = place.HasNoPermit ? new() { Limiter = limiter } : place.KeepsLimits ? new() : null,
        });
        await place.Call(client, reached, cancellationToken);
    }

    private static Func<VaultClient, Action, CancellationToken, Task> Call(string name) => (client, _, token) => VaultCalls.RunAsync(name, client, cancellationToken: token);

    private static async Task CallWithoutPermitAsync(VaultClient client, Action reached, CancellationToken cancellationToken)
    {
        Task<Item> call = client.GetItemAsync("I1", cancellationToken: cancellationToken);
        reached();
        await call;
    }

    private static async Task CallTwiceAsync(VaultClient client, Action reached, CancellationToken cancellationToken)
    {
        // One call in 10 s: clients of the goes share the limit, and so of all their calls only the first one has a turn at once.
        await client.GetNoteAsync(cancellationToken: cancellationToken);
        await client.GetNoteAsync(cancellationToken: cancellationToken);
    }

    private static async Task FollowAsync(VaultClient client, Action reached, CancellationToken cancellationToken)
    {
        await foreach (Item _ in client.GetFeedAsync(cancellationToken: cancellationToken))
        {
        }
    }

    private static Task PollAsync(VaultClient client, Action reached, CancellationToken cancellationToken) => client.WaitUntilShutAsync(cancellationToken: cancellationToken);

    private static async Task ListenAsync(VaultClient client, Action reached, CancellationToken cancellationToken)
    {
        await using TalkChannel channel = await client.ConnectTalkAsync(cancellationToken: CancellationToken.None);
        Task reading = channel.TryReadAsync(cancellationToken);
        reached();
        await reading;
    }

    private static async Task BeginAsync(HttpContext context, Action reached, int status, string contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
        await StallAsync(context, reached);
    }

    private static async Task BreakAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        context.Abort();
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

    private static Task AnswerAsync(HttpContext context, string item)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(item);
    }

    /// <summary>Opens a channel and says nothing in it until the client takes its leave.</summary>
    private static async Task AcceptAsync(HttpContext context)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        await socket.ReceiveAsync(new byte[100], context.RequestAborted);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }

    private sealed record Place(Func<VaultClient, Action, CancellationToken, Task> Call, Func<HttpContext, Action, Task> Answer)
    {
        public bool HasNoToken { get; init; }

        public bool HasNoPermit { get; init; }

        public bool KeepsLimits { get; init; }

        public TimeSpan? HedgingDelay { get; init; }
    }
}
