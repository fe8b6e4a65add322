using System.Net;
using Dragoman.Samples.Emulator.Faults;
using Microsoft.AspNetCore.Connections;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The web server: routes, and who looks at a request in which order.</summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    // Base64 of the largest file allowed (100 MB), so that the size check is the operation's and not the server's.
    private const long MaxBodyBytes = 256L * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly Connections _connections;

    private EmulatorHost(WebApplication app, Connections connections, Uri baseAddress)
    {
        _app = app;
        _connections = connections;
        BaseAddress = baseAddress;
    }

    public Uri BaseAddress { get; }

    public static async Task<EmulatorHost> StartAsync(EmulatedApi api, FaultQueue faults, RequestLog requests, CancellationToken ct)
    {
        // The empty builder reads no environment, no settings file and no arguments: a test's host cannot leak in.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var connections = new Connections();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(
                IPAddress.Loopback,
                api.Options.Port,
                listen => listen.Use(next => connection => connections.RunAsync(connection, next)));
        });

        WebApplication app = builder.Build();
        var pipeline = new OperationPipeline(api, faults, requests);
        app.UseWebSockets();
        app.UseRouting();
        app.Use(pipeline.ServeUnroutedAsync);
        foreach (Operation operation in api.Operations)
        {
            app.MapMethods(operation.Path, [operation.Method], context => pipeline.ServeAsync(context, operation));
        }

        FaultEndpoints.Map(app, faults);
        try
        {
            await app.StartAsync(ct).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new EmulatorHost(app, connections, new Uri(app.Urls.Single()));
    }

    /// <summary>Resets every connection and stops listening.</summary>
    public async Task KillAsync()
    {
        _connections.Kill();
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
