using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Secrets are sent in every way there is, to a service that fails in many ways and shows all that it got; nothing else shows one.</summary>
public class CanaryTests
{
    /// <summary>What the service does with a request, given what it got.</summary>
    private static readonly Dictionary<string, Func<HttpContext, string, Task>> s_failures = new()
    {
        ["text"] = (context, got) => ReplyAsync(context, 400, "text/plain", got),
        ["envelope"] = (context, got) => ReplyAsync(context, 409, "application/json", Envelope("LOCKED", got)),
        ["code"] = (context, got) => ReplyAsync(context, 500, "application/json", Envelope(got, got)),
        ["retried"] = (context, got) => ReplyAsync(context, 503, "application/json", Envelope("BUSY", got)),
        ["refused token"] = (context, got) => ReplyAsync(context, 401, "application/json", Envelope("TOKEN_EXPIRED", got)),
        ["headers"] = (context, got) =>
        {
            context.Response.Headers["X-Request-Id"] = Uri.EscapeDataString(got);
            context.Response.Headers.SetCookie = $"seen={Canaries.Session}";
            return ReplyAsync(context, 502, $"text/html; x=\"{Canaries.VaultKey}\"", $"<pre>{Uri.EscapeDataString(got)}</pre>");
        },
        ["cut off"] = async (context, got) =>
        {
            context.Response.StatusCode = 500;
            context.Response.ContentLength = got.Length + 1000;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(got));
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["too long"] = (context, got) => ReplyAsync(context, 500, "text/plain", new string('x', (64 * 1024) - 300) + got),
        ["no JSON"] = (context, got) => ReplyAsync(context, 200, "application/json", got),
        ["other JSON"] = (context, got) => ReplyAsync(context, 200, "application/json", $$"""{"id":{{JsonSerializer.Serialize(got)}},"pin":{{JsonSerializer.Serialize(Canaries.Pin)}},"count":"{{Canaries.Session}}"}"""),
        ["other status"] = (context, got) => ReplyAsync(context, 202, "text/plain", got),
        ["reset"] = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ["event"] = (context, got) => ReplyAsync(context, 200, "text/event-stream", $"event: error\ndata: {Envelope("BUSY", got)}\n\n"),
        ["other event"] = (context, got) => ReplyAsync(context, 200, "text/event-stream", $"data: {{\"pin\":{PinOf(context, "/events")},\"got\":{JsonSerializer.Serialize(got)}}}\n\n"),
        ["line"] = (context, got) => ReplyAsync(context, 200, "application/x-ndjson", $"{{\"id\":7,\"pin\":{PinOf(context, "/lines")},\"got\":{JsonSerializer.Serialize(got)}}}\n"),
    };

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoTextOfAFailureShowsASecret(bool isFactory)
    {
        using Overheard overheard = new();
        await using VaultServer thief = await VaultServer.StartAsync();
        await using VaultServer server = await VaultServer.StartAsync();
        await using ServiceProvider services = Services(overheard);
        using HttpClient http = services.GetRequiredService<IHttpClientFactory>().CreateClient("vault");
        using VaultClient client = new(Options(server.Address), isFactory ? http : null);
        List<string> ended = [];

        foreach ((string failure, Func<HttpContext, string, Task> answer) in s_failures.Append(new("redirect", RedirectTo(thief))))
        {
            server.Answer = answer;
            foreach ((string call, Func<Task> run) in Calls(client))
            {
                if (await FailureOf(run) is { } error)
                {
                    ended.Add(failure);
                    Assert.All(TextsOf(error), text => Canaries.AssertHidden(text, $"{failure}, {call}"));
                }
            }
        }

        // The secrets were sent, the failures were met, and there was something to overhear.
        string sent = string.Concat(server.Requests);
        Assert.All(
            [Canaries.VaultKey, Uri.EscapeDataString(Canaries.AccessKey), Canaries.Session, Canaries.Token, Uri.EscapeDataString(Canaries.ShareToken), Canaries.OwnerSecret, Canaries.OwnKey, Canaries.OwnCookie],
            secret => Assert.Contains(secret, sent, StringComparison.Ordinal));
        Assert.All(s_failures.Keys.Append("redirect"), failure => Assert.Contains(failure, ended));
        Assert.Empty(thief.Requests);
        Assert.Contains(overheard.Texts, text => text.StartsWith("activity", StringComparison.Ordinal));
        Assert.Contains(overheard.Texts, text => text.StartsWith("event", StringComparison.Ordinal));
        Assert.Equal(isFactory, overheard.Texts.Any(text => text.StartsWith("log", StringComparison.Ordinal)));
        Assert.All(overheard.Texts, text => Canaries.AssertHidden(text, "What was overheard"));
    }

    private static Dictionary<string, Func<Task>> Calls(VaultClient client)
    {
        RequestOptions own = new() { Headers = { ["X-Subscription-Key"] = Canaries.OwnKey, ["Cookie"] = $"own={Canaries.OwnCookie}" } };
        Item item = new() { Id = "I1", Pin = Canaries.Pin };
        return new()
        {
            ["getItem"] = () => client.GetItemAsync("I1", Canaries.ShareToken, Canaries.OwnerSecret, own),
            ["addItem"] = () => client.AddItemAsync(item, own),
            ["addLines"] = () => client.AddLinesAsync([item, item]),
            ["getNote"] = () => VaultCalls.RunAsync("getNote", client),
            ["getPicture"] = () => VaultCalls.RunAsync("getPicture", client),
            ["getLines"] = () => VaultCalls.RunAsync("getLines", client),
            ["getEvents"] = () => VaultCalls.RunAsync("getEvents", client),
        };
    }

    private static async Task<ApiException?> FailureOf(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ApiException error)
        {
            return error;
        }
    }

    private static IEnumerable<string> TextsOf(ApiException error) =>
    [
        error.ToString(),
        error.Message,
        $"{error.Code} {error.RequestId} {error.ContentType} {error.Resolution} {error.DocsUrl}",
        error.Body ?? "",
        $"{error.InnerException}",
        string.Join(' ', error.Attempts),
        string.Join(' ', error.Headers.Select(static header => $"{header.Key}: {header.Value}")),
        string.Join(' ', error.Members.Select(static member => member.Value.GetRawText())),
        $"{(error as ResponseFormatException)?.JsonPath} {error.Operation} {error.Definition}",
    ];

    private static VaultClientOptions Options(Uri address) => new()
    {
        BaseAddress = address,
        VaultKey = Canaries.VaultKey,
        AccessKey = Canaries.AccessKey,
        Session = Canaries.Session,
        TokenProvider = static _ => new(new AccessToken(Canaries.Token)),
        TimeProvider = new FakeTimeProvider(),
        Random = new FixedRandom(),
    };

    private static ServiceProvider Services(Overheard overheard)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(overheard));
        services.AddHttpClient("vault").ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return services.BuildServiceProvider();
    }

    private static Func<HttpContext, string, Task> RedirectTo(VaultServer thief) => (context, got) =>
    {
        context.Response.Headers.Location = $"{thief.Address}items/I1{context.Request.QueryString}";
        return ReplyAsync(context, 307, "text/plain", got);
    };

    /// <summary>A secret that the client has not sent is known as one only where it is a member of what the operation answers.</summary>
    private static string PinOf(HttpContext context, string path) => JsonSerializer.Serialize(context.Request.Path == path ? Canaries.Pin : "");

    private static string Envelope(string code, string got) =>
        $$"""{"code":{{JsonSerializer.Serialize(code)}},"message":{{JsonSerializer.Serialize(got)}},"request_id":{{JsonSerializer.Serialize(got)}},"details":[{{JsonSerializer.Serialize(got)}}]}""";

    private static Task ReplyAsync(HttpContext context, int status, string contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }
}
