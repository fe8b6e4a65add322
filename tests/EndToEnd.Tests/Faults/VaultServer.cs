using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>The service of vault.yaml.</summary>
internal sealed class VaultServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private VaultServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Every request as it came: method, address, headers and body.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers in place of the usual.</summary>
    public Func<HttpContext, string, Task>? Answer { get; set; }

    public static async Task<VaultServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        VaultServer server = new(builder.Build());
        server._application.UseWebSockets();
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Answers every request with this.</summary>
    public void Reply(int status, string contentType, byte[] body) => Answer = async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ContentType = contentType;
        if (body.Length > 0)
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        }
    };

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using StreamReader reader = new(request.Body);
        string body = await reader.ReadToEndAsync();
        string received = $"{request.Method} {request.Path}{request.QueryString}\n{string.Join('\n', request.Headers)}\n\n{body}";
        Requests.Enqueue(received);
        if (Answer is { } answer)
        {
            await answer(context, received);
            return;
        }

        (int status, string contentType, string text) = VaultAnswers.Of(request.Method, request.Path);
        context.Response.StatusCode = status;
        if (text.Length > 0)
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = text.Length;
            await context.Response.WriteAsync(text);
        }
    }
}
