using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>A service that gives tokens t1, t2, … and refuses all but the last one.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private WebServer? _server;
    private int _exchanges;

    /// <summary>How often a token was asked for.</summary>
    public int Exchanges => _exchanges;

    public Uri Address => _server!.Address;

    /// <summary>The tokens that were sent to the operation, in order.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Delays the answers of the exchange.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Answers instead of the exchange.</summary>
    public (int Status, string Body)? ExchangeFailure { get; set; }

    /// <summary>Answers instead of the operation what is not null.</summary>
    public Func<string, (int Status, string Body)?> Failure { get; set; } = static _ => null;

    /// <summary>Delays the answers of the operation to a token.</summary>
    public Func<string, Task> Held { get; set; } = static _ => Task.CompletedTask;

    public static async Task<TokenServer> StartAsync()
    {
        TokenServer server = new();
        server._server = await WebServer.StartAsync(context => context.Request.Path == "/token" ? server.ExchangeAsync(context) : server.AnswerAsync(context));
        return server;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task ExchangeAsync(HttpContext context)
    {
        int number = Interlocked.Increment(ref _exchanges);
        await Gate.WaitAsync(context.RequestAborted);
        await WriteAsync(context, ExchangeFailure ?? (200, $$"""{"id":"{{string.Create(CultureInfo.InvariantCulture, $"t{number}")}}"}"""));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        lock (Sent)
        {
            Sent.Add(token);
        }

        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        await Held(token).WaitAsync(context.RequestAborted);
        await WriteAsync(context, Failure(token) ?? (200, """{"id":"A1"}"""));
    }

    private static Task WriteAsync(HttpContext context, (int Status, string Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        return context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
