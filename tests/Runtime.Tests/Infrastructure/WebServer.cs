using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dragoman.Runtime.Tests;

/// <summary>A real HTTP server on the loopback address.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _count;

    private WebServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>How many requests have come.</summary>
    public int RequestCount => _count;

    public static async Task<WebServer> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        WebServer server = new(builder.Build());
        server._application.UseWebSockets();
        server._application.Run(context =>
        {
            Interlocked.Increment(ref server._count);
            return answer(context);
        });
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
