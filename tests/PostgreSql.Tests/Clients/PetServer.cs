using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dragoman.PostgreSql.Tests;

/// <summary>The service of pets.yaml, which notes when it is asked.</summary>
internal sealed class PetServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PetServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Whether every request is refused.</summary>
    public bool IsBusy { get; set; }

    /// <summary>When each request came, in microseconds since 1970.</summary>
    public ConcurrentQueue<long> Arrivals { get; } = [];

    public static async Task<PetServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        PetServer server = new(builder.Build());
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Arrivals.Enqueue(Microseconds.Now);
        context.Response.StatusCode = IsBusy ? 503 : 200;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(IsBusy ? """{"code":"STORE_BUSY"}""" : "7");
    }
}
