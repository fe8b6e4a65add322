using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>An authorization server on loopback that answers as it is told, and the service whose tokens it gives.</summary>
internal sealed class AuthorizationServer : IAsyncDisposable
{
    private WebServer? _server;

    public Uri Address => _server!.Address;

    /// <summary>The forms that were sent to the token endpoint, with what authorized them.</summary>
    public List<(Dictionary<string, string> Form, string Authorization)> TokenRequests { get; } = [];

    public List<Dictionary<string, string>> DeviceRequests { get; } = [];

    /// <summary>What the service was asked with.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>The answers of the token endpoint, the last one again and again. The status 0 closes the connection.</summary>
    public List<(int Status, string Body)> Tokens { get; } = [];

    public string Device { get; set; } = "{}";

    public Func<Uri, string> Discovery { get; set; } = static _ => "{}";

    /// <summary>The status of the service's answer to a token.</summary>
    public Func<string, int> Status { get; set; } = static _ => 200;

    public static async Task<AuthorizationServer> StartAsync(params (int Status, string Body)[] tokens)
    {
        AuthorizationServer server = new();
        server.Tokens.AddRange(tokens);
        server._server = await WebServer.StartAsync(server.AnswerAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string authorization = context.Request.Headers.Authorization.ToString();
        switch (context.Request.Path)
        {
            case "/oauth/token":
                TokenRequests.Add((await FormAsync(context), authorization));
                (int status, string body) = Tokens[Math.Min(TokenRequests.Count, Tokens.Count) - 1];
                await (status == 0 ? AbortAsync(context) : WriteAsync(context, status, body));
                break;
            case "/oauth/device":
                DeviceRequests.Add(await FormAsync(context));
                await WriteAsync(context, 200, Device);
                break;
            case "/.well-known/openid-configuration":
                await WriteAsync(context, 200, Discovery(Address));
                break;
            default:
                Sent.Add(authorization);
                await WriteAsync(context, Status(authorization), """{"id":"A1"}""");
                break;
        }
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpContext context) =>
        (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(static field => field.Key, static field => field.Value.Single()!);

    private static Task AbortAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
